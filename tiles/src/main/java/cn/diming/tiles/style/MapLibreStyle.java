package cn.diming.tiles.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the book in the words of the MapLibre style language (version 8). */
final class MapLibreStyle {
    /** How far a text that may step aside goes from its point, in its own size. */
    private static final double RADIAL_OFFSET = 0.8;

    private static final int LABEL_SPACING = 320;

    private final String source;

    /** @param source name of the source of vector tiles within the style */
    MapLibreStyle(String source) {
        this.source = source;
    }

    /** A layer of the style. */
    Map<String, Object> layer(Rule rule) {
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("id", rule.id());
        layer.put("type", type(rule.mark()));
        rule.layer().ifPresent(name -> {
            layer.put("source", source);
            layer.put("source-layer", name);
        });
        if (rule.minZoom() > 0) {
            layer.put("minzoom", rule.minZoom());
        }
        if (rule.maxZoom() < Rule.DEEPEST) {
            layer.put("maxzoom", rule.maxZoom());
        }
        filter(rule).ifPresent(filter -> layer.put("filter", filter));
        Map<String, Object> layout = layout(rule.mark());
        if (!layout.isEmpty()) {
            layer.put("layout", layout);
        }
        Map<String, Object> paint = paint(rule.mark());
        if (!paint.isEmpty()) {
            layer.put("paint", paint);
        }
        Map<String, Object> metadata = metadata(rule);
        if (!metadata.isEmpty()) {
            layer.put("metadata", metadata);
        }
        return layer;
    }

    private static String type(Mark mark) {
        return switch (mark) {
            case Mark.Background background -> "background";
            case Mark.Fill fill -> "fill";
            case Mark.Line line -> "line";
            case Mark.Circle circle -> "circle";
            case Mark.Icon icon -> "symbol";
            case Mark.Text text -> "symbol";
        };
    }

    private static Optional<List<Object>> filter(Rule rule) {
        List<Object> tests = new ArrayList<>();
        rule.where()
                .forEach((attribute, values) -> tests.add(
                        values.isEmpty()
                                ? List.of("!", List.of("has", attribute))
                                : List.of("in", List.of("get", attribute), List.of("literal", values))));
        if (tests.size() > 1) {
            tests.add(0, "all");
            return Optional.of(tests);
        }
        return tests.stream().findFirst().map(test -> List.copyOf((List<?>) test));
    }

    private static Map<String, Object> layout(Mark mark) {
        Map<String, Object> layout = new LinkedHashMap<>();
        switch (mark) {
            case Mark.Line line -> {
                layout.put("line-join", "round");
                layout.put("line-cap", line.round() ? "round" : "butt");
            }
            case Mark.Icon icon -> {
                layout.put("icon-image", icon.name());
                layout.put("icon-size", relative(icon.size()));
            }
            case Mark.Text text -> textLayout(text, layout);
            default -> {}
        }
        return layout;
    }

    /** MapLibre scales a picture from the size it has in the sprite. */
    private static Object relative(Scale size) {
        return size.times(1.0 / IconSet.SIZE).expression();
    }

    private static void textLayout(Mark.Text text, Map<String, Object> layout) {
        layout.put("text-field", "{" + text.field() + "}");
        layout.put("text-size", text.size().expression());
        layout.put("text-font", List.of(text.bold() ? "Noto Sans SC Bold" : "Noto Sans SC Regular"));
        if (text.along()) {
            layout.put("symbol-placement", "line");
            layout.put("symbol-spacing", LABEL_SPACING);
        }
        if (!text.sides().isEmpty()) {
            layout.put("text-variable-anchor", text.sides());
            layout.put("text-radial-offset", RADIAL_OFFSET);
        }
        text.below().ifPresent(distance -> {
            layout.put("text-offset", List.of(0, distance));
            layout.put("text-anchor", "top");
        });
        text.shield().ifPresent(shield -> {
            layout.put("icon-image", IconSet.shieldName(shield));
            layout.put("icon-text-fit", "both");
            layout.put("icon-text-fit-padding", List.of(1, 3, 1, 3));
            layout.put("text-rotation-alignment", "viewport");
            layout.put("icon-rotation-alignment", "viewport");
        });
    }

    private static Map<String, Object> paint(Mark mark) {
        Map<String, Object> paint = new LinkedHashMap<>();
        switch (mark) {
            case Mark.Background background ->
                paint.put("background-color", background.colour().hex());
            case Mark.Fill fill -> {
                paint.put("fill-color", fill.colour().hex());
                fill.outline().ifPresent(outline -> paint.put("fill-outline-color", outline.hex()));
                opacity(paint, "fill-opacity", fill.opacity());
            }
            case Mark.Line line -> {
                paint.put("line-color", line.colour().hex());
                paint.put("line-width", line.width().expression());
                if (!line.dash().isEmpty()) {
                    paint.put("line-dasharray", line.dash());
                }
                opacity(paint, "line-opacity", line.opacity());
            }
            case Mark.Circle circle -> {
                paint.put("circle-color", circle.colour().hex());
                paint.put("circle-radius", circle.radius().expression());
                circle.stroke().ifPresent(stroke -> paint.put("circle-stroke-color", stroke.hex()));
                paint.put("circle-stroke-width", circle.strokeWidth());
            }
            case Mark.Text text -> {
                paint.put("text-color", text.colour().hex());
                text.halo().ifPresent(halo -> {
                    paint.put("text-halo-color", halo.hex());
                    paint.put("text-halo-width", text.haloWidth());
                });
            }
            case Mark.Icon icon -> {}
        }
        return paint;
    }

    private static void opacity(Map<String, Object> paint, String property, double opacity) {
        if (opacity < 1) {
            paint.put(property, opacity);
        }
    }

    /** What our own renderer and its legend read beside the style language. */
    private static Map<String, Object> metadata(Rule rule) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        rule.legend().ifPresent(words -> metadata.put("diming:legend", words));
        if (rule.mark() instanceof Mark.Text text) {
            text.shield()
                    .ifPresent(shield -> metadata.put(
                            "diming:shield",
                            List.of(shield.colour().hex(), shield.edge().hex())));
        }
        return metadata;
    }
}
