package cn.diming.core.board;

import org.locationtech.jts.geom.Geometry;

/**
 * The outline of a division, for drawing only: nothing may be measured on it.
 *
 * @param divisionCode 12 digits
 * @param area simplified, EPSG:4490
 */
public record AreaOutline(String divisionCode, String name, Geometry area) {}
