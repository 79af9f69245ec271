package cn.diming.api.answer;

import cn.diming.core.record.Field;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The card's {@code attributes}: the columns that have no place of their own in the contract, named in camel case, and
 * beside them whatever a source brought along, which is kept as JSON in one column.
 */
public final class Attributes {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REST = "attributes";
    private static final int MOST = 50;

    /** Shown elsewhere on the card. */
    private static final Set<String> ELSEWHERE = Set.of(
            "name",
            "class_code",
            "specific_term",
            "generic_term",
            "romanised",
            "meaning",
            "origin",
            "history",
            "division_code",
            "seat_lon",
            "seat_lat",
            REST);

    /** Not to be set through attributes: by procedure, by place, or by a field of the contract. */
    private static final Set<String> CLOSED =
            Set.of("name", "status", "division_code", "class_code", "meaning", "origin", "history", REST);

    /** Everything that has no place of its own on the card. */
    public static Map<String, Object> read(StoredRecord record) {
        return read(record.values());
    }

    /** The same from the columns alone. */
    public static Map<String, Object> read(Map<String, Object> values) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (!ELSEWHERE.contains(column)) {
                attributes.put(camelCase(column), value instanceof LocalDate date ? date.toString() : value);
            }
        });
        rest(values).forEach(attributes::putIfAbsent);
        return attributes;
    }

    /** The part that is kept as JSON. */
    public static Map<String, Object> rest(StoredRecord record) {
        return rest(record.values());
    }

    /** The same from the columns alone. */
    public static Map<String, Object> rest(Map<String, Object> values) {
        return values.get(REST) instanceof String json ? parse(json) : Map.of();
    }

    /**
     * Values by column for a record with these attributes.
     *
     * @param before what the JSON column holds now
     * @param wanted an empty text removes
     * @throws Refused when a value does not fit its column
     */
    public static Map<String, Optional<Object>> toColumns(
            RecordSchema schema, Map<String, Object> before, Map<String, @Nullable Object> wanted) {
        Map<String, Optional<Object>> columns = new LinkedHashMap<>();
        Map<String, Object> rest = new LinkedHashMap<>(before);
        wanted.forEach((name, value) -> {
            Optional<Field> field = schema.findField(snakeCase(name));
            if (field.isPresent() && CLOSED.contains(field.get().column())) {
                throw new Refused(List.of("attributes 中不能设置“" + field.get().title() + "”"));
            } else if (field.isPresent()) {
                columns.put(field.get().column(), convert(field.get(), value));
            } else if (isNothing(value)) {
                rest.remove(name);
            } else {
                rest.put(name, value);
            }
        });
        if (rest.size() > MOST || rest.keySet().stream().anyMatch(name -> !name.matches("[\\p{L}\\p{N}_.:-]{1,60}"))) {
            throw new Refused(List.of("其他属性最多 " + MOST + " 项，键为 1 到 60 个字母、数字或 _ . : -"));
        }
        if (!rest.equals(before)) {
            columns.put(REST, rest.isEmpty() ? Optional.empty() : Optional.of(JSON.writeValueAsString(rest)));
        }
        return columns;
    }

    /**
     * A value of JSON as its column holds it; empty for null and for an empty text.
     *
     * @throws Refused when it does not fit
     */
    public static Optional<Object> convert(Field field, @Nullable Object value) {
        if (value == null || isNothing(value)) {
            return Optional.empty();
        }
        Object converted = switch (field.type()) {
            case TEXT -> value instanceof String ? value : null;
            case INTEGER -> value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : null;
            case NUMBER -> value instanceof Number number ? (Double) number.doubleValue() : null;
            case YES_NO -> value instanceof Boolean ? value : null;
            case DATE -> value instanceof String text ? date(text) : null;
            case JSON -> JSON.writeValueAsString(value);
        };
        if (converted == null) {
            throw new Refused(List.of(field.title() + "应为" + field.type().title()));
        }
        return Optional.of(converted);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || "".equals(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(String json) {
        try {
            return JSON.readValue(json, LinkedHashMap.class);
        } catch (JacksonException noObject) {
            return Map.of(REST, json); // a source may have brought an array or a number
        }
    }

    public static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Attributes() {}
}
