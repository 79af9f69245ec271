package cn.diming.tiles.mvt;

import java.util.function.IntToLongFunction;

/** Feature id → row, as an open-addressed table of row numbers. */
final class IdIndex {
    private final int[] slots;
    private final IntToLongFunction ids;

    IdIndex(int rows, IntToLongFunction ids) {
        this.ids = ids;
        this.slots = new int[Integer.highestOneBit(Math.max(4, rows)) * 4];
        for (int row = 0; row < rows; row++) {
            int slot = slot(ids.applyAsLong(row));
            if (slots[slot] != 0) {
                throw new IllegalArgumentException("要素编号重复：" + ids.applyAsLong(row));
            }
            slots[slot] = row + 1;
        }
    }

    /** Row of the feature, −1 if there is none. */
    int row(long id) {
        return slots[slot(id)] - 1;
    }

    private int slot(long id) {
        int slot = (int) ContentHash.mix(id) & slots.length - 1;
        while (slots[slot] != 0 && ids.applyAsLong(slots[slot] - 1) != id) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
