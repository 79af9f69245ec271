package cn.diming.core.coverage;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One area of a coverage.
 *
 * @param key tells it from all others, also from one with the same code: the record's number, or its place in a file
 * @param code as the register has it
 * @param parentCode code of the area it is a part of
 * @param outline Polygon or MultiPolygon in EPSG:4490, however broken; empty where none is recorded
 */
public record CoverageUnit(
        String key, String code, String name, Optional<String> parentCode, Optional<Geometry> outline) {

    /** What people call it. */
    String title() {
        return name.isBlank() ? code : name;
    }
}
