package cn.diming.tiles.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One row of {@code symbols.yml}. */
final class SymbolRow {
    private static final Set<String> FIELDS = Set.of(
            "id",
            "layer",
            "where",
            "zoom",
            "background",
            "fill",
            "line",
            "casing",
            "circle",
            "icon",
            "text",
            "text-zoom",
            "legend");

    private final Map<String, Object> row;
    private final Palette palette;
    private final String id;

    SymbolRow(Map<String, Object> row, Palette palette) {
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
        if (!row.containsKey("background") && !row.containsKey("layer")) {
            throw new IllegalArgumentException("符号 %s 没有图层".formatted(id));
        }
    }

    /** The rule of the line below; empty if the line has no casing. */
    Optional<Rule> casing() {
        return part("casing").map(part -> rule(id + "-casing", "zoom", part.line()));
    }

    /** The rules of the symbol itself, bottom to top; a picture comes after its name, since what is above is placed first. */
    List<Rule> bodies() {
        List<Rule> bodies = new ArrayList<>();
        if (row.containsKey("background")) {
            bodies.add(rule(id, "zoom", new Mark.Background(palette.colour(row.get("background")))));
        }
        part("fill").ifPresent(part -> bodies.add(rule(id, "zoom", part.fill())));
        part("line").ifPresent(part -> bodies.add(rule(id, "zoom", part.line())));
        part("circle").ifPresent(part -> bodies.add(rule(id, "zoom", part.circle())));
        part("text").ifPresent(part -> bodies.add(text(part.text(), bodies.isEmpty() && !row.containsKey("icon"))));
        part("icon").ifPresent(part -> bodies.add(rule(id, "zoom", part.icon())));
        return bodies;
    }

    private Rule text(Mark text, boolean alone) {
        return rule(alone ? id : id + "-text", row.containsKey("text-zoom") ? "text-zoom" : "zoom", text);
    }

    private Rule rule(String ruleId, String zoomField, Mark mark) {
        List<?> zoom = row.get(zoomField) instanceof List<?> range ? range : List.of(0, Rule.DEEPEST);
        return new Rule(
                ruleId,
                Optional.ofNullable((String) row.get("layer")),
                where(),
                ((Number) zoom.get(0)).intValue(),
                ((Number) zoom.get(1)).intValue(),
                mark,
                ruleId.equals(id) ? Optional.ofNullable((String) row.get("legend")) : Optional.empty());
    }

    private Map<String, List<Object>> where() {
        Map<String, List<Object>> where = new LinkedHashMap<>();
        if (row.get("where") instanceof Map<?, ?> tests) {
            tests.forEach((attribute, values) -> where.put(
                    (String) attribute, values instanceof List<?> list ? List.copyOf(list) : List.of(values)));
        }
        return where;
    }

    @SuppressWarnings("unchecked")
    private Optional<Part> part(String field) {
        return Optional.ofNullable((Map<String, Object>) row.get(field)).map(Part::new);
    }

    /** The fields of one drawing instruction. */
    private final class Part {
        private final Map<String, Object> fields;

        Part(Map<String, Object> fields) {
            this.fields = fields;
        }

        Mark.Fill fill() {
            return new Mark.Fill(colour("colour"), findColour("outline"), number("opacity", 1));
        }

        Mark.Line line() {
            List<?> dash = fields.get("dash") instanceof List<?> lengths ? lengths : List.of();
            return new Mark.Line(
                    colour("colour"),
                    scale("width"),
                    dash.stream().map(length -> ((Number) length).doubleValue()).toList(),
                    "round".equals(fields.get("cap")),
                    number("opacity", 1));
        }

        Mark.Circle circle() {
            return new Mark.Circle(colour("colour"), scale("radius"), findColour("stroke"), number("stroke-width", 0));
        }

        Mark.Icon icon() {
            return new Mark.Icon(String.valueOf(fields.get("name")), scale("size"));
        }

        Mark.Text text() {
            return new Mark.Text(
                    String.valueOf(fields.get("field")),
                    scale("size"),
                    colour("colour"),
                    findColour("halo"),
                    number("halo-width", 1.4),
                    Boolean.TRUE.equals(fields.get("along")),
                    Optional.ofNullable(fields.get("below")).map(below -> ((Number) below).doubleValue()),
                    findColour("shield").map(plate -> new Mark.Shield(plate, colour("shield-edge"))),
                    Boolean.TRUE.equals(fields.get("bold")),
                    sides());
        }

        private List<String> sides() {
            return fields.get("sides") instanceof List<?> sides
                    ? sides.stream().map(String::valueOf).toList()
                    : List.of();
        }

        private Colour colour(String field) {
            return palette.colour(must(field));
        }

        private Optional<Colour> findColour(String field) {
            return Optional.ofNullable(fields.get(field)).map(palette::colour);
        }

        private Scale scale(String field) {
            return Scale.parse(must(field));
        }

        private double number(String field, double otherwise) {
            return fields.get(field) instanceof Number number ? number.doubleValue() : otherwise;
        }

        private Object must(String field) {
            return Optional.ofNullable(fields.get(field))
                    .orElseThrow(() -> new IllegalArgumentException("符号 %s 缺少 %s".formatted(id, field)));
        }
    }
}
