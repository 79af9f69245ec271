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
 * ["zoom"], z, n, …]}; filters {@code ["in", ["get", attribute], ["literal", [values…]]]}, several joined by {@code
 * ["all", …]}; text {@code "{attribute}"} without glyph files, since clients draw Chinese with their own fonts.
 */
public final class SymbolBook {
    /** Name of the source of vector tiles within the style. */
    static final String SOURCE = "diming";

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final String title;
    private final List<Symbol> symbols;

    @SuppressWarnings("unchecked")
    private SymbolBook(Map<String, Object> root) {
        name = String.valueOf(root.get("name"));
        title = String.valueOf(root.get("title"));
        Palette palette = new Palette((Map<String, String>) root.getOrDefault("palette", Map.of()));
        List<Map<String, Object>> rows = (List<Map<String, Object>>) root.getOrDefault("symbols", List.of());
        symbols = rows.stream().map(row -> new Symbol(row, palette)).toList();
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

    /** Names of the map layers that the symbols are for. */
    public List<String> layers() {
        return symbols.stream()
                .flatMap(symbol -> symbol.layer().stream())
                .distinct()
                .toList();
    }

    /**
     * The book as a MapLibre style (version 8) in JSON.
     *
     * @param tileJsonUrl address of the TileJSON that describes the vector tiles
     */
    public String styleJson(String tileJsonUrl) {
        Map<String, Object> style = new LinkedHashMap<>();
        style.put("version", 8);
        style.put("name", title);
        style.put("sources", Map.of(SOURCE, Map.of("type", "vector", "url", tileJsonUrl)));
        style.put("layers", styleLayers());
        return JSON.writeValueAsString(style);
    }

    /** Casings go below all lines of an unbroken run of cased lines, so that crossing roads join. */
    private List<Map<String, Object>> styleLayers() {
        List<Map<String, Object>> layers = new ArrayList<>();
        List<Map<String, Object>> run = new ArrayList<>();
        for (Symbol symbol : symbols) {
            if (symbol.casing().isEmpty()) {
                layers.addAll(run);
                run.clear();
            }
            layers.addAll(symbol.casing());
            (symbol.casing().isEmpty() ? layers : run).addAll(symbol.bodies());
        }
        layers.addAll(run);
        return layers;
    }
}
