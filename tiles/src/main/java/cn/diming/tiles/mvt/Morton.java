package cn.diming.tiles.mvt;

/**
 * Morton codes: the bits of x and y in turn, so that every tile of every zoom is one contiguous range of codes.
 *
 * <pre>
 *   0 1 4 5
 *   2 3 6 7
 *   8 9 …
 * </pre>
 */
final class Morton {
    private Morton() {}

    static long code(int x, int y) {
        return spread(x) | spread(y) << 1;
    }

    static int x(long code) {
        return gather(code);
    }

    static int y(long code) {
        return gather(code >>> 1);
    }

    private static long spread(int value) {
        long bits = value & 0x7fffffffL;
        bits = (bits | bits << 16) & 0x0000ffff0000ffffL;
        bits = (bits | bits << 8) & 0x00ff00ff00ff00ffL;
        bits = (bits | bits << 4) & 0x0f0f0f0f0f0f0f0fL;
        bits = (bits | bits << 2) & 0x3333333333333333L;
        return (bits | bits << 1) & 0x5555555555555555L;
    }

    private static int gather(long code) {
        long bits = code & 0x5555555555555555L;
        bits = (bits | bits >>> 1) & 0x3333333333333333L;
        bits = (bits | bits >>> 2) & 0x0f0f0f0f0f0f0f0fL;
        bits = (bits | bits >>> 4) & 0x00ff00ff00ff00ffL;
        bits = (bits | bits >>> 8) & 0x0000ffff0000ffffL;
        return (int) (bits | bits >>> 16);
    }

    /** Row numbers 0 … size−1 by code, rows of equal code by id. Radix sort: millions of rows take no boxes. */
    static int[] order(long[] codes, long[] ids, int size) {
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = i;
        }
        return stableSort(stableSort(rows, ids), codes);
    }

    private static int[] stableSort(int[] rows, long[] keys) {
        int[] from = rows;
        int[] to = new int[rows.length];
        for (int shift = 0; shift < 64; shift += 11) {
            int[] ends = new int[(1 << 11) + 1];
            for (int row : from) {
                ends[bucket(keys[row], shift) + 1]++;
            }
            if (ends[bucket(from.length == 0 ? 0 : keys[from[0]], shift) + 1] == from.length) {
                continue;
            }
            for (int i = 1; i < ends.length; i++) {
                ends[i] += ends[i - 1];
            }
            for (int row : from) {
                to[ends[bucket(keys[row], shift)]++] = row;
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int bucket(long key, int shift) {
        return (int) (key >>> shift) & 0x7ff;
    }
}
