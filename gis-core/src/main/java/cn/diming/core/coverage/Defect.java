package cn.diming.core.coverage;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A finding in the plane of the check.
 *
 * @param note what the rule's message says besides: a code of a parent (with {@code %s} for its name), or a displacement
 */
record Defect(CoverageRule rule, List<Outline> owners, Geometry shape, double width, String note) {

    Defect {
        owners = List.copyOf(owners);
    }

    Defect(CoverageRule rule, List<Outline> owners, Pieces.Piece piece) {
        this(rule, owners, piece.polygon(), piece.width(), "");
    }

    /** The note with codes of parents replaced by their names. */
    String note(Map<String, String> names) {
        String words = note;
        for (Map.Entry<String, String> name : names.entrySet()) {
            words = words.replace("{" + name.getKey() + "}", name.getValue());
        }
        return words.replaceAll("[{}]", "");
    }

    /** Whether the shape is a strip rather than a field: narrow, and at least ten times as long as wide. */
    static boolean isSliver(Pieces.Piece piece, CoverageTolerance tolerance) {
        double length = piece.polygon().getLength() / 2;
        return piece.width() <= tolerance.sliverMetres() && length >= 5 * piece.width();
    }
}
