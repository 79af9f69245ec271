package cn.diming.api.place;

import cn.diming.api.answer.Attributes;
import cn.diming.api.answer.GeoJson;
import cn.diming.api.generated.model.NewPlace;
import cn.diming.api.generated.model.PlaceChange;
import cn.diming.api.generated.model.RecordKind;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.Records;
import cn.diming.core.record.StoredRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Field by field: what a body does not name here cannot come in. */
final class PlaceDtos {

    private static final String BY_HAND = "manual";

    static RecordDraft draft(NewPlace wanted) {
        RecordSchema schema = RecordSchema.of(CardKinds.table(wanted.getKind()));
        Map<String, Object> values = new HashMap<>();
        Map<String, Object> attributes = new LinkedHashMap<>(orEmpty(wanted.getAttributes()));
        put(attributes, "source", wanted.getSource());
        Attributes.toColumns(schema, Map.of(), attributes)
                .forEach((column, value) -> value.ifPresent(given -> values.put(column, given)));
        if (wanted.getKind() == RecordKind.DOOR_PLATE) {
            values.putIfAbsent("number_text", wanted.getName());
        } else {
            values.put("name", wanted.getName().strip());
        }
        category(wanted).ifPresent(category -> values.putIfAbsent("category", category));
        if (schema.findField("class_code").isPresent()) {
            put(values, "class_code", wanted.getClassCode());
        }
        put(values, "meaning", wanted.getMeaning());
        put(values, "origin", wanted.getOrigin());
        put(values, "history", wanted.getHistory());
        Geometry geometry = GeoJson.read(wanted.getGeometry(), wanted.getCrs());
        return new RecordDraft(BY_HAND, values, Optional.of(geometry), List.of(), List.of());
    }

    static Records.Edit edit(StoredRecord before, PlaceChange change) {
        RecordSchema schema = RecordSchema.of(before.kind());
        Map<String, Object> attributes = new LinkedHashMap<>(orEmpty(change.getAttributes()));
        if (change.getSource() != null) {
            attributes.put("source", change.getSource());
        }
        Map<String, Optional<Object>> values =
                new LinkedHashMap<>(Attributes.toColumns(schema, Attributes.rest(before), attributes));
        set(values, "class_code", change.getClassCode());
        set(values, "meaning", change.getMeaning());
        set(values, "origin", change.getOrigin());
        set(values, "history", change.getHistory());
        Optional<Geometry> geometry =
                Optional.ofNullable(change.getGeometry()).map(json -> GeoJson.read(json, change.getCrs()));
        return new Records.Edit(
                values, geometry, Optional.ofNullable(change.getReason()).filter(reason -> !reason.isBlank()));
    }

    /** What the law calls it, from the class code where there is one. */
    private static Optional<String> category(NewPlace wanted) {
        return switch (wanted.getKind()) {
            case STREET -> Optional.of(PlaceCategory.STREET.name());
            case PLACE ->
                Optional.of(Optional.ofNullable(wanted.getClassCode())
                        .map(PlaceClasses::category)
                        .orElse(PlaceCategory.OTHER)
                        .name());
            case SHOP, FACILITY ->
                Optional.of(Optional.ofNullable(wanted.getClassCode()).orElse(PlaceCategory.OTHER.name()));
            case DIVISION, DOOR_PLATE, LOCAL_ENTRY -> Optional.empty();
        };
    }

    private static void put(Map<String, Object> values, String column, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            values.put(column, text);
        }
    }

    private static void set(Map<String, Optional<Object>> values, String column, @Nullable String text) {
        if (text != null) {
            values.put(column, text.isEmpty() ? Optional.empty() : Optional.of(text));
        }
    }

    private static Map<String, Object> orEmpty(@Nullable Map<String, Object> map) {
        return map == null ? Map.of() : map;
    }

    private PlaceDtos() {}
}
