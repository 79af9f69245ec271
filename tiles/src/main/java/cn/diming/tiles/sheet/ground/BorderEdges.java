package cn.diming.tiles.sheet.ground;

import cn.diming.core.geo.Geometries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** Cuts the outlines of divisions into stretches that are there once, so that dashes are not drawn over each other. */
final class BorderEdges {

    private static final int TOWN = 4;

    private record Sides(int level, Set<String> codes) {}

    static List<Border> of(Collection<Territory> territories) {
        Map<LineSegment, Sides> segments = new LinkedHashMap<>();
        territories.stream()
                .filter(one -> one.level() >= TOWN)
                .sorted(Comparator.comparingInt(Territory::level).thenComparing(Territory::code))
                .forEach(one -> collect(one, segments));
        Map<Sides, List<LineSegment>> stretches = new LinkedHashMap<>();
        segments.forEach((segment, sides) ->
                stretches.computeIfAbsent(sides, key -> new ArrayList<>()).add(segment));
        List<Border> borders = new ArrayList<>();
        stretches.forEach((sides, parts) -> borders.addAll(merged(sides, parts)));
        return borders;
    }

    private static void collect(Territory one, Map<LineSegment, Sides> segments) {
        for (Object ring : LinearComponentExtracter.getLines(one.area())) {
            Coordinate[] points = ((LineString) ring).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                LineSegment segment = new LineSegment(points[i - 1], points[i]);
                segment.normalize();
                segments.merge(segment, new Sides(one.level(), Set.of(one.code())), BorderEdges::shared);
            }
        }
    }

    /** A village's edge on the border of its town is the town's. */
    private static Sides shared(Sides first, Sides next) {
        if (first.level != next.level) {
            return first;
        }
        Set<String> both = new TreeSet<>(first.codes);
        both.addAll(next.codes);
        return new Sides(first.level, both);
    }

    private static List<Border> merged(Sides sides, List<LineSegment> parts) {
        LineMerger merger = new LineMerger();
        for (LineSegment part : parts) {
            merger.add(Geometries.FACTORY.createLineString(new Coordinate[] {part.p0, part.p1}));
        }
        List<Border> borders = new ArrayList<>();
        for (Object line : merger.getMergedLineStrings()) {
            borders.add(new Border(sides.level, sides.codes, (Geometry) line));
        }
        return borders;
    }

    private BorderEdges() {}
}
