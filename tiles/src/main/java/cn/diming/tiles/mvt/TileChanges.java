package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which tiles look different after the changes of the store, to those who see the layers that changed. */
public final class TileChanges {
    private final LayerCatalog catalog;
    private final TileLayerStore store;

    public TileChanges(LayerCatalog catalog, TileLayerStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** Calls {@code listener} after each change; it must be quick. */
    public void onChange(Runnable listener) {
        store.onChange(listener);
    }

    /** Number of the journal that is drawn now. */
    public long position() {
        return store.position();
    }

    /** True if there is such a set for this viewer. */
    public boolean exists(String layerSet, Viewer viewer) {
        return View.find(catalog, layerSet, viewer).isPresent();
    }

    /**
     * What this viewer sees change in a layer set after a journal number, oldest first.
     *
     * @param upTo number of the journal up to which this is complete
     */
    public record Since(long upTo, List<TileChange> changes) {}

    /**
     * The changes after a number of the journal; a single {@link TileChange.Reload} if they are not remembered.
     *
     * @throws IllegalArgumentException if there is no such set for this viewer
     */
    public Since since(String layerSet, Viewer viewer, long seq) {
        View view = View.find(catalog, layerSet, viewer)
                .orElseThrow(() -> new IllegalArgumentException("没有瓦片集 " + layerSet));
        long position = store.position();
        Optional<List<History.Step>> steps = store.history().since(seq, store.version());
        if (steps.isEmpty()) {
            return new Since(position, List.of(new TileChange.Reload(position, layerSet)));
        }
        List<TileChange> changes = new ArrayList<>();
        long upTo = seq;
        for (History.Step step : steps.get()) {
            upTo = Math.max(upTo, step.seq());
            touched(view, step).ifPresent(changes::add);
        }
        return new Since(upTo, changes);
    }

    private Optional<TileChange> touched(View view, History.Step step) {
        TileRanges ranges = new TileRanges();
        long bits = step.dirt().visible(view.bits(), view.viewer(), ranges::add);
        if (bits == 0) {
            return Optional.empty();
        }
        List<String> layers = view.layers().stream()
                .filter(layer -> (catalog.bits(List.of(layer)) & bits) != 0)
                .map(layer -> layer.name())
                .toList();
        return Optional.of(
                new TileChange.Touched(step.seq(), view.set().name(), layers, ranges.tiles(), ranges.rectangles()));
    }
}
