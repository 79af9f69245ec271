package cn.diming.dataimport;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.FeatureFilter;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.source.SourceLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a layer could become: bundled plans whose fields it has, else a kind of record by shape and field names. */
final class TargetGuess {

    static String words(SourceLayer layer) {
        Set<String> fields = Set.copyOf(layer.fieldNames());
        List<String> plans = Plans.BUNDLED.stream()
                .map(Plans::bundled)
                .filter(plan -> fits(plan, fields))
                .map(ImportPlan::name)
                .toList();
        if (!plans.isEmpty()) {
            return "内置方案 " + String.join("、", plans);
        }
        String kinds = guess(layer, fields).stream()
                .map(kind -> kind.name() + "（" + kind.title() + "）")
                .collect(Collectors.joining("、"));
        return kinds + "；没有合适的内置方案，请写一个 YAML 方案";
    }

    private static boolean fits(ImportPlan plan, Set<String> fields) {
        try {
            plan.filter().ifPresent(text -> FeatureFilter.parse(text, fields));
            return plan.missingFields(fields).isEmpty();
        } catch (IllegalArgumentException unknownField) {
            return false;
        }
    }

    private static List<RecordKind> guess(SourceLayer layer, Set<String> fields) {
        List<RecordKind> kinds = new ArrayList<>();
        boolean coded = fields.stream().anyMatch(f -> f.toLowerCase(Locale.ROOT).contains("code"));
        boolean areas = layer.geometryTypes().stream().anyMatch(type -> type.endsWith("Polygon"));
        boolean lines = layer.geometryTypes().stream().anyMatch(type -> type.endsWith("LineString"));
        if (areas && coded) {
            kinds.add(RecordKind.DIVISION);
        }
        if (areas) {
            kinds.add(RecordKind.GROUND);
        }
        if (!areas || lines) {
            kinds.add(RecordKind.PLACE);
        }
        if (layer.geometryTypes().contains("Point")) {
            kinds.addAll(List.of(RecordKind.DOOR_PLATE, RecordKind.SHOP, RecordKind.FACILITY));
        }
        return kinds;
    }

    private TargetGuess() {}
}
