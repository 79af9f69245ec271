package cn.diming.tiles.sheet.scene;

import cn.diming.core.geo.Geometries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** Takes from a border what another line draws already: dashes drawn twice fill in. */
final class Stretches {

    static Set<LineSegment> segments(Geometry area) {
        Set<LineSegment> segments = new HashSet<>();
        for (Object ring : LinearComponentExtracter.getLines(area)) {
            Coordinate[] points = ((LineString) ring).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                segments.add(segment(points[i - 1], points[i]));
            }
        }
        return segments;
    }

    static Optional<Geometry> without(Geometry line, Set<LineSegment> taken) {
        if (taken.isEmpty()) {
            return Optional.of(line);
        }
        List<LineString> rest = new ArrayList<>();
        List<Coordinate> run = new ArrayList<>();
        Coordinate[] points = line.getCoordinates();
        for (int i = 1; i < points.length; i++) {
            if (taken.contains(segment(points[i - 1], points[i]))) {
                finish(run, rest);
            } else {
                if (run.isEmpty()) {
                    run.add(points[i - 1]);
                }
                run.add(points[i]);
            }
        }
        finish(run, rest);
        return rest.isEmpty() ? Optional.empty() : Optional.of(Geometries.FACTORY.buildGeometry(rest));
    }

    private static void finish(List<Coordinate> run, List<LineString> rest) {
        if (run.size() > 1) {
            rest.add(Geometries.FACTORY.createLineString(run.toArray(new Coordinate[0])));
        }
        run.clear();
    }

    private static LineSegment segment(Coordinate a, Coordinate b) {
        LineSegment segment = new LineSegment(a, b);
        segment.normalize();
        return segment;
    }

    private Stretches() {}
}
