package cn.diming.core.boundary;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** BL-05, BL-06, BL-09, BL-10 and BL-11: the outlines on both sides of one line and what lies beside it. */
final class SideChecks {

    /** So far beside the line one looks which outline is there. */
    private static final double ASIDE_METRES = 20;

    private static final double STEP_METRES = 50;

    private final BoundaryLine line;
    private final LineMeasure measure;
    private final LineSurroundings around;
    private final BoundaryTolerance tolerance;
    private final List<BoundaryFinding> findings = new ArrayList<>();

    SideChecks(BoundaryLine line, LineMeasure measure, LineSurroundings around, BoundaryTolerance tolerance) {
        this.line = line;
        this.measure = measure;
        this.around = around;
        this.tolerance = tolerance;
    }

    List<BoundaryFinding> run() {
        sides();
        around.left().ifPresent(outline -> edge(line.left(), outline));
        around.right().ifPresent(outline -> edge(line.right(), outline));
        overlap();
        names();
        enclaves(line.left(), around.left(), line.right(), around.right());
        enclaves(line.right(), around.right(), line.left(), around.left());
        return findings;
    }

    private void sides() {
        if (around.left().isEmpty() || around.right().isEmpty()) {
            findings.add(BoundaryFinding.note(BoundaryRule.BL_05, "两侧的行政区划没有都登记图形，无法核对"));
            return;
        }
        IndexedPointInAreaLocator left =
                new IndexedPointInAreaLocator(around.left().get());
        IndexedPointInAreaLocator right =
                new IndexedPointInAreaLocator(around.right().get());
        int swapped = 0;
        int agreeing = 0;
        for (LineMeasure.Leg leg : measure.legs()) {
            LonLat middle = measure.at(leg.along() + leg.metres() / 2);
            LonLat onLeft = Ellipsoid.move(middle, leg.bearingDegrees() - 90, ASIDE_METRES);
            LonLat onRight = Ellipsoid.move(middle, leg.bearingDegrees() + 90, ASIDE_METRES);
            agreeing += isIn(left, onLeft) && isIn(right, onRight) ? 1 : 0;
            swapped += isIn(left, onRight) && isIn(right, onLeft) ? 1 : 0;
        }
        if (swapped > agreeing) {
            findings.add(
                    BoundaryFinding.at(BoundaryRule.BL_05, "界线登记的左右两侧区划与图形相反", measure.at(measure.lengthMetres() / 2)));
        } else if (agreeing == 0) {
            findings.add(
                    BoundaryFinding.at(BoundaryRule.BL_05, "界线两侧不是登记的两个区划", measure.at(measure.lengthMetres() / 2)));
        }
    }

    private static boolean isIn(IndexedPointInAreaLocator area, LonLat place) {
        return area.locate(new Coordinate(place.lon(), place.lat())) == Location.INTERIOR;
    }

    /** How far the outline's edge lies from the line, and how much ground lies between. */
    private void edge(DivisionCode side, Geometry outline) {
        Geometry lonLat = line.current().geometry();
        LocalPlane plane = new LocalPlane(Bbox.of(lonLat).centre());
        IndexedFacetDistance distance = new IndexedFacetDistance(plane.toMetres(outline.getBoundary()));
        double farthest = 0;
        LonLat where = measure.at(0);
        for (LonLat place : measure.sampled(STEP_METRES)) {
            double off = distance.distance(plane.toMetres((Geometry) place.toPoint()));
            if (off > farthest) {
                farthest = off;
                where = place;
            }
        }
        if (farthest > tolerance.edgeMetres()) {
            findings.add(BoundaryFinding.at(
                    BoundaryRule.BL_06,
                    String.format(Locale.ROOT, "%s的图形边界与法定界线不一致，最大偏差 %.2f 米", side.prefix(), farthest),
                    where,
                    farthest));
        }
    }

    private void overlap() {
        if (around.left().isEmpty() || around.right().isEmpty()) {
            return;
        }
        Geometry common =
                OverlayNGRobust.overlay(around.left().get(), around.right().get(), OverlayNG.INTERSECTION);
        double area = Ellipsoid.areaSquareMetres(common);
        if (area > tolerance.edgeMetres() * measure.lengthMetres() / 100) {
            findings.add(BoundaryFinding.at(
                    BoundaryRule.BL_09,
                    String.format(Locale.ROOT, "两侧图形相互重叠 %.1f 平方米", area),
                    LonLat.of(common.getInteriorPoint().getCoordinate()),
                    area));
        }
    }

    /** Names and plates near the line that say they belong to the other side. */
    private void names() {
        for (LineSurroundings.Named named : around.named()) {
            LineMeasure.Foot foot = measure.foot(named.position());
            boolean beside =
                    foot.distanceMetres() <= tolerance.nameMetres() && foot.distanceMetres() > tolerance.edgeMetres();
            DivisionCode here = foot.offsetMetres() > 0 ? line.left() : line.right();
            DivisionCode there = foot.offsetMetres() > 0 ? line.right() : line.left();
            if (beside
                    && named.divisionCode().startsWith(there.prefix())
                    && !named.divisionCode().startsWith(here.prefix())) {
                findings.add(BoundaryFinding.at(
                        BoundaryRule.BL_10,
                        "“" + named.title() + "”登记属于 " + there.prefix() + "，却在界线的 " + here.prefix() + " 一侧"
                                + LineChecks.metres(foot.distanceMetres()),
                        named.position(),
                        foot.distanceMetres()));
            }
        }
    }

    /** A part that touches nothing but the other side is an enclave and must stand in the agreement (Art. 11). */
    private void enclaves(DivisionCode owner, Optional<Geometry> outline, DivisionCode host, Optional<Geometry> other) {
        if (outline.isEmpty() || other.isEmpty()) {
            return;
        }
        long listed = line.current().agreement().enclaves().stream()
                .filter(enclave ->
                        enclave.owner().equals(owner) && enclave.host().equals(host))
                .count();
        List<Geometry> found = new ArrayList<>();
        for (int i = 0; i < outline.get().getNumGeometries(); i++) {
            Geometry part = outline.get().getGeometryN(i);
            if (outline.get().getNumGeometries() > 1 && isSurrounded(part, other.get())) {
                found.add(part);
            }
        }
        if (found.size() > listed) {
            findings.add(BoundaryFinding.at(
                    BoundaryRule.BL_11,
                    owner.prefix() + " 在 " + host.prefix() + " 内有 " + found.size() + " 处飞地，协议列明 " + listed + " 处",
                    LonLat.within(found.getFirst())));
        } else if (found.size() < listed) {
            findings.add(BoundaryFinding.of(
                    BoundaryRule.BL_11,
                    "协议列明 " + owner.prefix() + " 在 " + host.prefix() + " 内有 " + listed + " 处飞地，图形上有 " + found.size()
                            + " 处"));
        }
    }

    private static boolean isSurrounded(Geometry part, Geometry other) {
        Geometry edge = part.getBoundary();
        Geometry common = OverlayNGRobust.overlay(edge, other.getBoundary(), OverlayNG.INTERSECTION);
        return common.getLength() > 0.9 * edge.getLength();
    }
}
