package cn.diming.core.geo;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A box in CGCS2000 (EPSG:4490), in degrees; it never crosses the 180th meridian. */
public record Bbox(double minLon, double minLat, double maxLon, double maxLat) {

    private static final double METRES_A_DEGREE = 111_320;
    /** Beyond this latitude a degree of longitude is so short that growing by metres makes no sense. */
    private static final double HIGHEST_COSINE_LATITUDE = 89;

    public Bbox {
        boolean sound = minLon <= maxLon
                && minLat <= maxLat
                && minLon >= -180
                && maxLon <= 180
                && minLat >= -90
                && maxLat <= 90;
        if (!sound) {
            throw new BadCoordinateException(
                    "范围应为 西,南,东,北 且在经纬度范围内：" + minLon + "," + minLat + "," + maxLon + "," + maxLat);
        }
    }

    /** @throws BadCoordinateException for an empty geometry, which has no box */
    public static Bbox of(Geometry geometry) {
        return of(geometry.getEnvelopeInternal());
    }

    public static Bbox of(Envelope envelope) {
        return new Bbox(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
    }

    public static Bbox around(LonLat centre, double metres) {
        return new Bbox(centre.lon(), centre.lat(), centre.lon(), centre.lat()).growMetres(metres);
    }

    /** At least so many metres larger on each side, cut off at the edge of the world. */
    public Bbox growMetres(double metres) {
        double lat = Math.min(
                HIGHEST_COSINE_LATITUDE, Math.max(Math.abs(minLat), Math.abs(maxLat)) + metres / METRES_A_DEGREE);
        double dLat = metres / METRES_A_DEGREE * 1.01; // a degree of latitude is up to 0.7 % shorter near the equator
        double dLon = dLat / Math.cos(Math.toRadians(Math.min(HIGHEST_COSINE_LATITUDE, lat)));
        return new Bbox(
                Math.max(-180, minLon - dLon),
                Math.max(-90, minLat - dLat),
                Math.min(180, maxLon + dLon),
                Math.min(90, maxLat + dLat));
    }

    public Bbox union(Bbox other) {
        return new Bbox(
                Math.min(minLon, other.minLon),
                Math.min(minLat, other.minLat),
                Math.max(maxLon, other.maxLon),
                Math.max(maxLat, other.maxLat));
    }

    public boolean intersects(Bbox other) {
        return minLon <= other.maxLon && other.minLon <= maxLon && minLat <= other.maxLat && other.minLat <= maxLat;
    }

    public boolean contains(LonLat point) {
        return minLon <= point.lon() && point.lon() <= maxLon && minLat <= point.lat() && point.lat() <= maxLat;
    }

    public LonLat centre() {
        return new LonLat((minLon + maxLon) / 2, (minLat + maxLat) / 2);
    }

    public Envelope toEnvelope() {
        return new Envelope(minLon, maxLon, minLat, maxLat);
    }
}
