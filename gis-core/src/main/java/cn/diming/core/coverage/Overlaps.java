package cn.diming.core.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Where two areas cover the same ground. The coverage validator of JTS names the areas whose edges do not match their
 * neighbours'; only those are laid over one another.
 */
final class Overlaps {

    /** Two outlines that share nine tenths of both are one outline drawn twice. */
    private static final double SAME = 0.9;

    private final List<Outline> outlines;
    private final CoverageTolerance tolerance;
    private final Set<Integer> flagged = new HashSet<>();

    Overlaps(List<Outline> outlines, CoverageTolerance tolerance) {
        this.outlines = outlines;
        this.tolerance = tolerance;
        Geometry[] all = outlines.stream().map(Outline::metres).toArray(Geometry[]::new);
        Geometry[] invalid = CoverageValidator.validate(all);
        for (int i = 0; i < invalid.length; i++) {
            if (invalid[i] != null && !invalid[i].isEmpty()) {
                flagged.add(i);
            }
        }
    }

    /** Areas of which some edge matches no neighbour's as it should. */
    Set<Integer> flagged() {
        return flagged;
    }

    List<Defect> find() {
        STRtree tree = new STRtree();
        outlines.forEach(outline -> tree.insert(outline.metres().getEnvelopeInternal(), outline));
        List<Defect> defects = new ArrayList<>();
        for (int i : flagged) {
            Outline one = outlines.get(i);
            for (Object found : tree.query(one.metres().getEnvelopeInternal())) {
                Outline other = (Outline) found;
                boolean seen = flagged.contains(other.index()) && other.index() < one.index();
                if (other.index() != one.index() && !seen) {
                    compare(one, other, defects);
                }
            }
        }
        return defects;
    }

    private void compare(Outline one, Outline other, List<Defect> defects) {
        Geometry common = Overlay.intersection(one.metres(), other.metres());
        double larger = Math.max(one.metres().getArea(), other.metres().getArea());
        List<Pieces.Piece> pieces = Pieces.wider(common, tolerance.noiseMetres());
        if (!pieces.isEmpty() && common.getArea() >= SAME * larger) {
            defects.add(duplicate(one, other, pieces));
            return;
        }
        for (Pieces.Piece piece : pieces) {
            CoverageRule rule = Defect.isSliver(piece, tolerance) ? CoverageRule.SLIVER_OVERLAP : CoverageRule.OVERLAP;
            defects.add(new Defect(rule, List.of(one, other), piece));
        }
    }

    /** Told once, in however many parts. */
    private static Defect duplicate(Outline one, Outline other, List<Pieces.Piece> pieces) {
        Geometry parts = one.metres()
                .getFactory()
                .buildGeometry(pieces.stream().map(Pieces.Piece::polygon).toList());
        double widest = pieces.stream().mapToDouble(Pieces.Piece::width).max().orElseThrow();
        return new Defect(CoverageRule.DUPLICATE, List.of(one, other), parts, widest, "");
    }
}
