package cn.diming.core.numbering;

import cn.diming.core.geo.Geometries;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/** Streets and doors of tests, given in metres east and north of a point in 南沙. */
final class Streets {

    static final LonLat HOME = new LonLat(113.42, 22.86);
    private static final LocalPlane PLANE = new LocalPlane(HOME);

    static LonLat lonLat(double east, double north) {
        return PLANE.toLonLat(new Coordinate(east, north));
    }

    /** @param line {@code x y, x y, …} */
    static NumberedStreet street(String line) {
        Coordinate[] points = Arrays.stream(line.split(","))
                .map(point -> point.strip().split(" "))
                .map(xy -> lonLat(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])))
                .map(place -> new Coordinate(place.lon(), place.lat()))
                .toArray(Coordinate[]::new);
        return street(1, points);
    }

    static NumberedStreet street(long id, Coordinate[] points) {
        return NumberedStreet.of(id, "芝正街", Geometries.FACTORY.createLineString(points), HOME);
    }

    private Streets() {}
}
