package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Layer;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Where one step of the store changed what is drawn, in which layers, at which zooms and for whom. */
final class Dirt {
    /** More boxes of one layer than this are joined with their neighbours: it is a bulk change. */
    private static final int MOST_BOXES = 256;

    private final LayerCatalog catalog;
    private final Map<Ground, List<Patch>> patches = new LinkedHashMap<>();
    private boolean everywhere;

    /** @param area see {@link cn.diming.tiles.layer.MapFeature#area} */
    private record Ground(Layer layer, Optional<String> area) {}

    /** A box that looks different at zooms from … to. */
    record Patch(int minZoom, int maxZoom, Box box) {
        private Patch join(Patch other) {
            return new Patch(Math.min(minZoom, other.minZoom), Math.max(maxZoom, other.maxZoom), box.union(other.box));
        }

        private boolean touches(int zoom, Box window) {
            return minZoom <= zoom && zoom <= maxZoom && box.intersects(window);
        }

        private long middle() {
            return Morton.code((int) ((box.minX() + box.maxX()) / 2), (int) ((box.minY() + box.maxY()) / 2));
        }
    }

    /** The patches of one ground, sealed, with one around them all. */
    private record Field(long layerBit, Optional<String> area, Patch around, List<Patch> patches) {}

    private List<Field> fields = List.of();

    Dirt(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    /** Anything may look different. */
    static Dirt everywhere(LayerCatalog catalog) {
        Dirt dirt = new Dirt(catalog);
        dirt.everywhere = true;
        return dirt;
    }

    void add(Layer layer, Optional<String> area, int minZoom, int maxZoom, Box box) {
        if (minZoom <= maxZoom) {
            patches.computeIfAbsent(new Ground(layer, area), ground -> new ArrayList<>())
                    .add(new Patch(minZoom, maxZoom, box));
        }
    }

    boolean isEmpty() {
        return patches.isEmpty() && !everywhere;
    }

    boolean isEverywhere() {
        return everywhere;
    }

    /** Nothing more will be added. */
    Dirt seal() {
        List<Field> sealed = new ArrayList<>();
        patches.forEach((ground, boxes) -> {
            List<Patch> few = joined(boxes);
            Patch around = few.stream().reduce(Patch::join).orElseThrow();
            sealed.add(new Field(catalog.bits(List.of(ground.layer)), ground.area, around, few));
        });
        patches.clear();
        fields = List.copyOf(sealed);
        return this;
    }

    private static List<Patch> joined(List<Patch> boxes) {
        if (boxes.size() <= MOST_BOXES) {
            return List.copyOf(boxes);
        }
        List<Patch> ordered = new ArrayList<>(boxes);
        ordered.sort(Comparator.comparingLong(Patch::middle));
        int group = Math.ceilDiv(ordered.size(), MOST_BOXES);
        List<Patch> few = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += group) {
            List<Patch> near = ordered.subList(from, Math.min(from + group, ordered.size()));
            few.add(near.stream().reduce(Patch::join).orElseThrow());
        }
        return List.copyOf(few);
    }

    /** True if the tile may look different now to somebody who sees these layers. */
    boolean touches(TileCoord tile, Box window, long layerBits) {
        for (Field field : fields) {
            if ((field.layerBit & layerBits) != 0 && field.around.touches(tile.z(), window)) {
                for (Patch patch : field.patches) {
                    if (patch.touches(tile.z(), window)) {
                        return true;
                    }
                }
            }
        }
        return everywhere;
    }

    /** Gives the patches that this viewer sees of these layers; returns the bits of the layers they are in. */
    long visible(long layerBits, Viewer viewer, Consumer<Patch> visitor) {
        long seen = 0;
        for (Field field : fields) {
            if ((field.layerBit & layerBits) != 0
                    && field.area.map(viewer::covers).orElse(true)) {
                seen |= field.layerBit;
                field.patches.forEach(visitor);
            }
        }
        return seen;
    }
}
