package cn.diming.dataimport.plan;

import cn.diming.core.record.RecordDraft;
import cn.diming.dataimport.source.JsonValue;
import cn.diming.dataimport.source.SourceFeature;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/** Makes drafts of the rows of one layer, as the plan says. */
public final class DraftMaker {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ImportPlan.Mapping mapping;
    private final UnaryOperator<Geometry> toCgcs2000;

    /** @param toCgcs2000 from the file's reference system to EPSG:4490 */
    public DraftMaker(ImportPlan plan, UnaryOperator<Geometry> toCgcs2000) {
        this.mapping = plan.mapping();
        this.toCgcs2000 = toCgcs2000;
    }

    /** The value rows are merged by; empty when the plan merges none. */
    public Optional<String> mergeKey(SourceFeature row) {
        return mapping.mergeBy().flatMap(template -> template.fill(row));
    }

    /** @throws IllegalArgumentException with a Chinese sentence when the row cannot become a draft */
    public RecordDraft draft(SourceFeature row) {
        Map<String, Object> values = new HashMap<>();
        for (FieldRule rule : mapping.fields()) {
            rule.value(row).ifPresent(value -> values.put(rule.field().column(), value));
        }
        attributes(row).ifPresent(json -> values.put("attributes", json));
        Optional<Geometry> geometry =
                row.geometry().filter(g -> !g.isEmpty()).map(toCgcs2000).flatMap(mapping.keep()::apply);
        return new RecordDraft(
                mergeKey(row).or(() -> mapping.key().fill(row)).orElse(""),
                values,
                geometry,
                names(row, values),
                registrations(row));
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
