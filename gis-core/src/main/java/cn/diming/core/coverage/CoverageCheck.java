package cn.diming.core.coverage;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.GeometryChecks;
import cn.diming.core.geo.GeometryProblem;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Checks that areas of one level cover their territory: no gaps, no overlaps, each in its parent. Everything is measured in one
 * local plane; published areas are those of the ellipsoid.
 */
public final class CoverageCheck {

    private final CoverageTolerance tolerance;
    private final LocalPlane plane;
    private final List<CoverageUnit> units;
    private final List<Outline> outlines = new ArrayList<>();
    private final Map<String, Geometry> parents = new HashMap<>();
    private final Map<String, String> parentNames = new HashMap<>();
    private final List<CoverageFinding> findings = new ArrayList<>();

    private CoverageCheck(List<CoverageUnit> units, List<CoverageUnit> above, CoverageTolerance wanted) {
        List<Geometry> all =
                units.stream().flatMap(unit -> unit.outline().stream()).toList();
        Envelope box = new Envelope();
        all.forEach(geometry -> box.expandToInclude(geometry.getEnvelopeInternal()));
        this.units = units;
        this.plane = new LocalPlane(box.isNull() ? new LonLat(0, 0) : centre(box));
        this.tolerance = wanted.atLeast(CoordinateGrid.halfDiagonalMetres(all));
        units.forEach(this::takeIn);
        for (CoverageUnit parent : above) {
            parentNames.put(parent.code(), parent.title());
            parent.outline()
                    .flatMap(this::sound)
                    .ifPresent(outline -> parents.put(parent.code(), plane.toMetres(outline)));
        }
    }

    /**
     * What is wrong with a coverage, the worst first.
     *
     * @param parents the areas of the level above, as far as they are known
     */
    public static List<CoverageFinding> check(
            List<CoverageUnit> units, List<CoverageUnit> parents, CoverageTolerance tolerance) {
        return new CoverageCheck(units, parents, tolerance).run();
    }

    private List<CoverageFinding> run() {
        repeatedCodes();
        Overlaps overlaps = new Overlaps(outlines, tolerance);
        Gaps gaps = new Gaps(outlines, overlaps.flagged(), tolerance);
        Placement placement = new Placement(outlines, parents);
        Shifts shifts = new Shifts(outlines, tolerance);
        List<Defect> defects = new ArrayList<>(overlaps.find());
        defects.addAll(gaps.holes());
        defects.addAll(placement.find());
        defects.addAll(new ParentEdges(outlines, parents, placement, tolerance).find(defects));
        defects.addAll(gaps.slits(defects));
        shifts.explain(defects).forEach(defect -> findings.add(finding(defect)));
        findings.sort(
                Comparator.comparing((CoverageFinding found) -> found.rule().severity())
                        .thenComparing(found -> found.rule())
                        .thenComparing(found -> -found.squareMetres()));
        return findings;
    }

    private void takeIn(CoverageUnit unit) {
        if (unit.outline().isEmpty()) {
            findings.add(plain(CoverageRule.MISSING_OUTLINE, List.of(unit), Optional.empty(), unit.title() + "没有图形"));
            return;
        }
        Geometry outline = unit.outline().get();
        List<GeometryProblem> problems = outline instanceof Polygonal
                ? GeometryChecks.check(outline)
                : List.of(new GeometryProblem("不是面", Optional.empty()));
        for (GeometryProblem problem : problems) {
            findings.add(plain(
                    CoverageRule.SELF_INTERSECTION,
                    List.of(unit),
                    problem.place().or(() -> anywhere(outline)),
                    unit.title() + "：" + problem.words()));
        }
        sound(outline).ifPresent(good -> outlines.add(new Outline(outlines.size(), unit, plane.toMetres(good))));
    }

    /** Fit for the checks that follow; empty where nothing of it has area. */
    private Optional<Geometry> sound(Geometry outline) {
        boolean finite = Double.isFinite(outline.getEnvelopeInternal().getWidth());
        if (!(outline instanceof Polygonal) || outline.isEmpty() || !finite) {
            return Optional.empty();
        }
        Geometry good = outline.isValid() ? outline : GeometryFixer.fix(outline);
        return good instanceof Polygonal && !good.isEmpty() ? Optional.of(good) : Optional.empty();
    }

    private void repeatedCodes() {
        units.stream().collect(Collectors.groupingBy(CoverageUnit::code)).forEach((code, same) -> {
            if (same.size() > 1) {
                findings.add(plain(
                        CoverageRule.DUPLICATE_CODE,
                        same,
                        same.getFirst().outline().flatMap(CoverageCheck::anywhere),
                        "代码 " + code + " 用了 " + same.size() + " 次："
                                + same.stream().map(CoverageUnit::title).collect(Collectors.joining("、"))));
            }
        });
    }

    private CoverageFinding finding(Defect defect) {
        Geometry shape = plane.toLonLat(defect.shape());
        double area = Ellipsoid.areaSquareMetres(shape);
        return new CoverageFinding(
                defect.rule(),
                defect.owners().stream().map(Outline::unit).toList(),
                area,
                defect.width(),
                anywhere(shape),
                Optional.of(shape),
                words(defect, area));
    }

    private String words(Defect defect, double area) {
        List<String> names =
                defect.owners().stream().map(outline -> outline.unit().title()).toList();
        String who = String.join("、", names.subList(0, Math.min(4, names.size()))) + (names.size() > 4 ? "等" : "");
        String size = String.format(Locale.ROOT, "%.1f 平方米，宽 %.2f 米", area, defect.width());
        return switch (defect.rule()) {
            case OVERLAP, SLIVER_OVERLAP -> who + "相互重叠 " + size;
            case GAP, SLIVER_GAP -> who + "之间有缝隙 " + size;
            case MISSING_UNIT -> who + "旁有未覆盖的区域 " + size + "，可能缺少单元";
            case DUPLICATE -> who + "的图形几乎相同（重叠 " + size + "）";
            case SHIFTED -> names.getFirst() + "整体偏移" + defect.note() + "，造成重叠或缝隙 " + size;
            case WRONG_PARENT -> names.getFirst() + defect.note(parentNames);
            case OUTSIDE_PARENT -> names.getFirst() + "超出上级" + defect.note(parentNames) + " " + size;
            case PARENT_EDGE ->
                "下级与上级（" + defect.note(parentNames) + "等）的边界普遍不一致，共 "
                        + defect.shape().getNumGeometries() + " 处 " + size;
            default -> who + " " + size;
        };
    }

    private static CoverageFinding plain(
            CoverageRule rule, List<CoverageUnit> owners, Optional<LonLat> place, String message) {
        return new CoverageFinding(rule, owners, 0, 0, place, Optional.empty(), message);
    }

    private static LonLat centre(Envelope box) {
        return new LonLat(Math.clamp(box.centre().x, -180, 180), Math.clamp(box.centre().y, -85, 85));
    }

    private static Optional<LonLat> anywhere(Geometry geometry) {
        if (geometry.isEmpty()) {
            return Optional.empty();
        }
        var point = geometry instanceof Polygon polygon && polygon.isValid()
                ? polygon.getInteriorPoint().getCoordinate()
                : geometry.getCoordinate();
        boolean onEarth = Math.abs(point.x) <= 180 && Math.abs(point.y) <= 90;
        return onEarth ? Optional.of(LonLat.of(point)) : Optional.empty();
    }
}
