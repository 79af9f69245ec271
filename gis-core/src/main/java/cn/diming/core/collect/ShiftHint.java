package cn.diming.core.collect;

import cn.diming.core.geo.LonLat;

/**
 * The position looks like one of a map platform, taken for CGCS2000 by mistake.
 *
 * @param system {@code GCJ-02} or {@code BD-09}
 * @param corrected where it is when that is so, EPSG:4490
 * @param why Chinese, for the officer
 */
public record ShiftHint(String system, LonLat corrected, String why) {}
