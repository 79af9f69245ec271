package cn.diming.core.coverage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlay.snap.GeometrySnapper;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** The outlines of a finding after a repair, in the plane of the finding. */
final class Mending {

    private final List<Outline> outlines;
    private final Geometry shape;
    private final CoverageTolerance tolerance;

    Mending(List<Outline> outlines, Geometry shape, CoverageTolerance tolerance) {
        this.outlines = outlines;
        this.shape = shape;
        this.tolerance = tolerance;
    }

    /** Only the outlines that change. */
    Map<Outline, Geometry> by(RepairMethod method) {
        Map<Outline, Geometry> changed = new LinkedHashMap<>();
        switch (method) {
            case FILL -> fill(changed);
            case CUT -> cut(changed);
            case SNAP -> snap(changed);
            case MERGE_VERTICES -> merge(changed);
        }
        changed.entrySet().removeIf(entry -> entry.getKey().metres().equalsTopo(entry.getValue()));
        return changed;
    }

    private void fill(Map<Outline, Geometry> changed) {
        Geometry covered =
                OverlayNGRobust.union(outlines.stream().map(Outline::metres).toList());
        Geometry empty = Overlay.difference(shape, covered);
        longestBorder()
                .filter(outline -> !empty.isEmpty())
                .ifPresent(outline ->
                        changed.put(outline, areas(Overlay.union(snapped(outline.metres(), empty), empty))));
    }

    private void cut(Map<Outline, Geometry> changed) {
        Optional<Outline> keeper = longestBorder();
        for (Outline outline : outlines) {
            if (keeper.isPresent() && outline != keeper.get()) {
                Geometry common = Overlay.intersection(
                        Overlay.intersection(outline.metres(), keeper.get().metres()),
                        shape.buffer(tolerance.noiseMetres()));
                changed.put(outline, areas(Overlay.difference(outline.metres(), common)));
            }
        }
    }

    private void snap(Map<Outline, Geometry> changed) {
        Outline first = outlines.getFirst();
        List<Geometry> others = outlines.stream().skip(1).map(Outline::metres).toList();
        if (!others.isEmpty()) {
            Geometry neighbours = first.metres().getFactory().buildGeometry(others);
            Geometry drawn = areas(new GeometrySnapper(first.metres()).snapTo(neighbours, tolerance.sliverMetres()));
            Geometry claimed = Overlay.intersection(drawn, OverlayNGRobust.union(others));
            changed.put(first, areas(Overlay.difference(drawn, claimed)));
        }
    }

    private void merge(Map<Outline, Geometry> changed) {
        Outline first = outlines.getFirst();
        TopologyPreservingSimplifier simplifier = new TopologyPreservingSimplifier(first.metres());
        simplifier.setDistanceTolerance(tolerance.noiseMetres());
        changed.put(first, areas(simplifier.getResultGeometry()));
    }

    private Optional<Outline> longestBorder() {
        Geometry reach = shape.buffer(tolerance.noiseMetres());
        return outlines.stream()
                .max(Comparator.comparingDouble(
                        outline -> Overlay.intersection(outline.metres().getBoundary(), reach)
                                .getLength()));
    }

    /** Rounding on the way to the plane and back leaves edges apart that are one. */
    private Geometry snapped(Geometry outline, Geometry piece) {
        return new GeometrySnapper(outline).snapTo(piece, tolerance.noiseMetres() / 10);
    }

    private static Geometry areas(Geometry geometry) {
        Geometry fixed = geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
        return fixed instanceof Polygonal ? fixed : fixed.buffer(0);
    }
}
