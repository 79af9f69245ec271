package cn.diming.core.sign;

import cn.diming.core.signage.Blade;
import cn.diming.core.signage.SignKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Blades in the column {@code faces}. */
final class BladeJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    static String write(List<Blade> blades) {
        return JSON.writeValueAsString(blades.stream().map(BladeJson::row).toList());
    }

    private static Map<String, Object> row(Blade blade) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("placeId", blade.placeId());
        row.put("kind", blade.kind());
        row.put("name", blade.name());
        row.put("pinyin", blade.pinyin());
        row.put("colour", blade.colour());
        row.put("start", blade.start());
        row.put("end", blade.end());
        row.put("bearing", Math.round(blade.bearingDegrees() * 10) / 10.0);
        return row;
    }

    /** Faces that an import brought in another form are none. */
    static List<Blade> read(String json) {
        JsonNode rows = JSON.readTree(json);
        return rows.isArray()
                ? rows.valueStream()
                        .filter(row -> row.has("placeId"))
                        .map(BladeJson::blade)
                        .toList()
                : List.of();
    }

    private static Blade blade(JsonNode row) {
        return new Blade(
                row.get("placeId").asLong(),
                SignKind.valueOf(row.get("kind").asString()),
                row.get("name").asString(),
                row.get("pinyin").asString(),
                Blade.Colour.valueOf(row.get("colour").asString()),
                Blade.Mark.valueOf(row.get("start").asString()),
                Blade.Mark.valueOf(row.get("end").asString()),
                row.get("bearing").asDouble());
    }

    private BladeJson() {}
}
