package cn.diming.tiles.mvt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What the last changes of the store touched. One thread writes, any number read. */
final class History {
    /** So many changes are remembered by place; a tile older than half of them is built anew. */
    private static final int REMEMBERED = 4096;

    /** @param seq number of the journal that was reached with this change */
    record Step(long version, long seq, Dirt dirt) {}

    private final AtomicReferenceArray<Step> steps = new AtomicReferenceArray<>(REMEMBERED);

    void put(long version, long seq, Dirt dirt) {
        steps.set((int) (version % REMEMBERED), new Step(version, seq, dirt));
    }

    private Optional<Step> find(long version) {
        Step step = steps.get((int) (version % REMEMBERED));
        return step == null || step.version != version ? Optional.empty() : Optional.of(step);
    }

    /** True if what is drawn of these layers in a tile is the same at both versions for certain. */
    boolean isUnchanged(TileCoord tile, long built, long now, long layerBits) {
        if (now - built >= REMEMBERED / 2) {
            return false;
        }
        Box window = Box.of(tile, TileGrid.margin(tile.z()));
        for (long version = built + 1; version <= now; version++) {
            Step step = steps.get((int) (version % REMEMBERED));
            if (step == null || step.version != version || step.dirt.touches(tile, window, layerBits)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The steps that went beyond a journal number, oldest first.
     *
     * @param latest the newest version
     * @return empty if not all of them are remembered
     */
    Optional<List<Step>> since(long seq, long latest) {
        List<Step> found = new ArrayList<>();
        for (long version = latest; version > 0; version--) {
            Optional<Step> step = find(version);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            if (step.get().seq <= seq) {
                return Optional.of(found.reversed());
            }
            if (step.get().dirt.isEverywhere()) {
                return Optional.empty();
            }
            found.add(step.get());
        }
        return Optional.empty();
    }
}
