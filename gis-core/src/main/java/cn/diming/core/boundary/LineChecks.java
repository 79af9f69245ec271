package cn.diming.core.boundary;

import cn.diming.core.geo.CrsDetector;
import cn.diming.core.geo.CrsOpinion;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.GeometryChecks;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Checks BL-01 to BL-15 of one line in the version that holds. */
final class LineChecks {

    private final BoundaryLine line;
    private final Agreement agreement;
    private final Geometry geometry;
    private final LineSurroundings around;
    private final BoundaryTolerance tolerance;
    private final LineMeasure measure;
    private final List<BoundaryFinding> findings = new ArrayList<>();

    LineChecks(BoundaryLine line, LineSurroundings around, BoundaryTolerance tolerance) {
        this.line = line;
        this.agreement = line.current().agreement();
        this.geometry = line.current().geometry();
        this.around = around;
        this.tolerance = tolerance;
        this.measure = new LineMeasure(geometry);
    }

    /** In the order of the rules. */
    List<BoundaryFinding> run() {
        copies();
        if (measure.lengthMetres() == 0) {
            findings.add(BoundaryFinding.of(BoundaryRule.BL_02, "界线没有图形"));
            return findings;
        }
        ends();
        form();
        course();
        length();
        statedCourse();
        referenceSystem();
        movingFeatures();
        findings.addAll(new MarkerChecks(line, measure, around, tolerance).run());
        findings.addAll(new SideChecks(line, measure, around, tolerance).run());
        findings.sort(Comparator.comparing(BoundaryFinding::rule));
        return findings;
    }

    private void ends() {
        Coordinate[] all = geometry.getCoordinates();
        List<LonLat> ends = List.of(LonLat.of(all[0]), LonLat.of(all[all.length - 1]));
        for (ThreeWayPoint point : around.points()) {
            double nearest = ends.stream()
                    .mapToDouble(end -> Ellipsoid.distanceMetres(end, point.position()))
                    .min()
                    .orElseThrow();
            if (nearest > tolerance.endMetres()) {
                findings.add(BoundaryFinding.at(
                        BoundaryRule.BL_01,
                        "界线端点与三交点 " + point.officialNumber().orElse(point.usualNumber()) + " 相距" + metres(nearest),
                        point.position(),
                        nearest));
            }
        }
        if (around.points().isEmpty()) {
            findings.add(BoundaryFinding.note(BoundaryRule.BL_01, "没有登记三交点，无法核对端点"));
        }
    }

    private void form() {
        GeometryChecks.warnings(geometry)
                .forEach(problem -> findings.add(new BoundaryFinding(
                        BoundaryRule.BL_02,
                        BoundaryRule.BL_02.severity(),
                        problem.words(),
                        problem.place(),
                        java.util.OptionalDouble.empty())));
    }

    /** Lines run from west to east or from north to south, whichever is the longer way. */
    private void course() {
        LonLat start = measure.at(0);
        LonLat end = measure.at(measure.lengthMetres());
        double east = (end.lon() - start.lon()) * Math.cos(Math.toRadians(start.lat()));
        double south = start.lat() - end.lat();
        boolean backwards = Math.abs(east) >= Math.abs(south) ? east < 0 : south < 0;
        if (backwards) {
            findings.add(BoundaryFinding.at(BoundaryRule.BL_04, "界线应自西向东或自北向南，现为反向", start));
        }
    }

    private void length() {
        agreement.statedLengthMetres().ifPresent(stated -> {
            double difference = Math.abs(stated - measure.lengthMetres());
            double allowed = Math.max(tolerance.lengthMetres(), tolerance.lengthShare() * stated);
            if (difference > allowed) {
                findings.add(new BoundaryFinding(
                        BoundaryRule.BL_07,
                        BoundaryRule.BL_07.severity(),
                        String.format(
                                Locale.ROOT,
                                "协议长度 %.1f 米，图上量得 %.1f 米，相差 %.1f 米",
                                stated,
                                measure.lengthMetres(),
                                difference),
                        Optional.empty(),
                        java.util.OptionalDouble.of(difference)));
            }
        });
    }

    private void statedCourse() {
        String text = agreement.course().orElse("");
        List<StatedCourse.Step> steps = StatedCourse.steps(text);
        StatedCourse.totalMetres(text).ifPresent(total -> {
            if (Math.abs(total - measure.lengthMetres())
                    > Math.max(tolerance.lengthMetres(), tolerance.lengthShare() * total)) {
                findings.add(BoundaryFinding.of(
                        BoundaryRule.BL_08,
                        String.format(Locale.ROOT, "走向说明称全长 %.1f 米，图上量得 %.1f 米", total, measure.lengthMetres())));
            }
        });
        new CourseComparison(measure, steps).differences().forEach(findings::add);
    }

    /** The outlines of both sides are where the line must be, whatever system it came in. */
    private void referenceSystem() {
        List<Geometry> edges = java.util.stream.Stream.of(around.left(), around.right())
                .flatMap(Optional::stream)
                .map(Geometry::getBoundary)
                .toList();
        Optional<Geometry> known = edges.isEmpty()
                ? Optional.empty()
                : Optional.of(geometry.getFactory().buildGeometry(edges));
        CrsOpinion opinion = CrsDetector.judge(Arrays.asList(geometry.getCoordinates()), known);
        if (!opinion.isAsStored()) {
            findings.add(BoundaryFinding.at(
                    BoundaryRule.BL_13, "界线坐标" + opinion.words(), measure.at(measure.lengthMetres() / 2)));
        }
    }

    /** A river that has moved does not move the line (Art. 7); it calls for a special inspection (Art. 12). */
    private void movingFeatures() {
        for (LineSection section : agreement.sections()) {
            Optional<Geometry> feature =
                    section.feature().map(name -> around.features().get(name));
            if (!section.basis().canMove() || feature.isEmpty()) {
                continue;
            }
            LineMeasure today = new LineMeasure(feature.get());
            measure.sampled(tolerance.featureMetres()).stream()
                    .map(measure::foot)
                    .filter(foot ->
                            foot.alongMetres() >= section.fromMetres() && foot.alongMetres() <= section.toMetres())
                    .map(LineMeasure.Foot::position)
                    .filter(place -> apart(today, place) > tolerance.featureMetres())
                    .max(Comparator.comparingDouble(place -> apart(today, place)))
                    .map(place -> moved(section, place, apart(today, place)))
                    .ifPresent(findings::add);
        }
    }

    private static double apart(LineMeasure today, LonLat place) {
        return today.foot(place).distanceMetres();
    }

    private BoundaryFinding moved(LineSection section, LonLat place, double apart) {
        String name = section.feature().orElse("");
        BoundaryFinding found = BoundaryFinding.at(
                BoundaryRule.BL_14, name + "已离开界线" + metres(apart) + "，界线不随之移动（条例第七条），建议进行专项检查（第十二条）", place, apart);
        return line.kind() == LineKind.LEGAL
                ? found.callingFor(String.format(
                        Locale.ROOT,
                        "%s已离开界线%s（里程 %.0f 至 %.0f 米，%s）",
                        name,
                        metres(apart),
                        section.fromMetres(),
                        section.toMetres(),
                        section.basis().title()))
                : found;
    }

    private void copies() {
        Optional<String> left = agreement.leftCopySha256().or(around::leftCopy);
        Optional<String> right = agreement.rightCopySha256().or(around::rightCopy);
        if (left.isPresent() && right.isPresent() && !left.equals(right)) {
            findings.add(BoundaryFinding.of(BoundaryRule.BL_12, "双方所存协议书副本的摘要不同，不是同一份文件"));
        } else if (left.isEmpty() || right.isEmpty()) {
            findings.add(BoundaryFinding.note(
                    BoundaryRule.BL_12, left.isEmpty() && right.isEmpty() ? "没有登记双方的协议书副本" : "只登记了一方的协议书副本"));
        }
    }

    static String metres(double metres) {
        return String.format(Locale.ROOT, " %.2f 米", metres);
    }
}
