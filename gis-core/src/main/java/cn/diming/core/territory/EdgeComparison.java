package cn.diming.core.territory;

import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import cn.diming.core.profile.RuleProfiles;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * An outline before and after, seen from one legal line. Forbidden are: an edge that followed the line and no longer does; an
 * edge near it that goes farther away; land that reaches across it; a part beyond it that was not there.
 */
final class EdgeComparison {

    /** Six decimals of a degree, which is what files carry: nearer than that is the same place. */
    private static final double SAME_METRES = 0.1;
    /** An edge this near to the line is meant to be it, however badly it was digitised; one farther off is another edge. */
    private static final double NEAR_METRES = RuleProfiles.nationalNumber("tolerances", "boundary-near-metres");
    /** Less land than a sheet of rounding makes along a long line. */
    private static final double LEAST_SQUARE_METRES = 1;

    private final LocalPlane plane;
    private final Geometry line;
    private final Optional<Geometry> before;
    private final Optional<Geometry> after;

    EdgeComparison(Geometry line, Optional<Geometry> before, Optional<Geometry> after) {
        Envelope box = line.getEnvelopeInternal();
        this.plane = new LocalPlane(LonLat.of(box.centre()));
        this.line = plane.toMetres(line);
        this.before = before.filter(outline -> !outline.isEmpty()).map(plane::toMetres);
        this.after = after.filter(outline -> !outline.isEmpty()).map(plane::toMetres);
    }

    /** In Chinese, to follow the line's name; empty when the line stays the outline's edge. */
    Optional<String> fault(Supplier<Optional<Geometry>> neighbour) {
        Geometry reach = line.getEnvelope().buffer(NEAR_METRES);
        boolean far = before.filter(outline -> outline.intersects(reach)).isEmpty()
                && after.filter(outline -> outline.intersects(reach)).isEmpty();
        if (far && before.isPresent()) {
            return Optional.empty();
        }
        Geometry oldEdge = edge(before);
        Geometry newEdge = edge(after);
        if (leavesTheLine(oldEdge, newEdge)) {
            return Optional.of("原与图形边界重合，新图形离开了它");
        }
        if (goesFartherAway(oldEdge, newEdge)) {
            return Optional.of("旁的图形边界会离它更远");
        }
        if (after.isPresent() && reachesAcross(newEdge)) {
            return Optional.of("会被新图形越过");
        }
        return after.isPresent() && claimsElsewhere(neighbour) ? Optional.of("另一侧会多出一块飞地") : Optional.empty();
    }

    private Geometry edge(Optional<Geometry> outline) {
        return outline.map(Geometry::getBoundary)
                .orElseGet(() -> line.getFactory().createLineString());
    }

    private boolean leavesTheLine(Geometry oldEdge, Geometry newEdge) {
        if (oldEdge.isEmpty()) {
            return false;
        }
        Envelope box = line.getEnvelopeInternal();
        Geometry window = line.getFactory().toGeometry(grown(box, 1));
        Geometry kept = overlay(
                line, overlay(oldEdge, window, OverlayNG.INTERSECTION).buffer(SAME_METRES), OverlayNG.INTERSECTION);
        Geometry gone = newEdge.isEmpty()
                ? kept
                : overlay(
                        kept,
                        overlay(newEdge, window, OverlayNG.INTERSECTION).buffer(2 * SAME_METRES),
                        OverlayNG.DIFFERENCE);
        return gone.getLength() > SAME_METRES;
    }

    private boolean goesFartherAway(Geometry oldEdge, Geometry newEdge) {
        if (oldEdge.isEmpty() || newEdge.isEmpty()) {
            return false;
        }
        IndexedFacetDistance fromOld = new IndexedFacetDistance(oldEdge);
        IndexedFacetDistance fromNew = new IndexedFacetDistance(newEdge);
        for (Coordinate c : Densifier.densify(line, NEAR_METRES).getCoordinates()) {
            Geometry at = line.getFactory().createPoint(c);
            double was = fromOld.distance(at);
            if (was <= NEAR_METRES && fromNew.distance(at) > Math.max(was, 2 * SAME_METRES) + 1e-6) {
                return true;
            }
        }
        return false;
    }

    private boolean reachesAcross(Geometry newEdge) {
        Geometry inside = overlay(line, after.orElseThrow(), OverlayNG.INTERSECTION);
        if (inside.getLength() <= SAME_METRES) {
            return false;
        }
        IndexedFacetDistance fromEdge = new IndexedFacetDistance(newEdge);
        Optional<IndexedPointInAreaLocator> was = before.map(IndexedPointInAreaLocator::new);
        for (int part = 0; part < inside.getNumGeometries(); part++) {
            Coordinate[] points = inside.getGeometryN(part).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                Coordinate middle =
                        new Coordinate((points[i - 1].x + points[i].x) / 2, (points[i - 1].y + points[i].y) / 2);
                if (isNewlyInside(middle, fromEdge, was) || isNewlyInside(points[i], fromEdge, was)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNewlyInside(
            Coordinate at, IndexedFacetDistance fromEdge, Optional<IndexedPointInAreaLocator> was) {
        return fromEdge.distance(line.getFactory().createPoint(at)) > 2 * SAME_METRES
                && was.filter(area -> area.locate(at) == Location.INTERIOR).isEmpty();
    }

    /** Only parts that touch nothing of the former land: what grows across the line is found before. */
    private boolean claimsElsewhere(Supplier<Optional<Geometry>> neighbour) {
        Geometry now = after.orElseThrow();
        if (now.getNumGeometries() == 1 || before.isEmpty()) {
            return false;
        }
        Geometry old = before.get();
        for (int i = 0; i < now.getNumGeometries(); i++) {
            Geometry part = now.getGeometryN(i);
            if (!part.intersects(old)
                    && neighbour
                            .get()
                            .map(plane::toMetres)
                            .filter(other ->
                                    overlay(other, part, OverlayNG.INTERSECTION).getArea() > LEAST_SQUARE_METRES)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        return OverlayNGRobust.overlay(a, b, operation);
    }

    private static Envelope grown(Envelope box, double metres) {
        Envelope larger = new Envelope(box);
        larger.expandBy(metres);
        return larger;
    }
}
