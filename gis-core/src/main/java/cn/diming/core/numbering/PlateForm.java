package cn.diming.core.numbering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** What can be said of plates without their street: DP-10, DP-11, DP-13 to DP-16 and DP-18 to DP-20. */
final class PlateForm {

    private final List<PlateFinding> findings;

    private PlateForm(List<PlateFinding> findings) {
        this.findings = findings;
    }

    static void check(
            List<Plate> plates, Map<String, Geometry> villages, CheckLimits limits, List<PlateFinding> findings) {
        PlateForm form = new PlateForm(findings);
        Map<String, PreparedGeometry> outlines = new HashMap<>();
        villages.forEach((code, outline) -> outlines.put(code, PreparedGeometryFactory.prepare(outline)));
        for (Plate plate : plates) {
            form.checkWriting(plate);
            form.checkPlace(plate, outlines);
            form.checkUse(plate, limits);
        }
        form.checkReserved(plates);
        form.checkBuildings(plates);
        form.checkPositions(plates);
        form.checkCompounds(plates);
    }

    private void checkWriting(Plate plate) {
        Optional<PlateNumber> number = plate.number();
        if (number.isEmpty()) {
            boolean nested = plate.written().matches(".*(附|之|-).*(附|之|-).*");
            add(nested ? PlateRule.DP_10 : PlateRule.DP_16, plate, nested ? "附号不得再编附号" : "读不出号码");
        } else if (!number.get().text().equals(plate.written())) {
            add(PlateRule.DP_16, plate, "应写作“" + number.get().text() + "”");
        }
    }

    private void checkPlace(Plate plate, Map<String, PreparedGeometry> outlines) {
        PreparedGeometry outline = outlines.get(plate.villageCode());
        if (outline != null
                && plate.position().isPresent()
                && !outline.covers(plate.position().get().toPoint())) {
            add(PlateRule.DP_14, plate, "位置不在所属村（社区）内");
        }
    }

    private void checkUse(Plate plate, CheckLimits limits) {
        if (plate.traits().temporary() && plate.traits().usedAsProof()) {
            add(PlateRule.DP_19, plate, "临时门牌已用于证照");
        }
        if (plate.traits().installed()) {
            if (plate.traits().photoMetres().isEmpty()) {
                add(PlateRule.DP_20, plate, "已安装，没有照片");
            } else if (plate.traits().photoMetres().getAsDouble() > limits.photoMetres()) {
                add(
                        PlateRule.DP_20,
                        plate,
                        "照片拍摄位置相距 %.0f 米".formatted(plate.traits().photoMetres().getAsDouble()));
            }
        }
    }

    private void checkReserved(List<Plate> plates) {
        for (List<Plate> group : groups(plates, PlateForm::address)) {
            Optional<Plate> reserved =
                    group.stream().filter(p -> p.traits().reserved()).findFirst();
            Optional<Plate> used =
                    group.stream().filter(p -> !p.traits().reserved()).findFirst();
            if (reserved.isPresent() && used.isPresent()) {
                findings.add(new PlateFinding(
                        PlateRule.DP_11,
                        List.of(used.get().id(), reserved.get().id()),
                        used.get().title() + "：该号码仍在预留"));
            }
        }
    }

    private static Optional<String> address(Plate plate) {
        return plate.number()
                .map(number -> (plate.street().isPresent()
                                ? plate.street().toString()
                                : plate.villageCode() + plate.streetName())
                        + "/" + number.main() + "/" + number.sub());
    }

    private void checkBuildings(List<Plate> plates) {
        for (List<Plate> group : groups(plates, plate -> plate.traits().building())) {
            long doors = group.stream()
                    .filter(plate -> plate.traits().unit().isEmpty())
                    .count();
            if (doors > 1) {
                addGroup(PlateRule.DP_13, group, "同一栋建筑有 " + doors + " 块门牌而无单元");
            }
        }
        for (List<Plate> group : groups(plates, PlateForm::address)) {
            long buildings = group.stream()
                    .flatMap(plate -> plate.traits().building().stream())
                    .distinct()
                    .count();
            if (buildings > 1) {
                addGroup(PlateRule.DP_13, group, buildings + " 栋建筑共用一块门牌");
            }
        }
    }

    private void checkPositions(List<Plate> plates) {
        for (List<Plate> group : groups(
                plates,
                plate -> plate.position()
                        .filter(p -> plate.traits().unit().isEmpty())
                        .map(Object::toString))) {
            addGroup(PlateRule.DP_15, group, "与另外 " + (group.size() - 1) + " 块门牌坐标相同");
        }
    }

    private void checkCompounds(List<Plate> plates) {
        Map<String, List<Plate>> compounds = plates.stream()
                .filter(plate -> plate.traits().compound().isPresent())
                .collect(
                        Collectors.groupingBy(plate -> plate.traits().compound().orElseThrow()));
        compounds.values().stream()
                .filter(group ->
                        group.stream().noneMatch(plate -> plate.traits().mainOfCompound()))
                .forEach(group -> addGroup(PlateRule.DP_18, group, "所在院落没有主号"));
    }

    /** Those that share what {@code key} gives, two or more. */
    private static List<List<Plate>> groups(List<Plate> plates, Function<Plate, Optional<String>> key) {
        Map<String, List<Plate>> groups = new HashMap<>();
        plates.forEach(plate -> key.apply(plate)
                .ifPresent(shared -> groups.merge(
                        shared,
                        List.of(plate),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList())));
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private void addGroup(PlateRule rule, List<Plate> group, String words) {
        List<Long> ids = new ArrayList<>(group.stream().map(Plate::id).sorted().toList());
        findings.add(new PlateFinding(rule, ids, group.getFirst().title() + "：" + words));
    }

    private void add(PlateRule rule, Plate plate, String words) {
        findings.add(new PlateFinding(rule, List.of(plate.id()), plate.title() + "：" + words));
    }
}
