package cn.diming.dataimport.plan;

import cn.diming.core.record.RecordDraft;
import cn.diming.dataimport.source.JsonValue;
import cn.diming.dataimport.source.SourceFeature;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/** Makes drafts of the rows of one layer, as the plan says. */
public final class DraftMaker {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ImportPlan.Mapping mapping;

    public DraftMaker(ImportPlan plan) {
        this.mapping = plan.mapping();
    }

    /** The row with the names of the records it points to. */
    public SourceFeature completed(SourceFeature row, UnaryOperator<String> nameByKey) {
        if (mapping.related().isEmpty()) {
            return row;
        }
        Map<String, Object> attributes = new LinkedHashMap<>(row.attributes());
        mapping.related()
                .forEach((field, key) -> key.fill(row)
                        .map(nameByKey)
                        .filter(name -> !name.isEmpty())
                        .ifPresent(name -> attributes.put(field, name)));
        return new SourceFeature(row.row(), row.geometry(), attributes, row.problems());
    }

    /** The value rows are merged by; empty when the plan merges none. */
    public Optional<String> mergeKey(SourceFeature row) {
        return mapping.mergeBy().flatMap(template -> template.fill(row));
    }

    /**
     * What the row becomes, as far as it can be understood.
     *
     * @param geometry of the row, in EPSG:4490
     * @param faults gets one Chinese sentence for everything that cannot
     */
    public RecordDraft draft(SourceFeature row, Optional<Geometry> geometry, List<String> faults) {
        Map<String, Object> values = new HashMap<>();
        for (FieldRule rule : mapping.fields()) {
            try {
                rule.value(row).ifPresent(value -> values.put(rule.field().column(), value));
            } catch (IllegalArgumentException unfit) {
                faults.add(String.valueOf(unfit.getMessage()));
            }
        }
        attributes(row).ifPresent(json -> values.put("attributes", json));
        return new RecordDraft(
                attempt("来源标识（方案的 key）", () -> key(row), "", faults),
                values,
                geometry.filter(g -> !g.isEmpty()).flatMap(mapping.keep()::apply),
                attempt("别名", () -> names(row, values), List.of(), faults),
                attempt("地名登记", () -> registrations(row), List.of(), faults));
    }

    private static <T> T attempt(String what, Supplier<T> work, T otherwise, List<String> faults) {
        try {
            return work.get();
        } catch (IllegalArgumentException impossible) {
            faults.add(what + "无法得出：" + impossible.getMessage());
            return otherwise;
        }
    }

    private String key(SourceFeature row) {
        return mergeKey(row)
                .or(() -> mapping.key().fill(row))
                .orElseThrow(() -> new IllegalArgumentException("这一行没有所用字段的值"));
    }

    private Optional<String> attributes(SourceFeature row) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String path : mapping.attributes()) {
            row.value(path).ifPresent(value -> kept.put(path, value instanceof JsonValue json ? json.node() : value));
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(JSON.writeValueAsString(kept));
    }

    private List<RecordDraft.Name> names(SourceFeature row, Map<String, Object> values) {
        return mapping.names().stream()
                .flatMap(rule -> rule.names(row).stream())
                .filter(name -> !name.text().equals(values.get("name")))
                .toList();
    }

    private List<RecordDraft.Registration> registrations(SourceFeature row) {
        return mapping.registrations().stream()
                .flatMap(rule -> rule.classCode().fill(row).stream()
                        .map(code -> new RecordDraft.Registration(
                                code, rule.placeCode().flatMap(template -> template.fill(row)))))
                .toList();
    }
}
