package cn.diming.tiles.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * One list of symbols for screen and paper, read from {@code symbols.yml}, which explains its fields.
 *
 * <p>The style made of it keeps to a small part of the MapLibre style language, so that a simple renderer can follow
 * it: layer types background, fill, line, circle and symbol; numbers as they are or {@code ["interpolate", ["linear"],
 * ["zoom"], z, n, …]}; filters {@code ["in", ["get", attribute], ["literal", [values…]]]} and {@code ["!", ["has", attribute]]}, several joined by {@code
 * ["all", …]}; text {@code "{attribute}"} without glyph files, since clients draw Chinese with their own fonts.
 */
public final class SymbolBook {
    /** Name of the source of vector tiles within the style. */
    static final String SOURCE = "diming";

    /** The hint for MapLibre's option {@code localIdeographFontFamily}: text needs no glyph files, only these fonts. */
    private static final String FONTS =
            "\"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", \"Source Han Sans SC\", sans-serif";

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final String title;
    private final Palette palette;
    private final List<Rule> rules;
    private final IconSet icons;

    @SuppressWarnings("unchecked")
    private SymbolBook(Map<String, Object> root) {
        name = String.valueOf(root.get("name"));
        title = String.valueOf(root.get("title"));
        palette = new Palette((Map<String, String>) root.getOrDefault("palette", Map.of()));
        List<Map<String, Object>> rows = (List<Map<String, Object>>) root.getOrDefault("symbols", List.of());
        rules = inDrawingOrder(
                rows.stream().map(row -> new SymbolRow(row, palette)).toList());
        icons = IconSet.of(rules);
    }

    /** Reads the book that comes with the program. */
    public static SymbolBook bundled() {
        try (InputStream in = SymbolBook.class.getResourceAsStream("symbols.yml")) {
            if (in == null) {
                throw new IllegalStateException("symbols.yml is not packaged");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a book in YAML.
     *
     * @throws IllegalArgumentException if a symbol makes no sense; the message names it
     */
    public static SymbolBook read(InputStream yaml) {
        return new SymbolBook(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    /** Name under which the style is served. */
    public String name() {
        return name;
    }

    public Palette palette() {
        return palette;
    }

    /** Every rule, bottom to top. */
    public List<Rule> rules() {
        return rules;
    }

    /** The pictures that the rules name. */
    public IconSet icons() {
        return icons;
    }

    /**
     * The pictures on one sheet.
     *
     * @param ratio pixels of the sheet a pixel of the map, 1 or 2
     */
    public Sprite sprite(int ratio) {
        return new Sprite(icons, ratio);
    }

    /** Names of the map layers that the symbols are for. */
    public List<String> layers() {
        return rules.stream().flatMap(rule -> rule.layer().stream()).distinct().toList();
    }

    /**
     * The book as a MapLibre style (version 8) in JSON.
     *
     * @param tileJsonUrl address of the TileJSON that describes the vector tiles
     * @param spriteUrl address of the pictures without {@code .json} or {@code .png}
     */
    public String styleJson(String tileJsonUrl, String spriteUrl) {
        MapLibreStyle words = new MapLibreStyle(SOURCE);
        Map<String, Object> style = new LinkedHashMap<>();
        style.put("version", 8);
        style.put("name", title);
        style.put("metadata", Map.of("diming:localIdeographFontFamily", FONTS));
        style.put("sources", Map.of(SOURCE, Map.of("type", "vector", "url", tileJsonUrl)));
        style.put("sprite", spriteUrl);
        style.put("layers", rules.stream().map(words::layer).toList());
        return JSON.writeValueAsString(style);
    }

    /** Casings go below all lines of an unbroken run of cased lines, so that crossing roads join. */
    private static List<Rule> inDrawingOrder(List<SymbolRow> rows) {
        List<Rule> ordered = new ArrayList<>();
        List<Rule> run = new ArrayList<>();
        for (SymbolRow row : rows) {
            if (row.casing().isEmpty()) {
                ordered.addAll(run);
                run.clear();
            }
            row.casing().ifPresent(ordered::add);
            (row.casing().isEmpty() ? ordered : run).addAll(row.bodies());
        }
        ordered.addAll(run);
        return List.copyOf(ordered);
    }
}
