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
            return Optional.empty();
        }
        return RecordSchema.of(kind)
                .findField(column)
                .map(Field::title)
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
