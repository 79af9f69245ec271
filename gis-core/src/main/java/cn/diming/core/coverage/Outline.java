package cn.diming.core.coverage;

import org.locationtech.jts.geom.Geometry;

/**
 * A unit with its outline in the plane of the check, made sound where it was not.
 *
 * @param metres Polygon or MultiPolygon
 */
record Outline(int index, CoverageUnit unit, Geometry metres) {}
