package cn.diming.api.answer;

import cn.diming.api.generated.model.FieldChange;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.Field;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.RegistrationForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is different between two versions of a record, field by field. */
public final class FieldChanges {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String GEOMETRY = "geom";
    private static final String VERSION = "version";
    private static final String ATTRIBUTES = "attributes";
    private static final int LONGEST = 200;

    /** What the audit log tells of names, protected names and accounts, which have no schema. */
    private static final Map<String, String> BESIDE = Map.ofEntries(
            Map.entry("alias", "别名"),
            Map.entry("short_name", "简称"),
            Map.entry("alias_romanised", "别名拼写"),
            Map.entry("alias_from", "别名启用"),
            Map.entry("alias_to", "别名停用"),
            Map.entry("alias_basis", "别名依据"),
            Map.entry("name", "名称"),
            Map.entry("place_id", "地名编号"),
            Map.entry("division_code", "所在区划"),
            Map.entry("class", "名录类别"),
            Map.entry("batch", "批次"),
            Map.entry("listed_on", "列入日期"),
            Map.entry("meaning", "含义"),
            Map.entry("origin", "来历"),
            Map.entry("evolution", "沿革"),
            Map.entry("events", "相关事件"),
            Map.entry("people", "相关人物"),
            Map.entry("legends", "传说"),
            Map.entry("measures", "保护措施"),
            Map.entry("measures_text", "措施说明"),
            Map.entry("login", "登录名"),
            Map.entry("display_name", "姓名"),
            Map.entry("role", "角色"),
            Map.entry("jurisdiction", "辖区"),
            Map.entry("disabled", "停用"));

    /** Between two texts of the audit log. */
    public static List<FieldChange> between(RecordKind kind, Optional<String> before, Optional<String> after) {
        return between(kind, read(before), read(after));
    }

    /** Between two sets of columns; a geometry is only said to be different. */
    public static List<FieldChange> between(RecordKind kind, Map<String, ?> before, Map<String, ?> after) {
        Map<String, String> old = flat(before);
        Map<String, String> now = flat(after);
        Set<String> columns = new LinkedHashSet<>(old.keySet());
        columns.addAll(now.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String column : columns) {
            if (!column.equals(VERSION) && !Objects.equals(old.get(column), now.get(column))) {
                changes.add(change(kind, column, old.get(column), now.get(column)));
            }
        }
        return changes;
    }

    private static FieldChange change(RecordKind kind, String column, @Nullable String before, @Nullable String after) {
        if (column.equals(GEOMETRY)) {
            return new FieldChange("geometry").label("位置");
        }
        FieldChange change = new FieldChange(Attributes.camelCase(column));
        label(kind, column).ifPresent(change::label);
        Optional.ofNullable(before).map(FieldChanges::shortened).ifPresent(change::before);
        Optional.ofNullable(after).map(FieldChanges::shortened).ifPresent(change::after);
        return change;
    }

    private static Optional<String> label(RecordKind kind, String column) {
        if (!RecordSchema.isMapRecord(kind)) {
            return Optional.ofNullable(BESIDE.get(column));
        }
        return RecordSchema.of(kind)
                .findField(column)
                .map(Field::title)
                .or(() -> Optional.ofNullable(BESIDE.get(column)))
                .or(() -> RegistrationForm.fields().stream()
                        .filter(field -> field.source() == RegistrationForm.Source.ATTRIBUTE
                                && field.key().equals(column))
                        .map(RegistrationForm.Entry::title)
                        .findFirst());
    }

    /** Columns as text, the keys of the JSON column beside them. */
    private static Map<String, String> flat(Map<String, ?> columns) {
        Map<String, String> flat = new LinkedHashMap<>();
        columns.forEach((column, value) -> {
            if (column.equals(ATTRIBUTES)) {
                read(Optional.of(value.toString())).forEach((key, part) -> flat.putIfAbsent(key, part));
            } else {
                flat.put(column, value.toString());
            }
        });
        return flat;
    }

    private static Map<String, String> read(Optional<String> json) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            JsonNode node = JSON.readTree(json.orElse("{}"));
            node.propertyStream()
                    .filter(part -> !part.getValue().isNull())
                    .forEach(part -> texts.put(
                            part.getKey(),
                            part.getValue().isValueNode()
                                    ? part.getValue().asString()
                                    : part.getValue().toString()));
        } catch (JacksonException noJson) {
            texts.put(ATTRIBUTES, json.orElse(""));
        }
        return texts;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private FieldChanges() {}
}
