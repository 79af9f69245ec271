package cn.diming.core.boundary;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;

/**
 * Distances along a line and beside it, in metres on the ellipsoid. The parts of a line in several parts follow one another;
 * the jumps between them have no length.
 */
public final class LineMeasure {

    private final List<Leg> legs = new ArrayList<>();
    private final double length;

    /** @param line LineString or MultiLineString in EPSG:4490 */
    public LineMeasure(Geometry line) {
        double along = 0;
        for (int part = 0; part < line.getNumGeometries(); part++) {
            Coordinate[] points = line.getGeometryN(part).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                double metres = Ellipsoid.distanceMetres(LonLat.of(points[i - 1]), LonLat.of(points[i]));
                legs.add(new Leg(points[i - 1], points[i], along, metres));
                along += metres;
            }
        }
        length = along;
    }

    public double lengthMetres() {
        return length;
    }

    /**
     * The place on a line nearest to a point.
     *
     * @param alongMetres from the line's start
     * @param offsetMetres from the line; positive on its left, negative on its right
     */
    public record Foot(LonLat position, double alongMetres, double offsetMetres) {

        public double distanceMetres() {
            return Math.abs(offsetMetres);
        }
    }

    /** @throws IllegalStateException for a line without length */
    public Foot foot(LonLat point) {
        LocalPlane plane = new LocalPlane(point);
        Coordinate here = new Coordinate(0, 0);
        Leg nearest = null;
        double best = Double.POSITIVE_INFINITY;
        for (Leg leg : legs) {
            double distance = leg.in(plane).distance(here);
            if (distance < best) {
                best = distance;
                nearest = leg;
            }
        }
        if (nearest == null) {
            throw new IllegalStateException("a line without length has no nearest place");
        }
        LineSegment segment = nearest.in(plane);
        LonLat foot = plane.toLonLat(segment.closestPoint(here));
        double share = Math.clamp(segment.projectionFactor(here), 0, 1);
        int side = Orientation.index(segment.p0, segment.p1, here);
        double offset = Ellipsoid.distanceMetres(point, foot) * (side < 0 ? -1 : 1);
        return new Foot(foot, nearest.along + share * nearest.metres, offset);
    }

    /** The place so far along; the ends for what lies before or behind. */
    public LonLat at(double alongMetres) {
        for (Leg leg : legs) {
            if (alongMetres <= leg.along + leg.metres) {
                double share = leg.metres == 0 ? 0 : Math.max(0, alongMetres - leg.along) / leg.metres;
                return new LonLat(
                        leg.from.x + share * (leg.to.x - leg.from.x), leg.from.y + share * (leg.to.y - leg.from.y));
            }
        }
        return LonLat.of(legs.getLast().to);
    }

    /** Places along the line, not farther apart than that, its vertices among them. */
    public List<LonLat> sampled(double stepMetres) {
        List<LonLat> places = new ArrayList<>();
        for (Leg leg : legs) {
            int pieces = Math.max(1, (int) Math.ceil(leg.metres / stepMetres));
            for (int i = 0; i < pieces; i++) {
                double share = (double) i / pieces;
                places.add(new LonLat(
                        leg.from.x + share * (leg.to.x - leg.from.x), leg.from.y + share * (leg.to.y - leg.from.y)));
            }
        }
        if (!legs.isEmpty()) {
            places.add(LonLat.of(legs.getLast().to));
        }
        return places;
    }

    /** From vertex to vertex. */
    public List<Leg> legs() {
        return List.copyOf(legs);
    }

    /**
     * From one vertex to the next.
     *
     * @param from longitude and latitude, EPSG:4490
     * @param along metres from the line's start
     */
    public record Leg(Coordinate from, Coordinate to, double along, double metres) {

        /** @param share of the leg, 0 to 1 */
        public Coordinate at(double share) {
            return new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
        }

        LineSegment in(LocalPlane plane) {
            return new LineSegment(plane.toMetres(from), plane.toMetres(to));
        }

        double bearingDegrees() {
            return Ellipsoid.bearingDegrees(LonLat.of(from), LonLat.of(to));
        }
    }
}
