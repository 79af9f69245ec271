package cn.diming.dataimport.shapefile;

import cn.diming.dataimport.source.SourceProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Builds polygons from rings in any order and any direction: a ring inside an even number of others is a shell, inside an
 * odd number a hole. The direction, which the format prescribes, is not asked: writers get it wrong, above all with Z.
 *
 * <pre>
 *   +-------------+
 *   | 0  +-----+  |   0 shell
 *   |    | 1   |  |   1 hole of 0
 *   |    | [2] |  |   2 shell: an island in the hole
 *   |    +-----+  |
 *   +-------------+
 * </pre>
 */
final class RingNesting {
    /** Pairs looked at in one record; the islands of a whole country need a tenth of it, an attack needs billions. */
    private static final int MOST_PAIRS = 1_000_000;

    private final List<SourceProblem> problems;
    private int pairs;
    private int unclosed;

    RingNesting(List<SourceProblem> problems) {
        this.problems = problems;
    }

    /** A polygon or multipolygon; nothing where every ring is degenerate. */
    Optional<Geometry> polygon(List<CoordinateXY[]> parts) throws ShapeDecoder.BadShape {
        List<Ring> rings = parts.stream()
                .map(this::closed)
                .filter(points -> points.length > 3 && Area.ofRing(points) > 0)
                .map(Ring::new)
                .sorted(Comparator.comparingDouble((Ring ring) -> ring.area).reversed())
                .collect(Collectors.toCollection(ArrayList::new));
        int degenerate = parts.size() - rings.size();
        removeRepeated(rings);
        tell(degenerate, rings.isEmpty());
        List<Ring> shells = nest(rings);
        return switch (shells.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(shells.getFirst().polygon());
            default ->
                Optional.of(ShapeDecoder.FACTORY.createMultiPolygon(
                        shells.stream().map(Ring::polygon).toArray(Polygon[]::new)));
        };
    }

    private CoordinateXY[] closed(CoordinateXY[] points) {
        if (points.length < 3 || points[0].equals2D(points[points.length - 1])) {
            return points;
        }
        unclosed++;
        CoordinateXY[] ring = Arrays.copyOf(points, points.length + 1);
        ring[points.length] = points[0];
        return ring;
    }

    private void tell(int degenerate, boolean nothingLeft) {
        if (unclosed > 0) {
            problems.add(SourceProblem.note("有 " + unclosed + " 个环没有闭合，已闭合"));
        }
        if (degenerate > 0) {
            String words = "有 " + degenerate + " 个环退化（不足四个点或面积为零），已忽略";
            problems.add(nothingLeft ? SourceProblem.row(words) : SourceProblem.note(words));
        }
    }

    /** The same ring twice would become a hole that fills its shell; equal rings are neighbours in the order of area. */
    private void removeRepeated(List<Ring> rings) {
        int before = rings.size();
        for (int i = rings.size() - 1; i > 0; i--) {
            if (rings.get(i).sameAs(rings.get(i - 1))) {
                rings.remove(i);
            }
        }
        if (rings.size() < before) {
            problems.add(SourceProblem.note("有 " + (before - rings.size()) + " 个环重复，已忽略"));
        }
    }

    /** Gives every hole to its shell; rings come largest first, so a ring's container stands before it. */
    private List<Ring> nest(List<Ring> rings) throws ShapeDecoder.BadShape {
        List<Ring> shells = new ArrayList<>();
        STRtree tree = new STRtree();
        for (int i = 0; i < rings.size(); i++) {
            Ring ring = rings.get(i);
            ring.order = i;
            tree.insert(ring.box, ring);
        }
        for (Ring ring : rings) {
            ring.parent = rings.size() == 1 ? null : container(ring, tree);
            ring.depth = ring.parent == null ? 0 : ring.parent.depth + 1;
            if (ring.depth % 2 == 0) {
                shells.add(ring);
            } else if (ring.parent != null) {
                ring.parent.holes.add(ring.line);
            }
        }
        return shells;
    }

    /** The smallest ring around this one. */
    private @Nullable Ring container(Ring ring, STRtree tree) throws ShapeDecoder.BadShape {
        List<Ring> around = new ArrayList<>();
        for (Object found : tree.query(ring.box)) {
            Ring other = (Ring) found;
            if (++pairs > MOST_PAIRS) {
                throw new ShapeDecoder.BadShape("环过多且互相重叠，无法判断内外");
            }
            if (other.order < ring.order && other.box.covers(ring.box)) {
                around.add(other);
            }
        }
        around.sort(Comparator.comparingInt((Ring other) -> other.order).reversed());
        return around.stream().filter(other -> other.contains(ring)).findFirst().orElse(null);
    }

    private static final class Ring {
        private final LinearRing line;
        private final Envelope box;
        private final double area;
        private final List<LinearRing> holes = new ArrayList<>();
        private @Nullable Ring parent;
        private @Nullable PointOnGeometryLocator locator;
        private int order;
        private int depth;

        private Ring(CoordinateXY[] points) {
            this.line = ShapeDecoder.FACTORY.createLinearRing(points);
            this.box = line.getEnvelopeInternal();
            this.area = Area.ofRing(points);
        }

        private boolean sameAs(Ring other) {
            return area == other.area && box.equals(other.box) && line.equalsNorm(other.line);
        }

        private Polygon polygon() {
            return ShapeDecoder.FACTORY.createPolygon(line, holes.toArray(LinearRing[]::new));
        }

        /** Decided by the first corner, then edge middle, that is not on this ring itself: rings may touch. */
        private boolean contains(Ring inner) {
            Coordinate[] corners = inner.line.getCoordinates();
            for (Coordinate corner : corners) {
                int place = locate(corner);
                if (place != Location.BOUNDARY) {
                    return place == Location.INTERIOR;
                }
            }
            for (int i = 1; i < corners.length; i++) {
                int place = locate(
                        new CoordinateXY((corners[i - 1].x + corners[i].x) / 2, (corners[i - 1].y + corners[i].y) / 2));
                if (place != Location.BOUNDARY) {
                    return place == Location.INTERIOR;
                }
            }
            return true;
        }

        private int locate(Coordinate point) {
            PointOnGeometryLocator ready = locator;
            if (ready == null) {
                ready = new IndexedPointInAreaLocator(line);
                locator = ready;
            }
            return ready.locate(point);
        }
    }
}
