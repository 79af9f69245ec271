package cn.diming.tiles;

import cn.diming.core.change.RecordKind;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import cn.diming.tiles.sheet.ground.GroundFeature;
import cn.diming.tiles.sheet.ground.GroundSnapshot;
import cn.diming.tiles.sheet.ground.Territory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Polygonal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the ground of printed sheets from the register: the very features, layers and attributes of the web map. */
public final class SheetGround {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<RecordKind> KINDS = List.of(
            RecordKind.PLACE,
            RecordKind.GROUND,
            RecordKind.DOOR_PLATE,
            RecordKind.SIGN,
            RecordKind.SHOP,
            RecordKind.FACILITY);

    /** All of the register at one moment; what only staff may see is not in it. */
    public static GroundSnapshot read(RecordStore store, LocalDate date) {
        return store.inSnapshot(() -> {
            List<Territory> territories = new ArrayList<>();
            List<GroundFeature> features = new ArrayList<>();
            store.forEach(RecordKind.DIVISION, record -> territory(record, territories));
            KINDS.forEach(kind -> store.forEach(kind, record -> feature(record, features)));
            return new GroundSnapshot(territories, features, date);
        });
    }

    private static void territory(StoredRecord record, List<Territory> territories) {
        record.geometry()
                .filter(area -> area instanceof Polygonal
                        && record.number("valid_to_year").isEmpty())
                .ifPresent(area -> territories.add(new Territory(
                        record.id(),
                        record.text("code").orElseThrow(),
                        record.title(),
                        record.number("level").orElseThrow().intValue(),
                        area,
                        further(record))));
    }

    private static void feature(StoredRecord record, List<GroundFeature> features) {
        MapFeatures.of(record).ifPresent(drawn -> {
            Map<String, Object> properties = new HashMap<>(further(record));
            properties.putAll(drawn.attributes());
            record.divisionCode().ifPresent(code -> properties.put("division", code));
            if (record.kind() == RecordKind.SHOP) {
                record.text("address").ifPresent(address -> properties.put("address", address));
            }
            features.add(new GroundFeature(drawn.id(), drawn.layer(), drawn.geometry(), properties));
        });
    }

    /** What the source had beyond our own columns; only plain values. */
    private static Map<String, Object> further(StoredRecord record) {
        Map<String, Object> further = new HashMap<>();
        record.text("attributes").ifPresent(text -> {
            try {
                JsonNode all = JSON.readTree(text);
                all.propertyNames().forEach(name -> put(further, name, all.get(name)));
            } catch (JacksonException broken) {
                further.clear(); // attributes that are no JSON are not drawn; the record itself is sound
            }
        });
        return further;
    }

    private static void put(Map<String, Object> further, String name, JsonNode value) {
        if (value.isNumber()) {
            further.put(name, value.isIntegralNumber() ? (Object) value.longValue() : value.doubleValue());
        } else {
            value.asStringOpt().ifPresent(text -> further.put(name, text));
        }
    }

    private SheetGround() {}
}
