package cn.diming.tiles.sheet.style;

import cn.diming.core.font.Typeface;
import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op.Halo;
import cn.diming.tiles.sheet.canvas.Pen;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one rule of the book and checks it against the limits of print. */
final class RuleReader {

    private static final Set<String> FIELDS =
            Set.of("id", "layer", "filter", "scales", "profiles", "area", "line", "symbol", "label", "legend", "index");
    private static final double THINNEST = 0.10;
    private static final double SMALLEST_TYPE = 5;
    private static final double NARROWEST_HALO = 0.35;

    private final Map<String, Object> row;
    private final Map<String, Ink> palette;
    private final String id;

    RuleReader(Map<String, Object> row, Map<String, Ink> palette) {
        this.row = row;
        this.palette = palette;
        this.id = String.valueOf(row.get("id"));
        Set<String> strange = new HashSet<>(row.keySet());
        strange.removeAll(FIELDS);
        if (!strange.isEmpty()) {
            throw fault("有不认识的项 " + strange);
        }
    }

    Rule rule() {
        Part scales = new Part(part("scales").orElse(Map.of()));
        return new Rule(
                id,
                String.valueOf(row.get("layer")),
                row.containsKey("filter") ? Expression.read(row.get("filter")) : properties -> true,
                scales.number("min", 0),
                scales.number("max", Double.MAX_VALUE),
                Set.copyOf(strings("profiles")),
                read("area", this::area),
                read("line", this::line),
                read("symbol", this::symbol),
                read("label", this::label),
                read("legend", fields -> new Rule.Legend(fields.text("group"), fields.text("text"))),
                Optional.ofNullable(row.get("index")).map(String::valueOf));
    }

    private <T> Optional<T> read(String field, Function<Part, T> reader) {
        return part(field).map(Part::new).map(reader);
    }

    private Area area(Part fields) {
        return new Area(
                ink(fields.text("colour")).with(fields.number("opacity", 1)),
                fields.has("outline")
                        ? Optional.of(pen(fields.number("outline-width", 0.12), fields.text("outline"), List.of()))
                        : Optional.empty());
    }

    private Line line(Part fields) {
        List<Double> dash = fields.numbers("dash");
        return new Line(
                fields.has("casing")
                        ? Optional.of(pen(fields.number("casing-width", 0), fields.text("casing"), List.of()))
                        : Optional.empty(),
                pen(fields.number("width", 0), fields.text("colour"), dash));
    }

    private Pen pen(double width, String colour, List<Double> dash) {
        if (width < THINNEST) {
            throw fault("线宽 " + width + " mm 小于可印的 " + THINNEST + " mm");
        }
        return new Pen(width, ink(colour), dash, dash.isEmpty());
    }

    private Symbol symbol(Part fields) {
        String form = fields.text("form").toUpperCase(Locale.ROOT).replace('-', '_');
        try {
            return new Symbol(Symbol.Form.valueOf(form), fields.number("size", 0), ink(fields.text("colour")));
        } catch (IllegalArgumentException unknown) {
            throw fault("没有符号形状 " + fields.text("form"));
        }
    }

    private LabelStyle label(Part fields) {
        double points = fields.number("pt", 0);
        if (points < SMALLEST_TYPE) {
            throw fault("字号 " + points + " pt 小于 " + SMALLEST_TYPE + " pt");
        }
        double halo = fields.number("halo", 0.45);
        if (halo < NARROWEST_HALO) {
            throw fault("注记描边 " + halo + " mm 小于 " + NARROWEST_HALO + " mm");
        }
        return new LabelStyle(
                fields.text("field", "name"),
                fields.has("below") ? Optional.of(fields.text("below")) : Optional.empty(),
                new FontStyle(
                        fields.text("face", "hei").equals("song") ? Typeface.SONG : Typeface.HEI,
                        points,
                        fields.is("strong"),
                        fields.is("oblique")),
                ink(fields.text("colour")),
                new Halo(halo, Ink.WHITE.with(0.88)),
                LabelStyle.Placing.valueOf(fields.text("place").toUpperCase(Locale.ROOT)),
                fields.number("weight", 1),
                fields.number("repeat", 0),
                fields.number("gap", 0),
                fields.number("must-show", 0),
                fields.is("numbered"));
    }

    private Ink ink(String name) {
        Ink ink = palette.get(name);
        if (ink == null) {
            throw fault("调色板中没有颜色 " + name);
        }
        return ink;
    }

    @SuppressWarnings("unchecked")
    private Optional<Map<String, Object>> part(String field) {
        return Optional.ofNullable((Map<String, Object>) row.get(field));
    }

    private List<String> strings(String field) {
        return row.get(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("样式规则 " + id + "：" + what);
    }

    private final class Part {
        private final Map<String, Object> fields;

        Part(Map<String, Object> fields) {
            this.fields = fields;
        }

        boolean has(String name) {
            return fields.containsKey(name);
        }

        boolean is(String name) {
            return Boolean.TRUE.equals(fields.get(name));
        }

        String text(String name) {
            Object value = fields.get(name);
            if (value == null) {
                throw fault("缺少 " + name);
            }
            return value.toString();
        }

        String text(String name, String otherwise) {
            return has(name) ? text(name) : otherwise;
        }

        double number(String name, double otherwise) {
            return switch (fields.get(name)) {
                case null -> otherwise;
                case Number number -> number.doubleValue();
                default -> throw fault(name + " 应是数字");
            };
        }

        List<Double> numbers(String name) {
            return fields.get(name) instanceof List<?> list
                    ? list.stream().map(value -> ((Number) value).doubleValue()).toList()
                    : List.of();
        }
    }
}
