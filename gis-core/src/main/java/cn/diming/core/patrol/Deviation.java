package cn.diming.core.patrol;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.Geometries;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * How far a line and what was walked lie apart. The plane only finds the nearest place, which it does well over a whole county;
 * what is told is measured on the ellipsoid.
 */
final class Deviation {

    private static final double STEP_METRES = 2;
    /** Of a walk over thousands of kilometres fewer places are enough. */
    private static final int MOST_PIECES = 100_000;

    private static final double MOST_SHARE = 0.95;

    private final LocalPlane plane;
    private final IndexedFacetDistance nearest;

    private Deviation(Geometry lonLat) {
        plane = new LocalPlane(LonLat.of(lonLat.getEnvelopeInternal().centre()));
        nearest = new IndexedFacetDistance(plane.toMetres(lonLat));
    }

    static Deviation from(Geometry line) {
        return new Deviation(line);
    }

    /** From what was walked; never empty. */
    static Deviation from(List<TrackLeg> walked) {
        LineString[] lines = walked.stream()
                .map(leg -> Geometries.FACTORY.createLineString(
                        new Coordinate[] {leg.from().coordinate(), leg.to().coordinate()}))
                .toArray(LineString[]::new);
        return new Deviation(Geometries.FACTORY.createMultiLineString(lines));
    }

    double metres(LonLat place) {
        Coordinate at = plane.toMetres(new Coordinate(place.lon(), place.lat()));
        Coordinate[] pair = nearest.nearestPoints(Geometries.FACTORY.createPoint(at));
        return Ellipsoid.distanceMetres(plane.toLonLat(pair[0]), plane.toLonLat(pair[1]));
    }

    /**
     * Of a walk along the line.
     *
     * @param most metres, anywhere
     * @param usual metres that 95 % of the way do not exceed
     */
    record Figures(double most, double usual) {}

    /** A piece of the way and how far off the line it is. */
    private record Piece(double metres, double off) {}

    /** @param legs that were walked, the way to the line and from it left out */
    Figures along(List<TrackLeg> legs) {
        List<Piece> pieces = new ArrayList<>();
        double most = 0;
        double step = Math.max(
                STEP_METRES, legs.stream().mapToDouble(TrackLeg::metres).sum() / MOST_PIECES);
        for (TrackLeg leg : legs) {
            int count = Math.max(1, (int) Math.ceil(leg.metres() / step));
            for (int i = 0; i < count; i++) {
                pieces.add(new Piece(leg.metres() / count, metres(place(leg, (i + 0.5) / count))));
            }
            most = Math.max(
                    most,
                    Math.max(metres(leg.from().position()), metres(leg.to().position())));
        }
        return new Figures(Math.max(most, most(pieces)), usual(pieces));
    }

    private static double most(List<Piece> pieces) {
        return pieces.stream().mapToDouble(Piece::off).max().orElse(0);
    }

    private static double usual(List<Piece> pieces) {
        double whole = pieces.stream().mapToDouble(Piece::metres).sum();
        double passed = 0;
        double off = 0;
        for (Piece piece :
                pieces.stream().sorted(Comparator.comparingDouble(Piece::off)).toList()) {
            passed += piece.metres;
            off = piece.off;
            if (passed >= MOST_SHARE * whole) {
                break;
            }
        }
        return off;
    }

    private static LonLat place(TrackLeg leg, double share) {
        return new LonLat(
                leg.from().lon() + share * (leg.to().lon() - leg.from().lon()),
                leg.from().lat() + share * (leg.to().lat() - leg.from().lat()));
    }
}
