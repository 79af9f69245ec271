package cn.diming.core.patrol;

import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Geometries;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/** The line of a patrol: which stretches of it lie near to what was walked. */
final class PatrolledLine {

    /** Over so long a piece a plane is as good as the ellipsoid. */
    private static final double PIECE_METRES = 500;

    private final LineMeasure measure;
    private final List<Piece> pieces = new ArrayList<>();

    /** A straight piece of the line, longitude and latitude. */
    private record Piece(Coordinate from, Coordinate to, double along, double metres) {

        Stretch stretch(Capsule.Share share) {
            return new Stretch(along + share.from() * metres, along + share.to() * metres);
        }
    }

    PatrolledLine(Geometry line) {
        measure = new LineMeasure(line);
        for (LineMeasure.Leg leg : measure.legs()) {
            int count = Math.max(1, (int) Math.ceil(leg.metres() / PIECE_METRES));
            for (int i = 0; i < count; i++) {
                pieces.add(new Piece(
                        leg.at((double) i / count),
                        leg.at((i + 1.0) / count),
                        leg.along() + leg.metres() * i / count,
                        leg.metres() / count));
            }
        }
    }

    double metres() {
        return measure.lengthMetres();
    }

    /** The stretches within a distance of legs that were walked, exactly: no sampling. */
    List<Stretch> near(List<TrackLeg> walked, double metres) {
        STRtree legs = new STRtree();
        walked.forEach(leg ->
                legs.insert(new Envelope(leg.from().coordinate(), leg.to().coordinate()), leg));
        List<Stretch> stretches = new ArrayList<>();
        for (Piece piece : pieces) {
            LocalPlane plane = new LocalPlane(LonLat.of(LineSegment.midPoint(piece.from, piece.to)));
            LineSegment segment = new LineSegment(plane.toMetres(piece.from), plane.toMetres(piece.to));
            Envelope reach = Bbox.of(Geometries.FACTORY.createLineString(new Coordinate[] {piece.from, piece.to}))
                    .growMetres(metres)
                    .toEnvelope();
            for (Object found : legs.query(reach)) {
                LineSegment leg = ((TrackLeg) found).segment();
                Capsule capsule = new Capsule(new LineSegment(plane.toMetres(leg.p0), plane.toMetres(leg.p1)), metres);
                capsule.of(segment).map(piece::stretch).ifPresent(stretches::add);
            }
        }
        return Stretch.joined(stretches);
    }

    /** The line between two places along it; in several parts where it has a jump there. */
    Geometry shape(Stretch stretch) {
        List<LineString> parts = new ArrayList<>();
        List<Coordinate> part = new ArrayList<>();
        for (LineMeasure.Leg leg : measure.legs()) {
            double from = Math.max(stretch.from(), leg.along());
            double to = Math.min(stretch.to(), leg.along() + leg.metres());
            if (from >= to) {
                continue;
            }
            Coordinate start = leg.at((from - leg.along()) / leg.metres());
            if (!part.isEmpty() && part.getLast().distance(start) > 1e-9) {
                parts.add(Geometries.FACTORY.createLineString(part.toArray(Coordinate[]::new)));
                part.clear();
            }
            if (part.isEmpty()) {
                part.add(start);
            }
            part.add(leg.at((to - leg.along()) / leg.metres()));
        }
        if (part.size() > 1) {
            parts.add(Geometries.FACTORY.createLineString(part.toArray(Coordinate[]::new)));
        }
        return parts.size() == 1
                ? parts.getFirst()
                : Geometries.FACTORY.createMultiLineString(parts.toArray(LineString[]::new));
    }
}
