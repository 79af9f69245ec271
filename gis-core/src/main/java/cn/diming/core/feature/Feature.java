package cn.diming.core.feature;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A record, or a former state of a place, as a feature.
 *
 * @param values by property, without those that are empty; JSON as its text
 * @param geometry in EPSG:4490
 * @param until first day on which it was different; empty for what is so now
 * @param updated empty for a former state
 */
public record Feature(
        long id,
        int version,
        Map<String, Object> values,
        Optional<Geometry> geometry,
        Optional<LocalDate> until,
        Optional<Instant> updated) {}
