package cn.diming.tiles.raster;

import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.BadTileRequest;
import cn.diming.tiles.mvt.MapTiles;
import cn.diming.tiles.mvt.Tile;
import cn.diming.tiles.mvt.TileContent;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.style.IconSet;
import cn.diming.tiles.style.Rule;
import cn.diming.tiles.style.SymbolBook;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Tiles as PNG. A picture is kept together with the tags of all tiles it was made of, itself and its surroundings; it
 * is drawn anew when one of them differs. Drawing takes milliseconds of a core, so only a few are drawn at a time.
 */
public final class PictureTiles {
    private static final int OVERHEAD = 300;
    private static final long PATIENCE_SECONDS = 10;

    private final MapTiles tiles;
    private final List<Rule> rules;
    private final IconSet icons;
    private final LabelBlocks labels;
    private final Cache<Key, Drawn> cache;
    private final Semaphore drawing;

    /**
     * What picture is wanted.
     *
     * @param day of the past; empty = today
     * @param coord address in the pyramid of pictures
     * @param side pixels of the map along a side, 256 or 512; a picture of 256 shows what vector tiles show a zoom
     *     less
     * @param ratio pixels of the picture a pixel of the map, 1 or 2
     */
    public record Wanted(
            String layerSet, Viewer viewer, Optional<LocalDate> day, TileCoord coord, int side, int ratio) {
        public Wanted {
            if ((side != 256 && side != 512) || ratio < 1 || ratio > 2) {
                throw new BadTileRequest("图片瓦片边长应为 256 或 512，倍数应为 1 或 2");
            }
        }

        /** The vector tile that it is drawn from. */
        TileCoord source() {
            return side == 512 || coord.z() == 0 ? coord : new TileCoord(coord.z() - 1, coord.x() >> 1, coord.y() >> 1);
        }
    }

    /** Pictures of 256 pixels are drawn four at a time. */
    private record Key(
            String layerSet,
            Viewer viewer,
            Optional<LocalDate> day,
            TileCoord source,
            int side,
            int ratio,
            boolean wholeWorld) {
        static Key of(Wanted wanted) {
            boolean wholeWorld = wanted.side == 256 && wanted.coord.z() == 0;
            return new Key(
                    wanted.layerSet, wanted.viewer, wanted.day, wanted.source(), wanted.side, wanted.ratio, wholeWorld);
        }
    }

    private record MapKey(String layerSet, Viewer viewer, Optional<LocalDate> day) {}

    /**
     * @param tile tag of the tile below the names
     * @param rightAt number of the journal up to which it is known to be right
     */
    private record Drawn(String tile, List<List<Label>> labels, List<TilePicture> parts, AtomicLong rightAt) {
        boolean isOf(Tile now, List<List<Label>> names) {
            return tile.equals(now.etag()) && labels.equals(names);
        }

        TilePicture part(Wanted wanted) {
            return parts.size() == 1
                    ? parts.getFirst()
                    : parts.get((wanted.coord.x() & 1) + 2 * (wanted.coord.y() & 1));
        }

        int weight() {
            return parts.stream().mapToInt(part -> part.png().length).sum();
        }
    }

    /**
     * @param cacheBytes how much memory the ready pictures may take
     * @param atOnce how many pictures may be drawn at the same time
     */
    public PictureTiles(MapTiles tiles, SymbolBook book, long cacheBytes, int atOnce) {
        this.tiles = tiles;
        this.rules = book.rules();
        this.icons = book.icons();
        this.labels = new LabelBlocks(rules);
        this.drawing = new Semaphore(atOnce, true);
        this.cache = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Key key, Drawn drawn) -> OVERHEAD + drawn.weight())
                .build();
    }

    /**
     * The picture; empty if there is no such set for this viewer.
     *
     * @throws TooBusy if others were drawn for so long that this one did not get its turn
     */
    public Optional<TilePicture> find(Wanted wanted) {
        long position = tiles.position();
        Drawn kept = cache.getIfPresent(Key.of(wanted));
        if (kept != null && kept.rightAt.get() == position) {
            return Optional.of(kept.part(wanted));
        }
        return inTurn(() -> tiles.find(wanted.layerSet, wanted.source(), wanted.viewer, wanted.day)
                .map(tile -> current(Key.of(wanted), tile, position).part(wanted)));
    }

    /** Of several requests for one picture one draws it. */
    private Drawn current(Key key, Tile tile, long position) {
        MapKey map = new MapKey(key.layerSet, key.viewer, key.day);
        List<List<Label>> names = labels.around(
                map,
                key.source,
                coord -> tiles.find(map.layerSet, coord, map.viewer, map.day).orElseThrow());
        Drawn drawn = cache.asMap()
                .compute(key, (same, old) -> old != null && old.isOf(tile, names) ? old : draw(key, tile, names));
        drawn.rightAt.accumulateAndGet(position, Math::max);
        return drawn;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!drawing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return work.get();
        } finally {
            drawing.release();
        }
    }

    private Drawn draw(Key key, Tile tile, List<List<Label>> names) {
        return new Drawn(tile.etag(), names, cut(drawn(key, tile, names), key), new AtomicLong());
    }

    private BufferedImage drawn(Key key, Tile tile, List<List<Label>> names) {
        Sheet sheet = new Sheet(key.source.z(), key.wholeWorld ? key.ratio / 2.0 : key.ratio);
        sheet.draw(rules, TileContent.of(tile));
        for (List<Label> block : names) {
            sheet.write(block, icons, key.source.x() * Sheet.SIDE, key.source.y() * Sheet.SIDE);
        }
        sheet.close();
        return sheet.image();
    }

    private static List<TilePicture> cut(BufferedImage image, Key key) {
        int parts = key.side == 256 && !key.wholeWorld ? 2 : 1;
        int side = image.getWidth() / parts;
        List<TilePicture> pictures = new ArrayList<>();
        for (int y = 0; y < parts; y++) {
            for (int x = 0; x < parts; x++) {
                pictures.add(TilePicture.of(PalettePng.of(image, x * side, y * side, side, side)));
            }
        }
        return pictures;
    }
}
