package cn.diming.core.patrol;

import cn.diming.core.geo.LonLat;

/**
 * A marker and how near the walk came to it.
 *
 * @param number as painted on it
 * @param position EPSG:4490
 */
record MarkerVisit(String key, String number, LonLat position, double metres, boolean visited) {}
