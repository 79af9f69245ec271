package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Layer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;

/** The points of one tile and its margin, in Morton order, thinned out; reused from tile to tile. */
final class PointHits {
    private static final BitSet NONE = new BitSet(0);

    private PointIndex[] sources = new PointIndex[256];
    private int[] rows = new int[256];
    private long[] best = new long[16];
    private int size;
    private final Map<Layer, byte[]> zoomsOfRanks = new IdentityHashMap<>();
    private final long[] squares = new long[9];

    // the search at hand
    private PointIndex index = PointIndex.empty(0);
    private BitSet dead = NONE;
    private Box window = Box.WORLD;
    private Clearance clearance = Clearance.ALL;
    private byte[] firstZooms = {};
    private int zoom;
    private int cellBits;

    int size() {
        return size;
    }

    PointIndex source(int hit) {
        return sources[hit];
    }

    int row(int hit) {
        return rows[hit];
    }

    /** Finds what is drawn of a layer in a tile. */
    void collect(PointData data, TileCoord tile, Box tileWindow, Clearance cleared) {
        clear();
        window = tileWindow;
        clearance = cleared;
        zoom = tile.z();
        cellBits = 31 - zoom - 4;
        firstZooms = zoomsOfRanks.computeIfAbsent(data.layer(), PointHits::firstZooms);
        search(data.base(), data.dead(), tile);
        int baseSize = size;
        search(data.delta(), NONE, tile);
        if (size > baseSize) {
            merge(baseSize);
        }
        if (zoom < data.layer().thinning().allFrom()) {
            thin(cellBits * 2, data.layer().thinning().keep());
        }
    }

    private void clear() {
        Arrays.fill(sources, 0, size, null);
        size = 0;
    }

    private static byte[] firstZooms(Layer layer) {
        byte[] zooms = new byte[Layer.UNRANKED + 1];
        for (int rank = 0; rank < zooms.length; rank++) {
            zooms[rank] = (byte) layer.visibleFrom(rank);
        }
        return zooms;
    }

    /** Searches the tile and its eight neighbours, in Morton order. */
    private void search(PointIndex rowsSorted, BitSet rowsDead, TileCoord tile) {
        if (rowsSorted.size() == 0) {
            return;
        }
        index = rowsSorted;
        dead = rowsDead;
        int last = (1 << zoom) - 1;
        int count = 0;
        for (int y = Math.max(0, tile.y() - 1); y <= Math.min(last, tile.y() + 1); y++) {
            for (int x = Math.max(0, tile.x() - 1); x <= Math.min(last, tile.x() + 1); x++) {
                squares[count++] = Morton.code(x, y);
            }
        }
        Arrays.sort(squares, 0, count);
        int bits = 31 - zoom;
        for (int i = 0; i < count; i++) {
            long first = squares[i] << 2 * bits;
            int from = index.lowerBound(first, 0, index.size());
            int to = index.lowerBound(first + (1L << 2 * bits), from, index.size());
            search(first, bits, from, to);
        }
    }

    /** Takes the rows {@code [from, to)} of a square with 2^bits units a side, as far as it lies in the window. */
    private void search(long first, int bits, int from, int to) {
        if (from == to) {
            return;
        }
        long x = Morton.x(first);
        long y = Morton.y(first);
        long reach = (1L << bits) - 1;
        if (x > window.maxX() || x + reach < window.minX() || y > window.maxY() || y + reach < window.minY()) {
            return;
        }
        boolean inside =
                x >= window.minX() && x + reach <= window.maxX() && y >= window.minY() && y + reach <= window.maxY();
        if (bits <= cellBits || inside) {
            take(from, to);
            return;
        }
        long quarter = 1L << 2 * (bits - 1);
        int start = from;
        for (int i = 0; i < 4; i++) {
            int end = i == 3 ? to : index.lowerBound(first + (i + 1) * quarter, start, to);
            search(first + i * quarter, bits - 1, start, end);
            start = end;
        }
    }

    private void take(int from, int to) {
        reserve(to - from);
        for (int row = from; row < to; row++) {
            if (firstZooms[index.ranks[row]] <= zoom
                    && !dead.get(row)
                    && clearance.maySee(index.values, row * index.width)) {
                sources[size] = index;
                rows[size++] = row;
            }
        }
    }

    private void reserve(int more) {
        if (size + more > rows.length) {
            int room = Math.max(size + more, rows.length * 2);
            rows = Arrays.copyOf(rows, room);
            sources = Arrays.copyOf(sources, room);
        }
    }

    private long code(int hit) {
        return sources[hit].codes[rows[hit]];
    }

    private long id(int hit) {
        return sources[hit].ids[rows[hit]];
    }

    /** Merges the two sorted runs before and after {@code middle}. */
    private void merge(int middle) {
        PointIndex[] oldSources = Arrays.copyOf(sources, size);
        int[] oldRows = Arrays.copyOf(rows, size);
        int a = 0;
        int b = middle;
        for (int i = 0; i < size; i++) {
            boolean first =
                    b == oldRows.length || a < middle && isBefore(oldSources[a], oldRows[a], oldSources[b], oldRows[b]);
            int from = first ? a++ : b++;
            sources[i] = oldSources[from];
            rows[i] = oldRows[from];
        }
    }

    private static boolean isBefore(PointIndex a, int i, PointIndex b, int j) {
        return a.codes[i] != b.codes[j] ? a.codes[i] < b.codes[j] : a.ids[i] < b.ids[j];
    }

    /** Leaves the most important of each cell, in the order they had. */
    private void thin(int shift, int keep) {
        int kept = 0;
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && code(to) >>> shift == code(from) >>> shift) {
                to++;
            }
            long worst = to - from > keep ? worstKept(from, to, keep) : Long.MAX_VALUE;
            for (int hit = from; hit < to; hit++) {
                if (weight(hit) <= worst) {
                    sources[kept] = sources[hit];
                    rows[kept++] = rows[hit];
                }
            }
            from = to;
        }
        Arrays.fill(sources, kept, size, null);
        size = kept;
    }

    /** The weight of the last that may stay. */
    private long worstKept(int from, int to, int keep) {
        if (best.length < keep) {
            best = new long[keep];
        }
        int count = 0;
        for (int hit = from; hit < to; hit++) {
            long weight = weight(hit);
            if (count == keep && weight >= best[keep - 1]) {
                continue;
            }
            int at = count < keep ? count++ : keep - 1;
            while (at > 0 && best[at - 1] > weight) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = weight;
        }
        return best[keep - 1];
    }

    /** Rank first, then a spread of the ids, so that equals are chosen evenly and always alike; smaller stays. */
    private long weight(int hit) {
        return (long) sources[hit].ranks[rows[hit]] << 56 | ContentHash.mix(id(hit)) >>> 8;
    }
}
