package cn.diming.core.boundary;

import java.time.Instant;
import org.locationtech.jts.geom.Geometry;

/**
 * A line as one agreement fixed it; it never changes.
 *
 * @param number counts up with each agreement about the line
 * @param geometry LineString or MultiLineString in EPSG:4490
 * @param sha256 of codes, agreement and every coordinate: what an inspection or a patrol is a proof about
 */
public record LineVersion(
        long lineId, int number, Agreement agreement, Geometry geometry, String sha256, Instant recordedAt) {}
