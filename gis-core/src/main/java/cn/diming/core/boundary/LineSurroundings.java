package cn.diming.core.boundary;

import cn.diming.core.geo.LonLat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * What the register knows beside a line.
 *
 * @param left outline of the left side, EPSG:4490
 * @param named names and plates near the line
 * @param features rivers and roads near the line, by name
 * @param photos number of photos by marker
 * @param leftCopy the digest of the file that the left side has put in as its copy of the agreement
 */
record LineSurroundings(
        List<BoundaryMarker> markers,
        List<ThreeWayPoint> points,
        Optional<Geometry> left,
        Optional<Geometry> right,
        List<Named> named,
        Map<String, Geometry> features,
        Map<Long, Integer> photos,
        Optional<String> leftCopy,
        Optional<String> rightCopy) {

    /** A record that says which division it belongs to. */
    record Named(String title, String divisionCode, LonLat position) {}
}
