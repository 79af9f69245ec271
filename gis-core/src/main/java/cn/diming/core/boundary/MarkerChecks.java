package cn.diming.core.boundary;

import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** BL-03, BL-04 and BL-15: the markers of one line. */
final class MarkerChecks {

    private final BoundaryLine line;
    private final LineMeasure measure;
    private final LineSurroundings around;
    private final BoundaryTolerance tolerance;
    private final List<BoundaryFinding> findings = new ArrayList<>();

    MarkerChecks(BoundaryLine line, LineMeasure measure, LineSurroundings around, BoundaryTolerance tolerance) {
        this.line = line;
        this.measure = measure;
        this.around = around;
        this.tolerance = tolerance;
    }

    List<BoundaryFinding> run() {
        around.markers().forEach(this::onTheLine);
        around.markers().stream()
                .filter(marker -> marker.kind().isShared() && marker.position().isPresent())
                .collect(Collectors.groupingBy(BoundaryMarker::sequence))
                .values()
                .forEach(this::onBothSides);
        order();
        around.markers().forEach(this::registration);
        return findings;
    }

    private void onTheLine(BoundaryMarker marker) {
        if (marker.kind().standsOffTheLine() || marker.position().isEmpty()) {
            return;
        }
        LonLat place = marker.position().get();
        double off = measure.foot(place).distanceMetres();
        if (off > tolerance.markerMetres()) {
            findings.add(BoundaryFinding.at(
                    BoundaryRule.BL_03, marker.officialNumber() + " 号界桩离界线" + LineChecks.metres(off), place, off));
        }
    }

    private void onBothSides(List<BoundaryMarker> group) {
        long left = group.stream()
                .filter(marker -> measure.foot(marker.position().orElseThrow()).offsetMetres() > 0)
                .count();
        BoundaryMarker first = group.getFirst();
        if (group.size() > 1 && (left == 0 || left == group.size())) {
            findings.add(BoundaryFinding.at(
                    BoundaryRule.BL_03,
                    first.officialNumber() + " 等同号界桩都在界线的同一侧",
                    first.position().orElseThrow()));
        } else if (group.size() == 1) {
            findings.add(BoundaryFinding.at(
                    BoundaryRule.BL_03,
                    first.officialNumber() + " 是" + first.kind().title() + "，却没有另一座",
                    first.position().orElseThrow()));
        }
    }

    private void order() {
        List<BoundaryMarker> numbered = around.markers().stream()
                .filter(marker -> marker.sequence() > 0
                        && marker.kind() != MarkerKind.THREE_WAY
                        && marker.position().isPresent())
                .sorted(Comparator.comparingInt(BoundaryMarker::sequence))
                .toList();
        double last = 0;
        int sequence = 0;
        for (BoundaryMarker marker : numbered) {
            LonLat place = marker.position().orElseThrow();
            double along = measure.foot(place).alongMetres();
            if (marker.sequence() > sequence && along < last - tolerance.markerMetres()) {
                findings.add(BoundaryFinding.at(BoundaryRule.BL_04, marker.officialNumber() + " 号界桩的序号与沿线次序不符", place));
            }
            last = marker.sequence() > sequence ? Math.max(along, last) : last;
            sequence = marker.sequence();
        }
    }

    private void registration(BoundaryMarker marker) {
        List<String> lacking = new ArrayList<>();
        if (marker.position().isEmpty()) {
            lacking.add("坐标");
        }
        if (marker.witnesses().size() < Witness.FEWEST) {
            lacking.add("方位物（" + marker.witnesses().size() + "/" + Witness.FEWEST + "）");
        }
        int photos = around.photos().getOrDefault(marker.id(), 0);
        if (photos < tolerance.photos()) {
            lacking.add("照片（" + photos + "/" + tolerance.photos() + "）");
        }
        boolean managed = marker.detail().managingCode().filter(line::concerns).isPresent();
        if (!managed && marker.kind() != MarkerKind.THREE_WAY) {
            lacking.add("管理方（应为界线一侧）");
        }
        if (!lacking.isEmpty()) {
            String message = marker.officialNumber() + " 号界桩登记不全，缺少" + String.join("、", lacking);
            findings.add(marker.position()
                    .map(place -> BoundaryFinding.at(BoundaryRule.BL_15, message, place))
                    .orElseGet(() -> BoundaryFinding.of(BoundaryRule.BL_15, message)));
        }
    }
}
