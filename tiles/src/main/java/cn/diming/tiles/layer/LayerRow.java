package cn.diming.tiles.layer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of {@code layers.yml}. */
final class LayerRow {
    private static final Set<String> FIELDS = Set.of(
            "kind",
            "zoom",
            "attributes",
            "audience",
            "rank",
            "first-zoom",
            "keep",
            "all-from",
            "minimum-pixels",
            "coverage",
            "public-decimals",
            "labels-of",
            "borders-of",
            "layers",
            "title");

    private final String name;
    private final Map<String, Object> fields;

    LayerRow(String name, Map<String, Object> fields) {
        this.name = name;
        this.fields = fields;
        for (String field : fields.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("%s 中有不认识的项：%s".formatted(name, field));
            }
        }
    }

    Layer layer() {
        List<Integer> zoom = value("zoom", List.of(0, 22));
        Number keep = value("keep", 4);
        Number allFrom = value("all-from", 19);
        Number minimumPixels = value("minimum-pixels", 0);
        return new Layer(
                name,
                GeometryKind.valueOf(text("kind", "").toUpperCase(Locale.ROOT)),
                zoom.get(0),
                zoom.get(1),
                names("attributes"),
                audience(),
                Optional.ofNullable((String) fields.get("rank")),
                value("first-zoom", Map.of()),
                new Layer.Thinning(keep.intValue(), allFrom.intValue()),
                minimumPixels.doubleValue(),
                value("coverage", false),
                publicDecimals(),
                source());
    }

    private OptionalInt publicDecimals() {
        return fields.get("public-decimals") instanceof Integer decimals
                ? OptionalInt.of(decimals)
                : OptionalInt.empty();
    }

    Audience audience() {
        return Audience.valueOf(text("audience", "public").toUpperCase(Locale.ROOT));
    }

    List<String> names(String field) {
        return value(field, List.of());
    }

    String text(String field, String otherwise) {
        return value(field, otherwise);
    }

    private LayerSource source() {
        if (fields.get("labels-of") instanceof String polygons) {
            return new LayerSource.LabelsOf(polygons);
        }
        if (fields.get("borders-of") instanceof String polygons) {
            return new LayerSource.BordersOf(polygons);
        }
        return new LayerSource.Fed();
    }

    @SuppressWarnings("unchecked")
    private <T> T value(String field, T otherwise) {
        @Nullable Object value = fields.get(field);
        return value == null ? otherwise : (T) value;
    }
}
