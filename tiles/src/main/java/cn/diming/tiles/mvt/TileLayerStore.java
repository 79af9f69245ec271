package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.FeatureRef;
import cn.diming.tiles.layer.Layer;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.LayerSource;
import cn.diming.tiles.layer.MapFeature;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.Envelope;

/**
 * The features of all layers in memory. Readers take one snapshot and never wait; writers go one at a time and publish
 * each change as a whole. Layers derived from others (labels, borders) follow by themselves.
 */
public final class TileLayerStore {
    /** So many changes are remembered by place; a tile older than that is built anew. */
    private static final int REMEMBERED = 4096;

    private final LayerCatalog catalog;
    private final AtomicReferenceArray<Dirt> history = new AtomicReferenceArray<>(REMEMBERED);
    private volatile Snapshot snapshot = Snapshot.EMPTY;

    public TileLayerStore(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    /** Counts the changes that were published. */
    public long version() {
        return snapshot.version();
    }

    /** Number of features in a layer, derived layers included; 0 for a layer never fed. */
    public int size(String layer) {
        LayerData data = snapshot.layers().get(layer);
        return data == null ? 0 : data.size();
    }

    /**
     * Replaces everything. The features are read once and may be made while they are read.
     *
     * @throws IllegalArgumentException if a layer is unknown or derived, an id is there twice in a layer, or the
     *     geometry does not suit the layer; nothing is changed then
     */
    public synchronized void replaceAll(Iterable<MapFeature> features) {
        Map<String, LayerLoader> loaders = new HashMap<>();
        Envelope bounds = new Envelope();
        for (MapFeature feature : features) {
            fedLayer(feature.layer());
            loader(loaders, catalog.layer(feature.layer())).add(feature);
            for (String label : Edit.labelLayers(catalog, feature)) {
                loader(loaders, catalog.layer(label)).add(feature);
            }
            bounds.expandToInclude(feature.geometry().getEnvelopeInternal());
        }
        Map<String, LayerData> layers = new HashMap<>();
        for (Layer layer : catalog.layers()) {
            LayerLoader loader = loader(loaders, layer);
            if (layer.source() instanceof LayerSource.BordersOf borders
                    && layers.get(borders.layer()) instanceof ShapeData coverage) {
                Borders.of(coverage.all(), shape -> true).forEach(loader::add);
            }
            layers.put(layer.name(), loader.load());
            loaders.remove(layer.name());
        }
        publish(new Snapshot(snapshot.version() + 1, layers, bounds), Dirt.everywhere());
    }

    private static LayerLoader loader(Map<String, LayerLoader> loaders, Layer layer) {
        return loaders.computeIfAbsent(layer.name(), name -> new LayerLoader(layer, new ValueDictionary()));
    }

    /**
     * Puts in new and changed features and takes out deleted ones; readers see all of it or nothing. A feature that is
     * both put in and deleted stays.
     *
     * @throws IllegalArgumentException if a layer is unknown or derived or the geometry does not suit the layer;
     *     nothing is changed then
     */
    public synchronized void apply(Collection<MapFeature> upserts, Collection<FeatureRef> deletes) {
        upserts.forEach(feature -> fedLayer(feature.layer()));
        deletes.forEach(feature -> fedLayer(feature.layer()));
        Edit edit = new Edit(catalog, snapshot);
        edit.apply(upserts, deletes);
        if (!edit.dirt().isEmpty()) {
            publish(edit.result(), edit.dirt());
        }
    }

    private void fedLayer(String name) {
        if (!(catalog.layer(name).source() instanceof LayerSource.Fed)) {
            throw new IllegalArgumentException("图层 %s 由其他图层生成，不能直接写入".formatted(name));
        }
    }

    /** The dirt is written down first, so whoever sees the new snapshot finds it. */
    private void publish(Snapshot next, Dirt dirt) {
        history.set((int) (next.version() % REMEMBERED), dirt);
        snapshot = next;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** True if a tile built at an older version still looks the same at {@code now}. */
    boolean isUnchanged(TileCoord tile, long built, long now) {
        if (now - built >= REMEMBERED / 2) {
            return false;
        }
        for (long version = built + 1; version <= now; version++) {
            Dirt dirt = history.get((int) (version % REMEMBERED));
            if (dirt == null || dirt.touches(tile)) {
                return false;
            }
        }
        return true;
    }
}
