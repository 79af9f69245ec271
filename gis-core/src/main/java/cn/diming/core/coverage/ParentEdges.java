package cn.diming.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Areas together against the outline of their parent: ground of the parent that none covers, ground outside that some does. */
final class ParentEdges {

    /** More disagreements than this along one parent are two drawings of one border, not so many defects. */
    private static final int MOST = 20;

    private final List<Outline> outlines;
    private final Map<String, Geometry> parents;
    private final Placement placement;
    private final CoverageTolerance tolerance;

    ParentEdges(List<Outline> outlines, Map<String, Geometry> parents, Placement placement, CoverageTolerance tolerance) {
        this.outlines = outlines;
        this.parents = parents;
        this.placement = placement;
        this.tolerance = tolerance;
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
        children.forEach((parent, parts) -> {
            Geometry outline = parents.get(parent);
            if (outline != null) {
                compare(parent, outline, parts, known, defects);
            }
        });
        return defects;
    }

    private void compare(
            String parent, Geometry outline, List<Outline> parts, List<Defect> known, List<Defect> defects) {
        Geometry together =
                OverlayNGRobust.union(parts.stream().map(Outline::metres).toList());
        if (together.equalsTopo(outline)) {
            return;
        }
        double smallUnit = Gaps.smallUnit(parts);
        List<Defect> found = new ArrayList<>();
        for (Pieces.Piece piece : Pieces.wider(Overlay.difference(outline, together), tolerance.noiseMetres())) {
            if (!isKnown(piece, known)) {
                found.add(uncovered(piece, parts, smallUnit));
            }
        }
        for (Pieces.Piece piece : Pieces.wider(Overlay.difference(together, outline), tolerance.noiseMetres())) {
            if (!isKnown(piece, known)) {
                Defect plain = new Defect(CoverageRule.OUTSIDE_PARENT, beside(piece, parts), piece);
                found.add(new Defect(plain.rule(), plain.owners(), plain.shape(), plain.width(), "{" + parent + "}"));
            }
        }
        if (found.size() <= MOST) {
            defects.addAll(found);
            return;
        }
        found.stream().filter(defect -> defect.rule() == CoverageRule.MISSING_UNIT).forEach(defects::add);
        Defect widest = found.stream().max(Comparator.comparingDouble(Defect::width)).orElseThrow();
        defects.add(new Defect(
                CoverageRule.PARENT_EDGE, widest.owners(), widest.shape(), widest.width(), "{" + parent + "}"));
    }

    private Defect uncovered(Pieces.Piece piece, List<Outline> parts, double smallUnit) {
        CoverageRule rule = CoverageRule.GAP;
        if (Defect.isSliver(piece, tolerance)) {
            rule = CoverageRule.SLIVER_GAP;
        } else if (piece.polygon().getArea() >= smallUnit) {
            rule = CoverageRule.MISSING_UNIT;
        }
        return new Defect(rule, beside(piece, parts), piece);
    }

    private List<Outline> beside(Pieces.Piece piece, List<Outline> parts) {
        Geometry reach = piece.polygon().buffer(tolerance.noiseMetres());
        return parts.stream()
                .filter(part -> part.metres().intersects(reach))
                .sorted(Comparator.comparingDouble((Outline part) ->
                        -part.metres().getBoundary().intersection(reach).getLength()))
                .toList();
    }

    private static boolean isKnown(Pieces.Piece piece, List<Defect> known) {
        Geometry inside = piece.polygon().getInteriorPoint();
        return known.stream()
                .anyMatch(defect -> defect.shape().getEnvelopeInternal().intersects(inside.getEnvelopeInternal())
                        && defect.shape().intersects(inside));
    }
}
