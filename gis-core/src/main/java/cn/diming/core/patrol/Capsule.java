package cn.diming.core.patrol;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * All places within a distance of a leg, in metres of a plane. It is convex, so what a straight line has in it is one stretch.
 *
 * @param leg from one fix to the next; both may be one place
 */
record Capsule(LineSegment leg, double radius) {

    /** A part of a segment by shares of its length, 0 to 1. */
    record Share(double from, double to) {

        Optional<Share> and(Share other) {
            Share common = new Share(Math.max(from, other.from), Math.min(to, other.to));
            return common.from < common.to ? Optional.of(common) : Optional.empty();
        }
    }

    private static final Share ALL = new Share(0, 1);

    /** The part of the segment that lies inside. */
    Optional<Share> of(LineSegment segment) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (Optional<Share> part : List.of(inDisc(segment, leg.p0), inDisc(segment, leg.p1), inStrip(segment))) {
            from = Math.min(from, part.map(Share::from).orElse(from));
            to = Math.max(to, part.map(Share::to).orElse(to));
        }
        return from < to ? new Share(from, to).and(ALL) : Optional.empty();
    }

    /** Between the two ends, to the left and right of the leg. */
    private Optional<Share> inStrip(LineSegment segment) {
        double length = leg.getLength();
        if (length == 0) {
            return Optional.empty();
        }
        double east = (leg.p1.x - leg.p0.x) / length;
        double north = (leg.p1.y - leg.p0.y) / length;
        return between(ahead(segment.p0, east, north), ahead(segment.p1, east, north), 0, length)
                .flatMap(along -> between(
                                aside(segment.p0, east, north), aside(segment.p1, east, north), -radius, radius)
                        .flatMap(along::and));
    }

    private double ahead(Coordinate at, double east, double north) {
        return (at.x - leg.p0.x) * east + (at.y - leg.p0.y) * north;
    }

    private double aside(Coordinate at, double east, double north) {
        return (at.y - leg.p0.y) * east - (at.x - leg.p0.x) * north;
    }

    /** Where a value that runs evenly from one end to the other lies between two others. */
    private static Optional<Share> between(double start, double end, double least, double most) {
        if (start == end) {
            return start >= least && start <= most
                    ? Optional.of(new Share(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                    : Optional.empty();
        }
        double one = (least - start) / (end - start);
        double other = (most - start) / (end - start);
        return Optional.of(new Share(Math.min(one, other), Math.max(one, other)));
    }

    private Optional<Share> inDisc(LineSegment segment, Coordinate centre) {
        double dx = segment.p1.x - segment.p0.x;
        double dy = segment.p1.y - segment.p0.y;
        double px = segment.p0.x - centre.x;
        double py = segment.p0.y - centre.y;
        double a = dx * dx + dy * dy;
        double b = px * dx + py * dy;
        double under = b * b - a * (px * px + py * py - radius * radius);
        if (a == 0 || under <= 0) {
            return Optional.empty();
        }
        double root = Math.sqrt(under);
        return Optional.of(new Share((-b - root) / a, (-b + root) / a));
    }
}
