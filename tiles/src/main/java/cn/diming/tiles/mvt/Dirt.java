package cn.diming.tiles.mvt;

import java.util.ArrayList;
import java.util.List;

/** Where one step of the store changed what is drawn, and at which zooms. */
final class Dirt {
    /** More boxes than this and one box around them all does: it is a bulk change. */
    private static final int MOST_BOXES = 256;

    private record Patch(int minZoom, int maxZoom, Box box) {}

    private final List<Patch> patches = new ArrayList<>();

    static Dirt everywhere() {
        Dirt dirt = new Dirt();
        dirt.add(0, TileCoord.MAX_ZOOM, Box.WORLD);
        return dirt;
    }

    void add(int minZoom, int maxZoom, Box box) {
        if (minZoom > maxZoom) {
            return;
        }
        if (patches.size() < MOST_BOXES) {
            patches.add(new Patch(minZoom, maxZoom, box));
            return;
        }
        Patch last = patches.remove(patches.size() - 1);
        patches.add(new Patch(Math.min(minZoom, last.minZoom), Math.max(maxZoom, last.maxZoom), last.box.union(box)));
    }

    boolean isEmpty() {
        return patches.isEmpty();
    }

    /** True if the tile may look different now. */
    boolean touches(TileCoord tile) {
        Box box = Box.of(tile, TileGrid.margin(tile.z()));
        for (Patch patch : patches) {
            if (patch.minZoom <= tile.z() && tile.z() <= patch.maxZoom && patch.box.intersects(box)) {
                return true;
            }
        }
        return false;
    }
}
