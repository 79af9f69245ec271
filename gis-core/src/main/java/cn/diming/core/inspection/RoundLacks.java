package cn.diming.core.inspection;

import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.LineMeasure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a round still lacks before it can be compiled. The line is walked whole, each marker is looked at (民政部令第28号 Art. 3: stakes
 * and their witnesses, changes near the line, cross-boundary projects), and what takes both sides is confirmed by both.
 */
final class RoundLacks {

    /** Less than this between two stretches is a matter of rounding. */
    private static final double JOINT_METRES = 1;

    private final RoundFile file;
    private final InspectionRules rules;
    private final List<BoundaryMarker> markers;
    private final LineMeasure measure;
    private final List<String> lacks = new ArrayList<>();

    private RoundLacks(RoundFile file, InspectionRules rules, List<BoundaryMarker> markers, LineMeasure measure) {
        this.file = file;
        this.rules = rules;
        this.markers = markers;
        this.measure = measure;
    }

    static List<String> of(RoundFile file, InspectionRules rules, List<BoundaryMarker> markers, LineMeasure measure) {
        RoundLacks round = new RoundLacks(file, rules, markers, measure);
        for (Side side : Side.values()) {
            round.side(side);
        }
        markers.forEach(round::marker);
        round.stretches();
        file.valid().forEach(round::record);
        return round.lacks;
    }

    private void side(Side side) {
        SideWork work = file.side(side);
        if (work.participants().isEmpty()) {
            lacks.add(side.title() + "还没有参加人员");
        }
        long open = rules.items().stream()
                .filter(item -> item.must() && file.answer(side, item.key()).isEmpty())
                .count();
        if (open > 0) {
            lacks.add(side.title() + "还有 " + open + " 项核对未填（内业核对、平安边界）");
        }
        if (work.opinion().isEmpty()) {
            lacks.add(side.title() + "还没有写检查意见");
        }
    }

    private void marker(BoundaryMarker marker) {
        Optional<Side> assigned = assigned(marker);
        boolean seen = file.valid().stream()
                .filter(record -> assigned.isEmpty() || record.side() == assigned.get())
                .flatMap(record -> record.marker().stream())
                .anyMatch(check -> check.markerId() == marker.id());
        if (!seen) {
            lacks.add("界桩 " + marker.officialNumber() + " 还没有检查"
                    + assigned.map(side -> "（由" + side.title() + "负责）").orElse(""));
        }
    }

    private Optional<Side> assigned(BoundaryMarker marker) {
        return marker.position()
                .map(measure::foot)
                .flatMap(foot -> file.round().plan().sections().stream()
                        .filter(section -> section.holds(foot.alongMetres()))
                        .map(AssignedSection::side)
                        .findFirst());
    }

    private void stretches() {
        double reached = 0;
        List<Finding.SegmentCheck> walked = file.valid().stream()
                .flatMap(record -> record.segment().stream())
                .sorted(Comparator.comparingDouble(Finding.SegmentCheck::fromMetres))
                .toList();
        for (Finding.SegmentCheck segment : walked) {
            gap(reached, segment.fromMetres());
            reached = Math.max(reached, segment.toMetres());
        }
        gap(reached, measure.lengthMetres());
    }

    private void gap(double from, double to) {
        if (to - from > JOINT_METRES) {
            lacks.add(String.format(Locale.ROOT, "界线里程 %.0f 至 %.0f 米还没有走到", from, to));
        }
    }

    private void record(FieldRecord record) {
        String title = title(record);
        long coming =
                record.photos().stream().filter(photo -> !photo.isSettled()).count();
        if (coming > 0) {
            lacks.add(title + "还有 " + coming + " 张照片没有传完");
        }
        record.marker().ifPresent(check -> {
            if (record.photos(PhotoPhase.BEFORE) < rules.photos()) {
                lacks.add(title + "的照片不足 " + rules.photos() + " 张");
            }
            if (check.action().needsBothSides() && record.photos(PhotoPhase.AFTER) < rules.photos()) {
                lacks.add(title + check.action().title() + "后的照片不足 " + rules.photos() + " 张");
            }
        });
        if (record.needsConfirmation() && !record.isConfirmed()) {
            lacks.add(title + "的" + record.marker().orElseThrow().action().title() + "还没有经"
                    + record.side().other().title() + "确认（《行政区域界线管理条例》第六条）");
        }
    }

    private String title(FieldRecord record) {
        return record.side().title()
                + record.marker()
                        .map(check -> "界桩 "
                                + markers.stream()
                                        .filter(one -> one.id() == check.markerId())
                                        .map(BoundaryMarker::officialNumber)
                                        .findFirst()
                                        .orElse("")
                                + " ")
                        .orElse("界线段");
    }
}
