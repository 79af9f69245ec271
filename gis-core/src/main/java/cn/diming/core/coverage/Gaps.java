package cn.diming.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Ground that no area covers: holes of the union of all, and slits between two areas that open to the outside. */
final class Gaps {

    /** A hole at least as large as the smallest tenth of the areas may be an area that is missing. */
    private static final double MISSING_SHARE = 0.1;

    private final List<Outline> outlines;
    private final Set<Integer> flagged;
    private final CoverageTolerance tolerance;
    private final STRtree tree = new STRtree();

    Gaps(List<Outline> outlines, Set<Integer> flagged, CoverageTolerance tolerance) {
        this.outlines = outlines;
        this.flagged = flagged;
        this.tolerance = tolerance;
        outlines.forEach(outline -> tree.insert(outline.metres().getEnvelopeInternal(), outline));
    }

    List<Defect> holes() {
        List<Defect> defects = new ArrayList<>();
        if (outlines.isEmpty()) {
            return defects;
        }
        double smallUnit = smallUnit(outlines);
        Geometry all = union();
        for (Object found : PolygonExtracter.getPolygons(all)) {
            Polygon polygon = (Polygon) found;
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                Geometry hole = polygon.getFactory().createPolygon(polygon.getInteriorRingN(i));
                Geometry empty = islandsOut(hole, all);
                Pieces.wider(empty, tolerance.noiseMetres()).forEach(piece -> defects.add(gap(piece, smallUnit)));
            }
        }
        return defects;
    }

    /** A hole may have areas inside that touch nothing around them. */
    private static Geometry islandsOut(Geometry hole, Geometry all) {
        return all.getNumGeometries() == 1 ? hole : Overlay.difference(hole, inside(hole, all));
    }

    private static Geometry inside(Geometry hole, Geometry all) {
        List<Geometry> islands = new ArrayList<>();
        for (int i = 0; i < all.getNumGeometries(); i++) {
            Geometry part = all.getGeometryN(i);
            if (hole.getEnvelopeInternal().contains(part.getEnvelopeInternal())) {
                islands.add(part);
            }
        }
        return all.getFactory().buildGeometry(islands);
    }

    private Defect gap(Pieces.Piece piece, double smallUnit) {
        CoverageRule rule = CoverageRule.GAP;
        if (Defect.isSliver(piece, tolerance)) {
            rule = CoverageRule.SLIVER_GAP;
        } else if (piece.polygon().getArea() >= smallUnit) {
            rule = CoverageRule.MISSING_UNIT;
        }
        return new Defect(rule, around(piece.polygon()), piece);
    }

    /** The areas beside a piece, the one with the longest common border first. */
    private List<Outline> around(Geometry piece) {
        List<Outline> beside = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        Geometry reach = piece.buffer(tolerance.noiseMetres());
        for (Object found : tree.query(reach.getEnvelopeInternal())) {
            Outline outline = (Outline) found;
            double common =
                    Overlay.intersection(outline.metres().getBoundary(), reach).getLength();
            if (common > 0) {
                beside.add(outline);
                lengths.add(common);
            }
        }
        List<Outline> sorted = new ArrayList<>(beside);
        sorted.sort(Comparator.comparing((Outline outline) -> -lengths.get(beside.indexOf(outline))));
        return sorted;
    }

    /** Edges that run beside another area's without touching, where nothing that is known explains it. */
    List<Defect> slits(List<Defect> explained) {
        Geometry[] all = outlines.stream().map(Outline::metres).toArray(Geometry[]::new);
        Geometry[] edges = CoverageValidator.validate(all, tolerance.slitMetres());
        STRtree seen = new STRtree();
        explained.forEach(defect -> seen.insert(defect.shape().getEnvelopeInternal(), defect.shape()));
        List<Defect> slits = new ArrayList<>();
        for (int i = 0; i < edges.length; i++) {
            if (edges[i] != null && !edges[i].isEmpty() && !flagged.contains(i)) {
                slit(outlines.get(i), edges[i], seen, slits);
            }
        }
        return slits;
    }

    private void slit(Outline outline, Geometry edge, STRtree seen, List<Defect> slits) {
        Geometry reach =
                BufferOp.bufferOp(edge, tolerance.slitMetres(), new BufferParameters(1, BufferParameters.CAP_FLAT));
        boolean explained =
                seen.query(reach.getEnvelopeInternal()).stream().anyMatch(shape -> reach.intersects((Geometry) shape));
        if (explained) {
            return;
        }
        Geometry open = Overlay.difference(reach, OverlayNGRobust.union(neighbourhood(reach)));
        for (Object found : tree.query(reach.getEnvelopeInternal())) {
            Outline other = (Outline) found;
            double distance = new IndexedFacetDistance(other.metres()).distance(edge);
            boolean beside = other.index() > outline.index() && distance <= tolerance.slitMetres() && distance > 0;
            if (beside) {
                Geometry between = Overlay.intersection(open, other.metres().buffer(tolerance.slitMetres()));
                Pieces.wider(between, tolerance.noiseMetres()).stream()
                        .max(Comparator.comparing(piece -> piece.polygon().getArea()))
                        .ifPresent(piece ->
                                slits.add(new Defect(CoverageRule.SLIVER_GAP, List.of(outline, other), piece)));
            }
        }
    }

    private List<Geometry> neighbourhood(Geometry reach) {
        List<Geometry> near = new ArrayList<>();
        for (Object found : tree.query(reach.getEnvelopeInternal())) {
            near.add(((Outline) found).metres());
        }
        return near;
    }

    /** Those that match their neighbours go together fast; only the rest needs an overlay. */
    private Geometry union() {
        Geometry[] matching = outlines.stream()
                .filter(outline -> !flagged.contains(outline.index()))
                .map(Outline::metres)
                .toArray(Geometry[]::new);
        List<Geometry> rest = new ArrayList<>();
        outlines.stream()
                .filter(outline -> flagged.contains(outline.index()))
                .map(Outline::metres)
                .forEach(rest::add);
        if (matching.length > 0) {
            rest.add(CoverageUnion.union(matching));
        }
        return rest.size() == 1 ? rest.getFirst() : OverlayNGRobust.union(rest);
    }

    static double smallUnit(List<Outline> outlines) {
        double[] areas = outlines.stream()
                .mapToDouble(outline -> outline.metres().getArea())
                .sorted()
                .toArray();
        return areas.length == 0 ? 0 : areas[(int) (areas.length * MISSING_SHARE)];
    }
}
