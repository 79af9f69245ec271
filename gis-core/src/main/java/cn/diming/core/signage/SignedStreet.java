package cn.diming.core.signage;

import org.locationtech.jts.geom.Geometry;

/**
 * A named street as the plan of signs sees it.
 *
 * @param pinyin sign form: capitals without tones
 * @param rank 1 = trunk road, larger = lesser
 * @param line LineString or MultiLineString, EPSG:4490
 */
public record SignedStreet(long id, String name, String pinyin, int rank, Geometry line) {}
