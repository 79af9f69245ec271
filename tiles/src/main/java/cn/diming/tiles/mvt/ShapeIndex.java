package cn.diming.tiles.mvt;

import java.util.BitSet;
import java.util.List;

/** Shapes in a packed R-tree: flat arrays, 16 children a node, leaves in Morton order of their middles. */
final class ShapeIndex {
    static final ShapeIndex EMPTY = new ShapeIndex(List.of());
    private static final int NODE = 16;

    private final Shape[] shapes;
    private final IdIndex ids;
    /** Four ints a box; level after level from the leaves to the root. */
    private final int[] boxes;

    private final int[] levelStarts;

    ShapeIndex(List<Shape> unordered) {
        shapes = inMortonOrder(unordered);
        ids = new IdIndex(shapes.length, row -> shapes[row].id);
        int levels = 1;
        int total = shapes.length;
        for (int count = shapes.length; count > 1; levels++) {
            count = (count + NODE - 1) / NODE;
            total += count;
        }
        boxes = new int[4 * total];
        levelStarts = new int[levels + 1];
        levelStarts[1] = shapes.length;
        for (int i = 0; i < shapes.length; i++) {
            put(i, shapes[i].box);
        }
        for (int level = 1; level < levels; level++) {
            packLevel(level);
        }
    }

    private static Shape[] inMortonOrder(List<Shape> unordered) {
        long[] codes = new long[unordered.size()];
        long[] ids = new long[codes.length];
        for (int i = 0; i < codes.length; i++) {
            Shape shape = unordered.get(i);
            Box box = shape.box;
            codes[i] = Morton.code((int) ((box.minX() + box.maxX()) / 2), (int) ((box.minY() + box.maxY()) / 2));
            ids[i] = shape.id;
        }
        Shape[] ordered = new Shape[codes.length];
        int[] rows = Morton.order(codes, ids, codes.length);
        for (int i = 0; i < rows.length; i++) {
            ordered[i] = unordered.get(rows[i]);
        }
        return ordered;
    }

    private void put(int slot, Box box) {
        boxes[4 * slot] = (int) box.minX();
        boxes[4 * slot + 1] = (int) box.minY();
        boxes[4 * slot + 2] = (int) box.maxX();
        boxes[4 * slot + 3] = (int) box.maxY();
    }

    private void packLevel(int level) {
        int from = levelStarts[level - 1];
        int to = levelStarts[level];
        int slot = to;
        for (int first = from; first < to; first += NODE) {
            Box box = box(first);
            for (int child = first + 1; child < Math.min(first + NODE, to); child++) {
                box = box.union(box(child));
            }
            put(slot++, box);
        }
        levelStarts[level + 1] = slot;
    }

    private Box box(int slot) {
        return new Box(boxes[4 * slot], boxes[4 * slot + 1], boxes[4 * slot + 2], boxes[4 * slot + 3]);
    }

    int size() {
        return shapes.length;
    }

    Shape shape(int row) {
        return shapes[row];
    }

    /** Row of the shape with this id, −1 if there is none. */
    int row(long id) {
        return ids.row(id);
    }

    /** Adds all living shapes whose boxes touch the window. */
    void collect(Box window, BitSet dead, List<Shape> into) {
        if (shapes.length > 0) {
            collect(window, levelStarts.length - 2, 0, dead, into);
        }
    }

    private void collect(Box window, int level, int node, BitSet dead, List<Shape> into) {
        if (!touches(levelStarts[level] + node, window)) {
            return;
        }
        if (level == 0) {
            if (!dead.get(node)) {
                into.add(shapes[node]);
            }
            return;
        }
        int end = Math.min((node + 1) * NODE, levelStarts[level] - levelStarts[level - 1]);
        for (int child = node * NODE; child < end; child++) {
            collect(window, level - 1, child, dead, into);
        }
    }

    private boolean touches(int slot, Box window) {
        int at = 4 * slot;
        return boxes[at] <= window.maxX()
                && boxes[at + 2] >= window.minX()
                && boxes[at + 1] <= window.maxY()
                && boxes[at + 3] >= window.minY();
    }
}
