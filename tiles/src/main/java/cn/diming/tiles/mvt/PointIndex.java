package cn.diming.tiles.mvt;

import java.util.Arrays;

/** Points sorted by Morton code, then by id: a tile is one range of rows. */
final class PointIndex {
    final long[] codes;
    final long[] ids;
    final byte[] ranks;
    /** Value numbers, {@code width} a row. */
    final int[] values;

    final int width;
    private final IdIndex index;

    private PointIndex(Builder rows) {
        int[] order = Morton.order(rows.codes, rows.ids, rows.size);
        width = rows.width;
        codes = new long[order.length];
        ids = new long[order.length];
        ranks = new byte[order.length];
        values = new int[order.length * width];
        for (int i = 0; i < order.length; i++) {
            int row = order[i];
            codes[i] = rows.codes[row];
            ids[i] = rows.ids[row];
            ranks[i] = rows.ranks[row];
            System.arraycopy(rows.values, row * width, values, i * width, width);
        }
        index = new IdIndex(order.length, row -> ids[row]);
    }

    static PointIndex empty(int width) {
        return new Builder(width).build();
    }

    int size() {
        return codes.length;
    }

    /** Row of the point with this id, −1 if there is none. */
    int row(long id) {
        return index.row(id);
    }

    Box place(int row) {
        return Box.point(Morton.x(codes[row]), Morton.y(codes[row]));
    }

    boolean sameRow(int row, PointIndex other, int otherRow) {
        return codes[row] == other.codes[otherRow]
                && ranks[row] == other.ranks[otherRow]
                && Arrays.equals(
                        values, row * width, (row + 1) * width, other.values, otherRow * width, (otherRow + 1) * width);
    }

    /** First row of {@code [from, to)} whose code is not below. */
    int lowerBound(long code, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (codes[middle] < code) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Gathers rows in any order; each id once. */
    static final class Builder {
        private final int width;
        private long[] codes = new long[16];
        private long[] ids = new long[16];
        private byte[] ranks = new byte[16];
        private int[] values = new int[16];
        private int size;

        Builder(int width) {
            this.width = width;
        }

        void add(long code, long id, int rank, int[] row) {
            reserve();
            System.arraycopy(row, 0, values, size * width, width);
            set(code, id, (byte) rank);
        }

        void copy(PointIndex other, int row) {
            reserve();
            System.arraycopy(other.values, row * width, values, size * width, width);
            set(other.codes[row], other.ids[row], other.ranks[row]);
        }

        private void set(long code, long id, byte rank) {
            codes[size] = code;
            ids[size] = id;
            ranks[size++] = rank;
        }

        private void reserve() {
            if (size == codes.length) {
                int room = size + size / 2;
                codes = Arrays.copyOf(codes, room);
                ids = Arrays.copyOf(ids, room);
                ranks = Arrays.copyOf(ranks, room);
            }
            if ((size + 1) * width > values.length) {
                values = Arrays.copyOf(values, codes.length * width);
            }
        }

        PointIndex build() {
            return new PointIndex(this);
        }
    }
}
