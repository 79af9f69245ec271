package cn.diming.core.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** A position in CGCS2000 (EPSG:4490), in degrees. */
public record LonLat(double lon, double lat) {

    public LonLat {
        boolean onEarth = lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90; // false for NaN, too
        if (!onEarth) {
            throw new BadCoordinateException("经纬度超出范围：" + lon + "，" + lat);
        }
    }

    public static LonLat of(Coordinate coordinate) {
        return new LonLat(coordinate.x, coordinate.y);
    }

    /** A point on or in a geometry that is not empty; its middle, as far as one can say. */
    public static LonLat within(Geometry geometry) {
        return of(
                geometry.getNumPoints() == 1
                        ? geometry.getCoordinate()
                        : geometry.getInteriorPoint().getCoordinate());
    }

    public Point toPoint() {
        return Geometries.FACTORY.createPoint(new Coordinate(lon, lat));
    }
}
