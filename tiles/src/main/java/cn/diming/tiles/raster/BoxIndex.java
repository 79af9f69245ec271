package cn.diming.tiles.raster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Boxes in a coarse grid: a test looks at a few cells only. */
final class BoxIndex {
    private static final double CELL = 64;

    private final Map<Long, List<Box>> cells = new HashMap<>();

    void add(Box box) {
        eachCell(
                box,
                cell -> cells.computeIfAbsent(cell, none -> new ArrayList<>()).add(box));
    }

    boolean isFree(List<Box> boxes) {
        return boxes.stream().noneMatch(this::hits);
    }

    private boolean hits(Box box) {
        boolean[] hit = {false};
        eachCell(
                box,
                cell -> hit[0] |= cells.getOrDefault(cell, List.of()).stream().anyMatch(box::meets));
        return hit[0];
    }

    private static void eachCell(Box box, Consumer<Long> work) {
        for (long x = (long) Math.floor(box.minX() / CELL); x <= Math.floor(box.maxX() / CELL); x++) {
            for (long y = (long) Math.floor(box.minY() / CELL); y <= Math.floor(box.maxY() / CELL); y++) {
                work.accept((x << 32) | (y & 0xffffffffL));
            }
        }
    }
}
