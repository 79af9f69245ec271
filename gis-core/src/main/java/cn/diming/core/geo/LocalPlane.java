package cn.diming.core.geo;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryEditor;

/**
 * Metres east (x) and north (y) of a point, for what lies near by: which side, how far, what comes first. Within 5 km of its
 * origin and at the latitudes of China, lengths are right to 1:2,000; a length that is published is a geodesic, see
 * {@link Ellipsoid}.
 */
public final class LocalPlane {

    private static final GeometryFactory PLANE = new GeometryFactory();
    private static final double SEMI_MAJOR_METRES = 6_378_137;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

    private final double lon;
    private final double lat;
    private final double metresPerLon;
    private final double metresPerLat;

    public LocalPlane(LonLat origin) {
        lon = origin.lon();
        lat = origin.lat();
        double sine = Math.sin(Math.toRadians(lat));
        double w = Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
        metresPerLon = Math.toRadians(SEMI_MAJOR_METRES / w * Math.cos(Math.toRadians(lat)));
        metresPerLat = Math.toRadians(SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (w * w * w));
    }

    /** @param lonLat in EPSG:4490 */
    public Coordinate toMetres(Coordinate lonLat) {
        return new Coordinate((lonLat.x - lon) * metresPerLon, (lonLat.y - lat) * metresPerLat);
    }

    /** Back to EPSG:4490. */
    public LonLat toLonLat(Coordinate metres) {
        return new LonLat(lon + metres.x / metresPerLon, lat + metres.y / metresPerLat);
    }

    /** A copy in metres. */
    public Geometry toMetres(Geometry lonLat) {
        return edited(lonLat, PLANE, this::toMetres);
    }

    /** A copy in EPSG:4490 of what is in metres. */
    public Geometry toLonLat(Geometry metres) {
        return edited(
                metres, Geometries.FACTORY, c -> new Coordinate(lon + c.x / metresPerLon, lat + c.y / metresPerLat));
    }

    private static Geometry edited(Geometry geometry, GeometryFactory factory, UnaryOperator<Coordinate> each) {
        return new GeometryEditor(factory).edit(geometry, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] coordinates, Geometry of) {
                return Arrays.stream(coordinates).map(each).toArray(Coordinate[]::new);
            }
        });
    }
}
