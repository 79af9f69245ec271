package cn.diming.core.geo;

import java.util.function.ToDoubleFunction;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Lengths, areas and directions on the CGCS2000 ellipsoid, as geodesics. Input in EPSG:4490 degrees. */
public final class Ellipsoid {

    private static final Geodesic CGCS2000 = new Geodesic(6_378_137, 1 / 298.257222101);

    /** Along the geodesic, the shortest way on the ellipsoid. */
    public static double distanceMetres(LonLat a, LonLat b) {
        return CGCS2000.Inverse(a.lat(), a.lon(), b.lat(), b.lon(), GeodesicMask.DISTANCE).s12;
    }

    /** From true north, clockwise, 0 to 360. */
    public static double bearingDegrees(LonLat from, LonLat to) {
        double azimuth = CGCS2000.Inverse(from.lat(), from.lon(), to.lat(), to.lon(), GeodesicMask.AZIMUTH).azi1;
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }

    /** Where one gets to along a geodesic that sets out in that direction (from true north, clockwise). */
    public static LonLat move(LonLat from, double bearingDegrees, double metres) {
        GeodesicData end = CGCS2000.Direct(from.lat(), from.lon(), bearingDegrees, metres);
        return new LonLat(end.lon2, end.lat2);
    }

    /** Length of all lines; of polygons, their outlines. */
    public static double lengthMetres(Geometry geometry) {
        return switch (geometry) {
            case LineString line -> lineMetres(line.getCoordinates());
            case Polygon polygon -> lengthMetres(polygon.getBoundary());
            default -> sumOfParts(geometry, Ellipsoid::lengthMetres);
        };
    }

    /** Area of all polygons, holes taken out. */
    public static double areaSquareMetres(Geometry geometry) {
        return geometry instanceof Polygon polygon
                ? polygonSquareMetres(polygon)
                : sumOfParts(geometry, Ellipsoid::areaSquareMetres);
    }

    private static double sumOfParts(Geometry geometry, ToDoubleFunction<Geometry> measure) {
        double sum = 0;
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                sum += measure.applyAsDouble(geometry.getGeometryN(i));
            }
        }
        return sum;
    }

    private static double polygonSquareMetres(Polygon polygon) {
        double area = ringSquareMetres(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            area -= ringSquareMetres(polygon.getInteriorRingN(hole));
        }
        return area;
    }

    private static double lineMetres(Coordinate[] line) {
        double length = 0;
        for (int i = 1; i < line.length; i++) {
            length += distanceMetres(LonLat.of(line[i - 1]), LonLat.of(line[i]));
        }
        return length;
    }

    private static double ringSquareMetres(LinearRing ring) {
        PolygonArea area = new PolygonArea(CGCS2000, false);
        Coordinate[] points = ring.getCoordinates();
        for (int i = 0; i < points.length - 1; i++) {
            area.AddPoint(points[i].y, points[i].x);
        }
        return Math.abs(area.Compute().area);
    }

    private Ellipsoid() {}
}
