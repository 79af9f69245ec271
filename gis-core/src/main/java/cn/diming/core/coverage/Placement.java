package cn.diming.core.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Areas that say they belong to another parent than the one they lie in. Three witnesses, in this order: the parents' outlines;
 * the way codes are built; and, where neither tells, the neighbours.
 */
final class Placement {

    /** An outline is the parent's part when most of it lies inside. */
    private static final double MOST = 0.5;

    private final List<Outline> outlines;
    private final Map<String, Ground> grounds = new HashMap<>();
    private final Map<Integer, String> realParents = new HashMap<>();

    Placement(List<Outline> outlines, Map<String, Geometry> parents) {
        this.outlines = outlines;
        parents.forEach((code, outline) ->
                grounds.put(code, new Ground(code, outline, PreparedGeometryFactory.prepare(outline))));
    }

    /** What a parent covers. */
    private record Ground(String code, Geometry outline, PreparedGeometry prepared) {

        double shareOf(Geometry area) {
            return prepared.covers(area)
                    ? 1
                    : Overlay.intersection(area, outline).getArea() / area.getArea();
        }
    }

    List<Defect> find() {
        List<Defect> defects = new ArrayList<>();
        Optional<CodeRule> rule = CodeRule.of(outlines);
        Neighbours neighbours = new Neighbours(outlines);
        for (Outline outline : outlines) {
            outline.unit()
                    .parentCode()
                    .flatMap(parent -> misplaced(outline, parent, rule, neighbours))
                    .ifPresent(note -> defects.add(
                            new Defect(CoverageRule.WRONG_PARENT, List.of(outline), outline.metres(), 0, note)));
        }
        return defects;
    }

    /** The parent an area lies in, which may not be the one it names. */
    Optional<String> parentOf(Outline outline) {
        return Optional.ofNullable(realParents.get(outline.index()))
                .or(() -> outline.unit().parentCode());
    }

    private Optional<String> misplaced(Outline outline, String parent, Optional<CodeRule> rule, Neighbours neighbours) {
        Ground own = grounds.get(parent);
        Optional<Ground> other = own == null ? Optional.empty() : lyingIn(outline, own);
        if (other.isPresent()) {
            realParents.put(outline.index(), other.get().code());
            return Optional.of("登记的上级是{" + parent + "}，图形却在{" + other.get().code() + "}内");
        }
        if (rule.filter(known -> known.isBroken(outline.unit().code(), parent)).isPresent()) {
            return Optional.of("登记的上级是{" + parent + "}，代码 " + outline.unit().code() + " 却不属于它");
        }
        return own != null
                ? Optional.empty()
                : neighbours.foreign(outline).map(near -> "登记的上级是{" + parent + "}，四周却没有它的单元，多属于{" + near + "}");
    }

    /** The other parent that holds most of the area; empty when its own does, or none. */
    private Optional<Ground> lyingIn(Outline outline, Ground own) {
        if (own.shareOf(outline.metres()) > MOST) {
            return Optional.empty();
        }
        return grounds.values().stream()
                .filter(other -> other != own && other.prepared().intersects(outline.metres()))
                .filter(other -> other.shareOf(outline.metres()) > MOST)
                .findFirst();
    }

    /** Who shares borders with whom. */
    private static final class Neighbours {
        private final Map<Integer, Map<String, Double>> borders = new HashMap<>();
        private final Set<String> groups = new HashSet<>();

        Neighbours(List<Outline> outlines) {
            Map<LineSegment, Outline> first = new HashMap<>();
            Map<String, Integer> sizes = new HashMap<>();
            for (Outline outline : outlines) {
                outline.unit().parentCode().ifPresent(parent -> sizes.merge(parent, 1, Integer::sum));
                for (LineSegment segment : segments(outline.metres())) {
                    Outline other = first.putIfAbsent(segment, outline);
                    if (other != null && other.index() != outline.index()) {
                        add(outline, other, segment.getLength());
                        add(other, outline, segment.getLength());
                    }
                }
            }
            sizes.forEach((parent, size) -> {
                if (size > 1) {
                    groups.add(parent);
                }
            });
        }

        /** The parent of most of the border when no neighbour has the area's own; areas that touch nobody tell nothing. */
        Optional<String> foreign(Outline outline) {
            Map<String, Double> beside = borders.getOrDefault(outline.index(), Map.of());
            String own = outline.unit().parentCode().orElse("");
            boolean alone = beside.isEmpty() || beside.containsKey(own) || !groups.contains(own);
            return alone
                    ? Optional.empty()
                    : beside.entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .map(Map.Entry::getKey);
        }

        private void add(Outline outline, Outline beside, double length) {
            beside.unit()
                    .parentCode()
                    .ifPresent(parent -> borders.computeIfAbsent(outline.index(), i -> new HashMap<>())
                            .merge(parent, length, Double::sum));
        }

        private static List<LineSegment> segments(Geometry outline) {
            List<LineSegment> segments = new ArrayList<>();
            for (Object line : LinearComponentExtracter.getLines(outline)) {
                Coordinate[] points = ((Geometry) line).getCoordinates();
                for (int i = 1; i < points.length; i++) {
                    LineSegment segment = new LineSegment(points[i - 1], points[i]);
                    segment.normalize();
                    segments.add(segment);
                }
            }
            return segments;
        }
    }
}
