package cn.diming.core.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Lengths, areas and directions on the CGCS2000 ellipsoid, as geodesics. Input in EPSG:4490 degrees. */
public final class Ellipsoid {

    private static final Geodesic CGCS2000 = new Geodesic(6_378_137, 1 / 298.257222101);

    public static double distanceMetres(LonLat a, LonLat b) {
        return CGCS2000.Inverse(a.lat(), a.lon(), b.lat(), b.lon(), GeodesicMask.DISTANCE).s12;
    }

    /** From true north, clockwise, 0 to 360. */
    public static double bearingDegrees(LonLat from, LonLat to) {
        double azimuth = CGCS2000.Inverse(from.lat(), from.lon(), to.lat(), to.lon(), GeodesicMask.AZIMUTH).azi1;
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }

    public static LonLat move(LonLat from, double bearingDegrees, double metres) {
        GeodesicData end = CGCS2000.Direct(from.lat(), from.lon(), bearingDegrees, metres);
        return new LonLat(end.lon2, end.lat2);
    }

    /** Length of all lines; of polygons, their outlines. */
    public static double lengthMetres(Geometry geometry) {
        double length = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            length += switch (geometry.getGeometryN(i)) {
                case LineString line -> lineMetres(line.getCoordinates());
                case Polygon polygon -> lengthMetres(polygon.getBoundary());
                default -> 0;
            };
        }
        return length;
    }

    /** Area of all polygons, holes taken out. */
    public static double areaSquareMetres(Geometry geometry) {
        double area = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                area += ringSquareMetres(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    area -= ringSquareMetres(polygon.getInteriorRingN(hole));
                }
            }
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
