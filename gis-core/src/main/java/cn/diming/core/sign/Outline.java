package cn.diming.core.sign;

import cn.diming.core.record.PlaceCategory;
import org.locationtech.jts.geom.Geometry;

/** A settlement that is named at its entrances. @param area Polygon or MultiPolygon, EPSG:4490 */
record Outline(long id, String name, PlaceCategory category, Geometry area) {}
