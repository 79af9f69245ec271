package cn.diming.core.territory;

import org.locationtech.jts.geom.Geometry;

/**
 * One side of a legal line.
 *
 * @param prefix the digits that all divisions on this side share
 * @param otherCode the division on the other side, 12 digits
 * @param line EPSG:4490
 */
record LegalSide(String lineName, String prefix, String otherCode, Geometry line) {}
