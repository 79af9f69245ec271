package cn.diming.tiles.archive;

import cn.diming.tiles.mvt.TileCoord;

/**
 * Numbers of tiles in PMTiles (version 3): zoom after zoom, within a zoom along a Hilbert curve. The four children of
 * the tile with place d on the curve have the places 4d … 4d + 3.
 */
final class Hilbert {
    private Hilbert() {}

    /** Number of tiles above a zoom, which is the number of its first tile. */
    static long firstOf(int zoom) {
        return ((1L << (2 * zoom)) - 1) / 3;
    }

    static long id(TileCoord tile) {
        long x = tile.x();
        long y = tile.y();
        long place = 0;
        for (long side = 1L << tile.z() >> 1; side > 0; side >>= 1) {
            long right = (x & side) > 0 ? 1 : 0;
            long low = (y & side) > 0 ? 1 : 0;
            place += side * side * (3 * right ^ low);
            if (low == 0) {
                long turned = right == 1 ? side - 1 - (y & side - 1) : y & side - 1;
                y = right == 1 ? side - 1 - (x & side - 1) : x & side - 1;
                x = turned;
            }
        }
        return firstOf(tile.z()) + place;
    }

    /** The tile with a place on the curve of a zoom. */
    static TileCoord tile(int zoom, long place) {
        long x = 0;
        long y = 0;
        long rest = place;
        for (long side = 1; side < 1L << zoom; side <<= 1) {
            long right = rest >> 1 & 1;
            long low = (rest ^ right) & 1;
            if (low == 0) {
                if (right == 1) {
                    x = side - 1 - x;
                    y = side - 1 - y;
                }
                long swap = x;
                x = y;
                y = swap;
            }
            x += side * right;
            y += side * low;
            rest >>= 2;
        }
        return new TileCoord(zoom, (int) x, (int) y);
    }

    /** The tile with a number. */
    static TileCoord tile(long id) {
        int zoom = 0;
        while (firstOf(zoom + 1) <= id) {
            zoom++;
        }
        return tile(zoom, id - firstOf(zoom));
    }
}
