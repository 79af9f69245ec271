package cn.diming.api.ogc;

import cn.diming.core.feature.Feature;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.record.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The properties of a feature as clients see them. */
final class FeatureProperties {

    /** First day on which a former state was no longer so. */
    private static final String STATE_UNTIL = "stateUntil";

    /** Names and Chinese titles of the properties, as a collection has them. */
    static Map<String, String> titles(FeatureType type) {
        Map<String, String> titles = new LinkedHashMap<>();
        type.schema().fields().forEach(field -> titles.put(FeatureType.propertyName(field), field.title()));
        titles.put(FeatureType.UPDATED, "最后修改");
        return titles;
    }

    static Set<String> names(FeatureType type) {
        return new LinkedHashSet<>(titles(type).keySet());
    }

    /** The value of a property as JSON has it; empty for none. */
    static Optional<Object> value(Feature feature, String name, Optional<Field.Type> type) {
        if (name.equals(FeatureType.UPDATED)) {
            return feature.updated().map(Instant::toString);
        }
        Object value = feature.values().get(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                type.filter(Field.Type.JSON::equals).isPresent()
                        ? parsed((String) value)
                        : value instanceof LocalDate ? value.toString() : value);
    }

    /** A source may have brought something that is no JSON. */
    private static Object parsed(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException text) {
            return json;
        }
    }

    /** Fields by property name. */
    static Map<String, Field> fields(FeatureType type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        type.schema().fields().forEach(field -> fields.put(FeatureType.propertyName(field), field));
        return fields;
    }

    static String stateUntil() {
        return STATE_UNTIL;
    }

    private FeatureProperties() {}
}
