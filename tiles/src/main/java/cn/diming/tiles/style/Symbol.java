package cn.diming.tiles.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One rule of the book: how some features of a map layer are drawn. */
final class Symbol {
    private static final Set<String> FIELDS = Set.of(
            "id", "layer", "where", "zoom", "background", "fill", "line", "casing", "circle", "text", "text-zoom");

    /** How far a text that may step aside goes from its point, in its own size. */
    private static final double RADIAL_OFFSET = 0.8;

    private final Map<String, Object> row;
    private final Palette palette;
    private final String id;

    Symbol(Map<String, Object> row, Palette palette) {
        this.row = row;
        this.palette = palette;
        this.id = String.valueOf(row.get("id"));
        for (String field : row.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException("符号 %s 中有不认识的项：%s".formatted(id, field));
            }
        }
        if (bodies().isEmpty()) {
            throw new IllegalArgumentException("符号 %s 什么也不画".formatted(id));
        }
    }

    Optional<String> layer() {
        return Optional.ofNullable((String) row.get("layer"));
    }

    /** The style layer below the line; none if the line has no casing. */
    List<Map<String, Object>> casing() {
        return row.containsKey("casing") ? List.of(line("casing", id + "-casing")) : List.of();
    }

    /** The style layers of the symbol itself, bottom to top. */
    List<Map<String, Object>> bodies() {
        List<Map<String, Object>> bodies = new ArrayList<>();
        if (row.containsKey("background")) {
            Map<String, Object> paint = Map.of("background-color", palette.colour(row.get("background")));
            bodies.add(Map.of("id", id, "type", "background", "paint", paint));
        }
        if (row.containsKey("fill")) {
            bodies.add(fill());
        }
        if (row.containsKey("line")) {
            bodies.add(line("line", id));
        }
        if (row.containsKey("circle")) {
            bodies.add(circle());
        }
        if (row.containsKey("text")) {
            bodies.add(text());
        }
        return bodies;
    }

    private Map<String, Object> fill() {
        Part part = part("fill");
        part.paint("fill-color", "colour")
                .paint("fill-outline-color", "outline")
                .paint("fill-opacity", "opacity");
        return styleLayer(id, "fill", "zoom", part);
    }

    private Map<String, Object> line(String field, String styleId) {
        Part part = part(field);
        part.paint("line-color", "colour")
                .paint("line-width", "width")
                .paint("line-dasharray", "dash")
                .paint("line-opacity", "opacity");
        part.layout.put("line-join", "round");
        part.layout.put("line-cap", part.fields.getOrDefault("cap", "butt"));
        return styleLayer(styleId, "line", "zoom", part);
    }

    private Map<String, Object> circle() {
        Part part = part("circle");
        part.paint("circle-color", "colour")
                .paint("circle-radius", "radius")
                .paint("circle-stroke-color", "stroke")
                .paint("circle-stroke-width", "stroke-width");
        return styleLayer(id, "circle", "zoom", part);
    }

    private Map<String, Object> text() {
        Part part = part("text");
        part.paint("text-color", "colour").paint("text-halo-color", "halo");
        part.paint.put("text-halo-width", part.fields.getOrDefault("halo-width", 1.4));
        part.layout.put("text-field", "{" + part.fields.get("field") + "}");
        part.layout.put("text-size", part.value("size"));
        if (Boolean.TRUE.equals(part.fields.get("along"))) {
            part.layout.put("symbol-placement", "line");
            part.layout.put("symbol-spacing", 320);
        }
        if (part.fields.get("sides") instanceof List<?> sides) {
            part.layout.put("text-variable-anchor", sides);
            part.layout.put("text-radial-offset", RADIAL_OFFSET);
        }
        if (part.fields.get("offset") instanceof List<?> offset) {
            part.layout.put("text-offset", offset);
            part.layout.put("text-anchor", "top");
        }
        boolean alone = !row.containsKey("circle");
        return styleLayer(
                alone ? id : id + "-text", "symbol", row.containsKey("text-zoom") ? "text-zoom" : "zoom", part);
    }

    private Map<String, Object> styleLayer(String styleId, String type, String zoomField, Part part) {
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("id", styleId);
        layer.put("type", type);
        layer.put("source", SymbolBook.SOURCE);
        layer.put("source-layer", layer().orElseThrow(() -> new IllegalArgumentException("符号 %s 没有图层".formatted(id))));
        if (row.get(zoomField) instanceof List<?> zoom) {
            layer.put("minzoom", zoom.get(0));
            layer.put("maxzoom", zoom.get(1));
        }
        filter().ifPresent(filter -> layer.put("filter", filter));
        if (!part.layout.isEmpty()) {
            layer.put("layout", part.layout);
        }
        layer.put("paint", part.paint);
        return layer;
    }

    private Optional<List<Object>> filter() {
        List<Object> tests = new ArrayList<>();
        if (row.get("where") instanceof Map<?, ?> where) {
            where.forEach((attribute, values) -> {
                List<?> list = values instanceof List<?> several ? several : List.of(values);
                tests.add(List.of("in", List.of("get", attribute), List.of("literal", list)));
            });
        }
        if (tests.size() > 1) {
            tests.add(0, "all");
            return Optional.of(tests);
        }
        return tests.stream().findFirst().map(test -> List.of(((List<?>) test).toArray()));
    }

    @SuppressWarnings("unchecked")
    private Part part(String field) {
        return new Part((Map<String, Object>) row.getOrDefault(field, Map.of()));
    }

    /** One drawing instruction on its way into the style language. */
    private final class Part {
        final Map<String, Object> fields;
        final Map<String, Object> paint = new LinkedHashMap<>();
        final Map<String, Object> layout = new LinkedHashMap<>();

        Part(Map<String, Object> fields) {
            this.fields = fields;
        }

        Part paint(String property, String field) {
            if (fields.containsKey(field)) {
                paint.put(property, value(field));
            }
            return this;
        }

        Object value(String field) {
            Object value = fields.get(field);
            return switch (value) {
                case String colour -> palette.colour(colour);
                case Map<?, ?> stops -> interpolated(stops);
                case null -> throw new IllegalArgumentException("符号 %s 缺少 %s".formatted(id, field));
                default -> value;
            };
        }

        private List<Object> interpolated(Map<?, ?> stops) {
            List<Object> expression = new ArrayList<>(List.of("interpolate", List.of("linear"), List.of("zoom")));
            stops.forEach((zoom, size) -> expression.addAll(List.of(zoom, size)));
            return expression;
        }
    }
}
