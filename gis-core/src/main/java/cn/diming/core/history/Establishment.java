package cn.diming.core.history;

import cn.diming.core.record.PlaceCategory;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A standard name to be given.
 *
 * @param classCode 5 digits
 * @param divisionCode 12 digits
 * @param geometry in EPSG:4490
 * @param romanised toned
 */
public record Establishment(
        String name,
        PlaceCategory category,
        Optional<String> classCode,
        String divisionCode,
        Optional<Geometry> geometry,
        Optional<String> romanised,
        Optional<String> meaning,
        Optional<String> origin) {}
