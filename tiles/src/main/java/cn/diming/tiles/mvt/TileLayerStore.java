package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.FeatureRef;
import cn.diming.tiles.layer.Layer;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.LayerSource;
import cn.diming.tiles.layer.MapFeature;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Envelope;

/**
 * The features of all layers in memory. Readers take one snapshot and never wait; writers go one at a time and publish
 * each change as a whole. Layers derived from others (labels, borders) follow by themselves.
 */
public final class TileLayerStore {
    private final LayerCatalog catalog;
    private final History history;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile long position;

    public TileLayerStore(LayerCatalog catalog) {
        this.catalog = catalog;
        this.history = new History();
    }

    /** Counts the changes that were published. */
    public long version() {
        return snapshot.version();
    }

    /** The last journal number that is part of what is drawn; 0 = nothing yet. */
    public long position() {
        return position;
    }

    /** Number of features in a layer, derived layers included; 0 for a layer never fed. */
    public int size(String layer) {
        LayerData data = snapshot.layers().get(layer);
        return data == null ? 0 : data.size();
    }

    /** Calls {@code listener} after each change that can be seen; it must be quick. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Replaces everything.
     *
     * @param features made while they are read: there may be a million, and no more than one is held
     * @param seq number of the journal up to which the features are complete
     * @throws IllegalArgumentException if a layer is unknown or derived, an id is there twice in a layer, or the
     *     geometry does not suit the layer; nothing is changed then
     */
    public synchronized void replaceAll(Stream<MapFeature> features, long seq) {
        Map<String, LayerLoader> loaders = new HashMap<>();
        Envelope bounds = new Envelope();
        features.forEachOrdered(feature -> {
            check(feature);
            loader(loaders, catalog.layer(feature.layer())).add(feature);
            for (String label : Edit.labelLayers(catalog, feature)) {
                loader(loaders, catalog.layer(label)).add(feature);
            }
            if (catalog.layer(feature.layer()).audience() == Audience.PUBLIC) {
                bounds.expandToInclude(feature.geometry().getEnvelopeInternal());
            }
        });
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
        publish(new Snapshot(snapshot.version() + 1, layers, bounds), Dirt.everywhere(catalog), seq);
    }

    void replaceAll(Iterable<MapFeature> features) {
        replaceAll(StreamSupport.stream(features.spliterator(), false), position);
    }

    private static LayerLoader loader(Map<String, LayerLoader> loaders, Layer layer) {
        return loaders.computeIfAbsent(layer.name(), name -> new LayerLoader(layer, new ValueDictionary()));
    }

    /**
     * Puts in new and changed features and takes out deleted ones; readers see all of it or nothing. A feature that is
     * both put in and deleted stays.
     *
     * @param seq number of the journal that is reached with this
     * @throws IllegalArgumentException if a layer is unknown or derived or the geometry does not suit the layer;
     *     nothing is changed then
     */
    public synchronized void apply(Collection<MapFeature> upserts, Collection<FeatureRef> deletes, long seq) {
        upserts.forEach(this::check);
        deletes.forEach(feature -> fedLayer(feature.layer()));
        Edit edit = new Edit(catalog, snapshot);
        edit.apply(upserts, deletes);
        if (edit.dirt().isEmpty()) {
            reached(seq);
        } else {
            publish(edit.result(), edit.dirt(), seq);
        }
    }

    void apply(Collection<MapFeature> upserts, Collection<FeatureRef> deletes) {
        apply(upserts, deletes, position);
    }

    private void check(MapFeature feature) {
        Layer layer = fedLayer(feature.layer());
        if (feature.area().isPresent() && layer.audience() == Audience.PUBLIC) {
            throw new IllegalArgumentException("图层 %s 对公众开放，不能放进内部要素".formatted(layer.name()));
        }
    }

    private Layer fedLayer(String name) {
        Layer layer = catalog.layer(name);
        if (!(layer.source() instanceof LayerSource.Fed)) {
            throw new IllegalArgumentException("图层 %s 由其他图层生成，不能直接写入".formatted(name));
        }
        return layer;
    }

    /** The dirt is written down first, so whoever sees the new snapshot finds it. */
    private void publish(Snapshot next, Dirt dirt, long seq) {
        history.put(next.version(), seq, dirt.seal());
        snapshot = next;
        reached(seq);
        listeners.forEach(Runnable::run);
    }

    private synchronized void reached(long seq) {
        position = seq;
        notifyAll();
    }

    /**
     * Waits until a journal number is part of what is drawn, no longer than so many milliseconds.
     *
     * @return whether it is
     */
    boolean await(long seq, long millis) {
        if (position >= seq) {
            return true;
        }
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            return awaitUntil(seq, end);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized boolean awaitUntil(long seq, long end) throws InterruptedException {
        long left = end - System.nanoTime();
        while (position < seq && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = end - System.nanoTime();
        }
        return position >= seq;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    History history() {
        return history;
    }

    /** True if a tile built at an older version still looks the same at {@code now}. */
    boolean isUnchanged(TileCoord tile, long built, long now) {
        return history.isUnchanged(tile, built, now, -1);
    }
}
