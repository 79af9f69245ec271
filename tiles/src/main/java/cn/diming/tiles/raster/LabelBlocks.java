package cn.diming.tiles.raster;

import cn.diming.tiles.mvt.Tile;
import cn.diming.tiles.mvt.TileContent;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.style.Rule;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Names placed in blocks of 2 × 2 tiles, so that a name crosses the edge of a picture whole. Blocks are of four kinds
 * by their column and row, even or odd. Those of the first kind choose freely; each further kind comes after its
 * neighbours of the kinds before and leaves them the room they took. Which names stand does thus not depend on which
 * picture was asked for first, and no two overlap across any edge.
 */
final class LabelBlocks {
    /** A name goes no farther from its middle than half a tile, so a block is disturbed by those beside it only. */
    private static final double REACH = Sheet.SIDE / 2;

    /** A crowded block takes some 60 KB. */
    private static final int KEPT = 400;

    private final List<Rule> rules;
    private final Cache<Key, Placed> cache =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Key(Object map, int zoom, int x, int y) {
        int kind() {
            return (x & 1) + 2 * (y & 1);
        }
    }

    /**
     * @param tiles tags of the block's tiles
     * @param before names of the neighbours that came before
     */
    private record Placed(List<String> tiles, List<List<Label>> before, List<Label> labels) {}

    LabelBlocks(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * The names whose middle lies in the block of a tile or in one beside it.
     *
     * @param map names the map that {@code tiles} gives
     */
    List<List<Label>> around(Object map, TileCoord tile, Function<TileCoord, Tile> tiles) {
        List<List<Label>> found = new ArrayList<>();
        int x = tile.x() >> 1;
        int y = tile.y() >> 1;
        int besideX = (tile.x() & 1) == 0 ? x - 1 : x + 1;
        int besideY = (tile.y() & 1) == 0 ? y - 1 : y + 1;
        for (int blockX : new int[] {x, besideX}) {
            for (int blockY : new int[] {y, besideY}) {
                Key key = new Key(map, tile.z(), blockX, blockY);
                if (exists(key)) {
                    found.add(placed(key, tiles).labels);
                }
            }
        }
        return found;
    }

    private static boolean exists(Key key) {
        int blocks = Math.max(1, 1 << key.zoom >> 1);
        return key.x >= 0 && key.y >= 0 && key.x < blocks && key.y < blocks;
    }

    private Placed placed(Key key, Function<TileCoord, Tile> tiles) {
        List<Placed> before = new ArrayList<>();
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                Key beside = new Key(key.map, key.zoom, key.x + dx, key.y + dy);
                if (beside.kind() < key.kind() && exists(beside)) {
                    before.add(placed(beside, tiles));
                }
            }
        }
        List<TileCoord> coords = tilesOf(key);
        List<Tile> content = coords.stream().map(tiles).toList();
        List<String> tags = content.stream().map(Tile::etag).toList();
        List<List<Label>> around = before.stream().map(Placed::labels).toList();
        Placed kept = cache.getIfPresent(key);
        if (kept != null && kept.tiles.equals(tags) && kept.before.equals(around)) {
            return kept;
        }
        Placed fresh = new Placed(tags, around, place(key, coords, content, around));
        cache.put(key, fresh);
        return fresh;
    }

    private List<Label> place(Key key, List<TileCoord> coords, List<Tile> content, List<List<Label>> before) {
        List<Label> neighbours = before.stream().flatMap(List::stream).toList();
        List<LabelBlock.Part> parts = new ArrayList<>();
        for (int i = 0; i < coords.size(); i++) {
            TileCoord coord = coords.get(i);
            parts.add(new LabelBlock.Part(
                    TileContent.of(content.get(i)), coord.x() * Sheet.SIDE, coord.y() * Sheet.SIDE));
        }
        return List.copyOf(new LabelBlock(rules, key.zoom, REACH, neighbours).place(parts));
    }

    private static List<TileCoord> tilesOf(Key key) {
        int last = (1 << key.zoom) - 1;
        List<TileCoord> tiles = new ArrayList<>();
        for (int y = 2 * key.y; y <= Math.min(last, 2 * key.y + 1); y++) {
            for (int x = 2 * key.x; x <= Math.min(last, 2 * key.x + 1); x++) {
                tiles.add(new TileCoord(key.zoom, x, y));
            }
        }
        return tiles;
    }
}
