package cn.diming.core.record;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A schema's columns in the order of an INSERT, and back from a row. */
final class RecordColumns {

    /** For columns that must not be NULL and that sources rarely name. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "place.status",
            "RECORDED",
            "place.rank",
            5L,
            "division.valid_from_year",
            0L,
            "door_plate.kind",
            "DOOR",
            "door_plate.status",
            "INSTALLED",
            "door_plate.temporary",
            false,
            "boundary_line.kind",
            "LEGAL",
            "boundary_line.agreement_version",
            1L,
            "ground.rank",
            5L);

    private static final Map<String, Object> DEFAULT_STATUS = Map.of(
            "name_sign", "INSTALLED",
            "boundary_line", "VALID",
            "boundary_marker", "INTACT",
            "shop", "PUBLISHED",
            "facility", "OPEN",
            "local_entry", "DRAFT");

    static List<String> insertColumns(RecordSchema schema) {
        List<String> columns = new ArrayList<>(List.of("id", "change_seq"));
        schema.fields().forEach(field -> columns.add(field.column()));
        columns.addAll(List.of("geom", "created_at", "created_by", "updated_at", "updated_by"));
        if (schema.kind() == RecordKind.PLACE) {
            columns.add(NameKey.COLUMN);
        }
        return columns;
    }

    static @Nullable Object[] insertRow(RecordSchema schema, RecordDraft draft, long id, ChangeSet changes) {
        List<@Nullable Object> row = new ArrayList<>(schema.fields().size() + 7);
        row.add(id);
        row.add(changes.seq());
        schema.fields().forEach(field -> row.add(valueOrDefault(schema, field, draft)));
        row.add(draft.geometry().orElse(null));
        Long account = changes.actor().accountId().isPresent()
                ? changes.actor().accountId().getAsLong()
                : null;
        row.add(changes.at());
        row.add(account);
        row.add(changes.at());
        row.add(account);
        if (schema.kind() == RecordKind.PLACE) {
            row.add(nameKey(draft.values()));
        }
        return row.toArray();
    }

    static String nameKey(Map<String, Object> values) {
        return NameKey.of(String.valueOf(values.get("name")), Optional.ofNullable((String) values.get("romanised")));
    }

    static Map<String, Object> readValues(RecordSchema schema, Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
            Object value = readValue(field, row);
            if (value != null) {
                values.put(field.column(), value);
            }
        }
        return values;
    }

    private static @Nullable Object readValue(Field field, Row row) {
        String column = field.column();
        return switch (field.type()) {
            case TEXT, JSON -> row.findText(column).orElse(null);
            case INTEGER -> row.findLong(column).stream().boxed().findFirst().orElse(null);
            case NUMBER -> row.findDouble(column).stream().boxed().findFirst().orElse(null);
            case YES_NO -> row.isTrue(column);
            case DATE -> row.findDate(column).orElse(null);
        };
    }

    private static @Nullable Object valueOrDefault(RecordSchema schema, Field field, RecordDraft draft) {
        Object value = draft.values().get(field.column());
        return value != null ? value : standard(schema, field);
    }

    /** What a column holds when nothing is said of it. */
    static @Nullable Object standard(RecordSchema schema, Field field) {
        Object standard = DEFAULTS.get(schema.table() + "." + field.column());
        return standard == null && field.column().equals("status") ? DEFAULT_STATUS.get(schema.table()) : standard;
    }

    private RecordColumns() {}
}
