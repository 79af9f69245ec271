package cn.diming.tiles.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All layers and layer sets, as {@code layers.yml} lists them. */
public final class LayerCatalog {
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Map<String, Long> bits = new HashMap<>();
    private final Map<String, LayerSet> sets = new LinkedHashMap<>();

    private LayerCatalog(Map<String, Map<String, Object>> layerRows, Map<String, Map<String, Object>> setRows) {
        layerRows.forEach((name, row) -> layers.put(name, new LayerRow(name, row).layer()));
        if (layers.size() > Long.SIZE) {
            throw new IllegalArgumentException("图层多于 %d 个".formatted(Long.SIZE));
        }
        layers.keySet().forEach(name -> bits.put(name, 1L << bits.size()));
        setRows.forEach((name, row) -> sets.put(name, set(name, row)));
    }

    /** Reads the catalog that comes with the program. */
    public static LayerCatalog bundled() {
        try (InputStream in = LayerCatalog.class.getResourceAsStream("layers.yml")) {
            if (in == null) {
                throw new IllegalStateException("layers.yml is not packaged");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a catalog in YAML with the maps {@code layers} and {@code sets}.
     *
     * @throws IllegalArgumentException if a row makes no sense; the message names it
     */
    @SuppressWarnings("unchecked")
    public static LayerCatalog read(InputStream yaml) {
        Map<String, Map<String, Map<String, Object>>> root =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new LayerCatalog(root.getOrDefault("layers", Map.of()), root.getOrDefault("sets", Map.of()));
    }

    private LayerSet set(String name, Map<String, Object> row) {
        LayerRow fields = new LayerRow(name, row);
        List<Layer> members = fields.names("layers").stream().map(this::layer).toList();
        return new LayerSet(name, fields.text("title", name), fields.audience(), members);
    }

    /**
     * The layer of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Layer layer(String name) {
        Layer layer = layers.get(name);
        if (layer == null) {
            throw new IllegalArgumentException("没有名为 %s 的图层".formatted(name));
        }
        return layer;
    }

    /** A set of layers as bits. */
    public long bits(Collection<Layer> some) {
        return some.stream()
                .mapToLong(layer -> bits.getOrDefault(layer.name(), 0L))
                .reduce(0, (a, b) -> a | b);
    }

    public List<Layer> layers() {
        return List.copyOf(layers.values());
    }

    public List<LayerSet> sets() {
        return List.copyOf(sets.values());
    }

    public Optional<LayerSet> findSet(String name) {
        return Optional.ofNullable(sets.get(name));
    }
}
