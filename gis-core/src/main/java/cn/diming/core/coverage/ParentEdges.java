package cn.diming.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Areas together against the outline of their parent: ground of the parent that none covers, ground outside that some does. */
final class ParentEdges {

    /** More disagreements than this along one parent are two drawings of one border, not so many defects. */
    private static final int MOST = 20;

    private final List<Outline> outlines;
    private final Map<String, Geometry> parents;
    private final Placement placement;
    private final CoverageTolerance tolerance;
    private final STRtree tree = new STRtree();

    ParentEdges(
            List<Outline> outlines, Map<String, Geometry> parents, Placement placement, CoverageTolerance tolerance) {
        this.outlines = outlines;
        this.parents = parents;
        this.placement = placement;
        this.tolerance = tolerance;
        outlines.forEach(outline -> tree.insert(outline.metres().getEnvelopeInternal(), outline));
    }

    /** @param known what was found without the parents, which is not told again */
    List<Defect> find(List<Defect> known) {
        Map<String, List<Outline>> children = new HashMap<>();
        for (Outline outline : outlines) {
            placement
                    .parentOf(outline)
                    .ifPresent(parent -> children.computeIfAbsent(parent, p -> new ArrayList<>())
                            .add(outline));
        }
        List<Defect> defects = new ArrayList<>();
        List<Defect> unclaimed = new ArrayList<>();
        children.forEach((parent, parts) -> {
            Geometry outline = parents.get(parent);
            if (outline != null) {
                compare(parent, outline, parts, known, defects, unclaimed);
            }
        });
        defects.addAll(unclaimed.size() <= MOST ? unclaimed : List.of(oneForAll(unclaimed)));
        return defects;
    }

    private void compare(
            String parent,
            Geometry outline,
            List<Outline> parts,
            List<Defect> known,
            List<Defect> defects,
            List<Defect> unclaimed) {
        Geometry together =
                OverlayNGRobust.union(parts.stream().map(Outline::metres).toList());
        double smallUnit = Gaps.smallUnit(parts);
        List<Defect> inside = new ArrayList<>();
        for (Pieces.Piece piece : Pieces.wider(Overlay.difference(outline, together), tolerance.noiseMetres())) {
            if (!isKnown(piece, known)
                    && !isCovered(piece)) { // else an area of another parent is told to be outside of its own
                inside.add(uncovered(piece, parts, smallUnit, parent));
            }
        }
        for (Pieces.Piece piece : Pieces.wider(Overlay.difference(together, outline), tolerance.noiseMetres())) {
            if (!isKnown(piece, known)) {
                Defect outside = new Defect(
                        CoverageRule.OUTSIDE_PARENT,
                        beside(piece, parts),
                        piece.polygon(),
                        piece.width(),
                        "{" + parent + "}");
                (isClaimed(piece) ? defects : unclaimed).add(outside);
            }
        }
        if (inside.size() <= MOST) {
            defects.addAll(inside);
        } else {
            inside.stream()
                    .filter(defect -> defect.rule() == CoverageRule.MISSING_UNIT)
                    .forEach(defects::add);
            defects.add(oneForAll(inside));
        }
    }

    private boolean isCovered(Pieces.Piece piece) {
        Geometry middle = piece.polygon().getInteriorPoint();
        for (Object found : tree.query(middle.getEnvelopeInternal())) {
            if (((Outline) found).metres().intersects(middle)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the piece is another parent's ground. */
    private boolean isClaimed(Pieces.Piece piece) {
        Geometry middle = piece.polygon().getInteriorPoint();
        return parents.values().stream()
                .anyMatch(parent -> parent.getEnvelopeInternal().intersects(middle.getEnvelopeInternal())
                        && parent.intersects(middle));
    }

    private static Defect oneForAll(List<Defect> many) {
        Geometry all = OverlayNGRobust.union(many.stream().map(Defect::shape).toList());
        double widest = many.stream().mapToDouble(Defect::width).max().orElseThrow();
        List<Outline> owners = many.stream()
                .flatMap(defect -> defect.owners().stream())
                .distinct()
                .toList();
        return new Defect(
                CoverageRule.PARENT_EDGE, owners, all, widest, many.getFirst().note());
    }

    private Defect uncovered(Pieces.Piece piece, List<Outline> parts, double smallUnit, String parent) {
        CoverageRule rule = CoverageRule.GAP;
        if (Defect.isSliver(piece, tolerance)) {
            rule = CoverageRule.SLIVER_GAP;
        } else if (piece.polygon().getArea() >= smallUnit) {
            rule = CoverageRule.MISSING_UNIT;
        }
        return new Defect(rule, beside(piece, parts), piece.polygon(), piece.width(), "{" + parent + "}");
    }

    private List<Outline> beside(Pieces.Piece piece, List<Outline> parts) {
        Geometry reach = piece.polygon().buffer(tolerance.noiseMetres());
        return parts.stream()
                .filter(part -> part.metres().intersects(reach))
                .sorted(Comparator.comparingDouble(
                        (Outline part) -> -Overlay.intersection(part.metres().getBoundary(), reach)
                                .getLength()))
                .toList();
    }

    private static boolean isKnown(Pieces.Piece piece, List<Defect> known) {
        Geometry inside = piece.polygon().getInteriorPoint();
        return known.stream()
                .anyMatch(defect -> defect.shape().getEnvelopeInternal().intersects(inside.getEnvelopeInternal())
                        && defect.shape().intersects(inside));
    }
}
