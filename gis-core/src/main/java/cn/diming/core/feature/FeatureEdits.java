package cn.diming.core.feature;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.Field;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Edits features one by one through {@link Records}: the same rights, rules, versions and audit as at the desk. Names, states and
 * divisions follow from procedure and place (地名管理条例 Art. 4); legal boundary lines follow from their agreement, which no edit
 * can move (行政区域界线管理条例 Art. 5 and 7).
 */
public final class FeatureEdits {

    private static final String SOURCE = "ogc-api";
    private static final String CATEGORY = "category";
    private static final Set<String> BY_PROCEDURE = Set.of("name", "status", "division_code");

    /** Five millimetres, which is what rounding and a transformation there and back may cost. */
    private static final double SAME_PLACE_DEGREES = 5e-8;

    private final Records records;
    private final FeatureStore features;

    public FeatureEdits(Records records, FeatureStore features) {
        this.records = records;
        this.features = features;
    }

    /**
     * What a feature is to be.
     *
     * @param values by column; empty = to have none
     * @param geometry in EPSG:4490; empty = as before, or none
     */
    public record Wanted(Map<String, Optional<Object>> values, Optional<Geometry> geometry) {}

    /**
     * @throws Refused for what breaks a rule
     * @throws cn.diming.core.access.Denied when the actor may not do this there
     */
    public Feature create(Actor actor, FeatureType type, Wanted wanted) {
        require(actor, type);
        refuseLines(type, true);
        RecordSchema schema = type.schema();
        Map<String, Object> values = new HashMap<>();
        wanted.values.forEach((column, value) -> value.ifPresent(given -> values.put(column, given)));
        for (String column : List.of("status", "division_code")) {
            Optional<Object> standard = schema.findField(column).flatMap(field -> RecordStore.standard(schema, field));
            if (values.containsKey(column) && !standard.equals(Optional.of(values.get(column)))) {
                throw refused(schema, column);
            }
            values.remove(column);
        }
        if (type == FeatureType.STREETS) {
            values.putIfAbsent(CATEGORY, PlaceCategory.STREET.name());
        }
        refuseOtherCollection(type, values.get(CATEGORY));
        StoredRecord made = records.create(
                actor, type.kind(), new RecordDraft(SOURCE, values, wanted.geometry, List.of(), List.of()));
        return FeatureStore.of(type, made);
    }

    /** Gives the feature just these values: what is not among them is cleared, or set to what it usually is. */
    public Feature replace(Actor actor, FeatureType type, long id, int version, Wanted wanted) {
        Map<String, Optional<Object>> all = new LinkedHashMap<>();
        for (Field field : type.schema().fields()) {
            boolean given = wanted.values.containsKey(field.column());
            if (given || !(field.required() || BY_PROCEDURE.contains(field.column()))) {
                all.put(field.column(), given ? wanted.values.get(field.column()) : Optional.empty());
            }
        }
        return update(actor, type, id, version, new Wanted(all, wanted.geometry));
    }

    /**
     * Changes what is named and leaves the rest.
     *
     * @param version the version the caller saw
     * @throws Stale when the feature has another version by now
     * @throws Refused for what only a procedure may change
     * @throws cn.diming.core.record.NotFound when there is no such feature in the collection
     */
    public Feature update(Actor actor, FeatureType type, long id, int version, Wanted wanted) {
        require(actor, type);
        features.get(actor, type, id);
        StoredRecord before = records.get(actor, id);
        Map<String, Optional<Object>> changed = changed(type.schema(), before, wanted.values);
        Optional<Geometry> moved = wanted.geometry.filter(geometry -> !isSamePlace(before, geometry));
        refuseLines(type, moved.isPresent());
        if (changed.containsKey(CATEGORY)) {
            refuseOtherCollection(type, changed.get(CATEGORY).orElse(null));
        }
        if (type.kind() != RecordKind.PLACE || changed.containsKey("division_code")) {
            BY_PROCEDURE.stream().filter(changed::containsKey).findFirst().ifPresent(column -> {
                throw refused(type.schema(), column);
            });
        }
        return FeatureStore.of(type, records.change(actor, id, version, changed, moved));
    }

    /** @throws Refused for a standard name, which can only be retired, and for a boundary line */
    public void delete(Actor actor, FeatureType type, long id, int version) {
        require(actor, type);
        features.get(actor, type, id);
        refuseLines(type, true);
        records.delete(actor, id, version);
    }

    /** Who may not edit at all is told so before anything is said of the feature. */
    private static void require(Actor actor, FeatureType type) {
        AccessPolicy.require(actor, Action.REGISTER);
        AccessPolicy.require(actor, type.schema().action());
    }

    private static Map<String, Optional<Object>> changed(
            RecordSchema schema, StoredRecord before, Map<String, Optional<Object>> wanted) {
        Map<String, Optional<Object>> changed = new LinkedHashMap<>();
        wanted.forEach((column, value) -> {
            Optional<Object> filled =
                    value.or(() -> schema.findField(column).flatMap(field -> RecordStore.standard(schema, field)));
            if (!filled.equals(Optional.ofNullable(before.values().get(column)))) {
                changed.put(column, filled);
            }
        });
        return changed;
    }

    private static boolean isSamePlace(StoredRecord before, Geometry geometry) {
        return before.geometry()
                .filter(known -> known.getGeometryType().equals(geometry.getGeometryType()))
                .filter(known -> known.equalsExact(geometry, SAME_PLACE_DEGREES))
                .isPresent();
    }

    private static void refuseLines(FeatureType type, boolean moves) {
        if (type == FeatureType.BOUNDARY_LINES && moves) {
            throw new Refused(List.of("行政区域界线的走向由界线协议书确定，不能在此新增、移动或删除（行政区域界线管理条例第五条、第七条）"));
        }
    }

    private static void refuseOtherCollection(FeatureType type, @Nullable Object category) {
        boolean street = PlaceCategory.STREET.name().equals(category);
        if (type.kind() == RecordKind.PLACE && street != (type == FeatureType.STREETS)) {
            throw new Refused(List.of("要素集“" + type.title() + "”里不能有类别为 " + category + " 的地名"));
        }
    }

    private static Refused refused(RecordSchema schema, String column) {
        String title = schema.findField(column).map(Field::title).orElse(column);
        return new Refused(List.of("“" + title + "”由程序和位置决定，不能在此设置"));
    }
}
