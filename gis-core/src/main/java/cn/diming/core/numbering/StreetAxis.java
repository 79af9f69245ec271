package cn.diming.core.numbering;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * A street's line, put in order from where its numbers begin. Chainage is in geodesic metres along the line; between the
 * parts of an interrupted street it goes on over the gap.
 */
public final class StreetAxis {

    private final LocalPlane plane;
    private final List<Leg> legs;
    private final Coordinate start;
    private final Coordinate end;

    /** One straight piece, in metres of the plane. */
    private record Leg(
            Coordinate from, Coordinate to, double chainage, double metres, boolean firstOfPart, boolean lastOfPart) {

        double length() {
            return from.distance(to);
        }

        /** Of the point's foot, 0 at {@code from}, 1 at {@code to}, beyond at the ends. */
        double fraction(Coordinate point) {
            double length = length();
            return length == 0
                    ? 0
                    : ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / (length * length);
        }

        double distance(Coordinate point) {
            double along = Math.clamp(fraction(point), 0, 1);
            return point.distance(new Coordinate(from.x + along * (to.x - from.x), from.y + along * (to.y - from.y)));
        }

        /** Metres to the left of the leg's own direction; negative to the right. */
        double left(Coordinate point) {
            double length = length();
            return length == 0
                    ? 0
                    : ((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)) / length;
        }
    }

    /**
     * Where a point stands along the street.
     *
     * @param chainage metres from the beginning; below 0 or above the length before and behind the ends
     * @param distanceMetres from the line
     * @param side empty when it lies on the line, or straight ahead of an end
     */
    public record Foot(double chainage, double distanceMetres, Optional<Side> side) {}

    private StreetAxis(LocalPlane plane, List<Leg> legs) {
        this.plane = plane;
        this.legs = legs;
        this.start = legs.getFirst().from;
        this.end = legs.getLast().to;
    }

    /**
     * The street's line beginning at the end that {@code distanceFromOrigin} puts nearest.
     *
     * @param lines LineString or MultiLineString, EPSG:4490, at least one of some length
     * @param distanceFromOrigin smaller = nearer to where numbers begin; given positions in EPSG:4490
     */
    public static StreetAxis of(Geometry lines, ToDoubleFunction<LonLat> distanceFromOrigin) {
        List<LineString> parts = new ArrayList<>(merged(lines));
        LonLat middle = LonLat.of(lines.getEnvelopeInternal().centre());
        LocalPlane plane = new LocalPlane(middle);
        List<Coordinate[]> ordered = new ArrayList<>();
        Coordinate last = firstEnd(parts, distanceFromOrigin);
        while (!parts.isEmpty()) {
            LineString next = nearest(parts, last);
            parts.remove(next);
            Coordinate[] line = oriented(next, last);
            ordered.add(line);
            last = line[line.length - 1];
        }
        return new StreetAxis(plane, legs(ordered, plane));
    }

    @SuppressWarnings("unchecked")
    private static List<LineString> merged(Geometry lines) {
        LineMerger merger = new LineMerger();
        merger.add(lines);
        List<LineString> parts = List.copyOf(merger.getMergedLineStrings());
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("街路巷没有线形，不能编号");
        }
        return parts;
    }

    private static Coordinate firstEnd(List<LineString> parts, ToDoubleFunction<LonLat> distance) {
        List<Coordinate> ends = new ArrayList<>();
        for (LineString part : parts) {
            ends.add(part.getCoordinateN(0));
            ends.add(part.getCoordinateN(part.getNumPoints() - 1));
        }
        return Collections.min(
                ends,
                (a, b) -> Double.compare(distance.applyAsDouble(LonLat.of(a)), distance.applyAsDouble(LonLat.of(b))));
    }

    private static LineString nearest(List<LineString> parts, Coordinate last) {
        return Collections.min(parts, (a, b) -> Double.compare(toEnd(a, last), toEnd(b, last)));
    }

    private static double toEnd(LineString part, Coordinate point) {
        return Math.min(
                part.getCoordinateN(0).distance(point),
                part.getCoordinateN(part.getNumPoints() - 1).distance(point));
    }

    private static Coordinate[] oriented(LineString part, Coordinate last) {
        boolean backwards = part.getCoordinateN(part.getNumPoints() - 1).distance(last)
                < part.getCoordinateN(0).distance(last);
        return (backwards ? part.reverse() : part).getCoordinates();
    }

    private static List<Leg> legs(List<Coordinate[]> parts, LocalPlane plane) {
        List<Leg> legs = new ArrayList<>();
        double chainage = 0;
        Coordinate before = parts.getFirst()[0];
        for (Coordinate[] part : parts) {
            chainage += metres(before, part[0]);
            for (int i = 1; i < part.length; i++) {
                double metres = metres(part[i - 1], part[i]);
                if (metres > 0) {
                    legs.add(new Leg(
                            plane.toMetres(part[i - 1]),
                            plane.toMetres(part[i]),
                            chainage,
                            metres,
                            i == 1,
                            i == part.length - 1));
                }
                chainage += metres;
            }
            before = part[part.length - 1];
        }
        return legs;
    }

    private static double metres(Coordinate from, Coordinate to) {
        return Ellipsoid.distanceMetres(LonLat.of(from), LonLat.of(to));
    }

    public double lengthMetres() {
        Leg last = legs.getLast();
        return last.chainage + last.metres;
    }

    public LonLat start() {
        return plane.toLonLat(start);
    }

    public LonLat end() {
        return plane.toLonLat(end);
    }

    /** From true north, of the way from the beginning to the end. */
    public double bearingDegrees() {
        return Math.toDegrees(Math.atan2(end.x - start.x, end.y - start.y));
    }

    /** The point so many metres from the beginning, on the line. */
    public LonLat at(double chainage) {
        Leg leg = legs.getFirst();
        for (Leg candidate : legs) {
            if (candidate.chainage <= chainage) {
                leg = candidate;
            }
        }
        double along = Math.clamp((chainage - leg.chainage) / leg.metres, 0, 1);
        return plane.toLonLat(new Coordinate(
                leg.from.x + along * (leg.to.x - leg.from.x), leg.from.y + along * (leg.to.y - leg.from.y)));
    }

    /** Where a position stands along the street; of a street that meets itself, the nearer piece counts. */
    public Foot locate(LonLat position, double axisToleranceMetres) {
        Coordinate point = plane.toMetres(new Coordinate(position.lon(), position.lat()));
        int nearest = 0;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < legs.size(); i++) {
            double candidate = legs.get(i).distance(point);
            if (candidate < distance) {
                distance = candidate;
                nearest = i;
            }
        }
        double left = left(nearest, point);
        Optional<Side> side = Math.abs(left) <= axisToleranceMetres
                ? Optional.empty()
                : Optional.of(left > 0 ? Side.LEFT : Side.RIGHT);
        return new Foot(chainage(nearest, point), distance, side);
    }

    private double chainage(int index, Coordinate point) {
        Leg leg = legs.get(index);
        double from = index == 0 ? Double.NEGATIVE_INFINITY : 0;
        double to = index == legs.size() - 1 ? Double.POSITIVE_INFINITY : 1;
        return leg.chainage + Math.clamp(leg.fraction(point), from, to) * leg.metres;
    }

    /** At the outside of a bend the two legs may disagree; the leg whose line the point is farther from is right. */
    private double left(int index, Coordinate point) {
        Leg leg = legs.get(index);
        double fraction = leg.fraction(point);
        double left = leg.left(point);
        if (fraction < 0 && !leg.firstOfPart && index > 0) {
            return farther(left, legs.get(index - 1).left(point));
        }
        if (fraction > 1 && !leg.lastOfPart && index < legs.size() - 1) {
            return farther(left, legs.get(index + 1).left(point));
        }
        return left;
    }

    private static double farther(double one, double other) {
        return Math.abs(one) >= Math.abs(other) ? one : other;
    }
}
