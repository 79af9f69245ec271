package cn.diming.tiles.mvt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tiles that patches of dirt touch, as single tiles and as rectangles, never more than a message can hold. */
final class TileRanges {
    private static final int MOST_ENTRIES = 512;

    private final Map<Integer, Set<Range>> byZoom = new TreeMap<>();
    private int entries;

    private record Range(int minX, int minY, int maxX, int maxY) {
        private boolean isOne() {
            return minX == maxX && minY == maxY;
        }

        private Range union(Range other) {
            return new Range(
                    Math.min(minX, other.minX),
                    Math.min(minY, other.minY),
                    Math.max(maxX, other.maxX),
                    Math.max(maxY, other.maxY));
        }
    }

    /** Adds the tiles whose windows meet the patch. */
    void add(Dirt.Patch patch) {
        for (int zoom = patch.minZoom(); zoom <= patch.maxZoom(); zoom++) {
            Set<Range> ranges = byZoom.computeIfAbsent(zoom, fresh -> new LinkedHashSet<>());
            entries += ranges.add(range(zoom, patch.box())) ? 1 : 0;
            if (entries > MOST_ENTRIES) {
                joinLargest();
            }
        }
    }

    private static Range range(int zoom, Box box) {
        long margin = TileGrid.margin(zoom);
        long span = TileGrid.span(zoom);
        return new Range(
                tile(box.minX() - margin, span),
                tile(box.minY() - margin, span),
                tile(box.maxX() + margin, span),
                tile(box.maxY() + margin, span));
    }

    private static int tile(long world, long span) {
        return (int) Math.max(0, Math.min((1L << 31) / span - 1, Math.floorDiv(world, span)));
    }

    /** The zoom with the most rectangles is told as one around them all. */
    private void joinLargest() {
        Set<Range> most = byZoom.values().stream()
                .max((a, b) -> Integer.compare(a.size(), b.size()))
                .orElseThrow();
        Range around = most.stream().reduce(Range::union).orElseThrow();
        entries -= most.size() - 1;
        most.clear();
        most.add(around);
    }

    List<List<Integer>> tiles() {
        List<List<Integer>> tiles = new ArrayList<>();
        byZoom.forEach((zoom, ranges) -> ranges.stream()
                .filter(Range::isOne)
                .forEach(range -> tiles.add(List.of(zoom, range.minX, range.minY))));
        return tiles;
    }

    List<List<Integer>> rectangles() {
        List<List<Integer>> rectangles = new ArrayList<>();
        byZoom.forEach((zoom, ranges) -> ranges.stream()
                .filter(range -> !range.isOne())
                .forEach(range -> rectangles.add(List.of(zoom, range.minX, range.minY, range.maxX, range.maxY))));
        return rectangles;
    }
}
