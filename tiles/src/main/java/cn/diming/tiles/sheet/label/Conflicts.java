package cn.diming.tiles.sheet.label;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/** Which candidates of different names meet; found through a grid of 6 mm. */
final class Conflicts {

    private static final double CELL = 6;

    private record Part(int candidate, Turned room, Envelope box) {}

    private final int[] nameOf;
    private final int[][] lists;
    private final int[] sizes;

    private Conflicts(int[] nameOf) {
        this.nameOf = nameOf;
        this.lists = new int[nameOf.length][8];
        this.sizes = new int[nameOf.length];
    }

    static int[][] among(List<List<Turned>> rooms, int[] nameOf) {
        Conflicts conflicts = new Conflicts(nameOf);
        Map<Long, Part[]> grid = new HashMap<>();
        Map<Long, Integer> filled = new HashMap<>();
        for (int c = 0; c < nameOf.length; c++) {
            for (Turned room : rooms.get(c)) {
                conflicts.add(new Part(c, room, room.envelope()), grid, filled);
            }
        }
        return conflicts.finished();
    }

    private void add(Part part, Map<Long, Part[]> grid, Map<Long, Integer> filled) {
        int right = cell(part.box.getMaxX());
        int bottom = cell(part.box.getMaxY());
        for (int x = cell(part.box.getMinX()); x <= right; x++) {
            for (int y = cell(part.box.getMinY()); y <= bottom; y++) {
                long key = (long) x << 32 | y & 0xFFFFFFFFL;
                Part[] here = grid.computeIfAbsent(key, k -> new Part[8]);
                int count = filled.getOrDefault(key, 0);
                for (int i = 0; i < count; i++) {
                    compare(part, here[i], x, y);
                }
                if (count == here.length) {
                    here = Arrays.copyOf(here, 2 * count);
                    grid.put(key, here);
                }
                here[count] = part;
                filled.put(key, count + 1);
            }
        }
    }

    /** Each pair of parts is compared in one cell only, the one with the upper left corner of what both boxes share. */
    private void compare(Part a, Part b, int x, int y) {
        if (nameOf[a.candidate] == nameOf[b.candidate]
                || !a.box.intersects(b.box)
                || cell(Math.max(a.box.getMinX(), b.box.getMinX())) != x
                || cell(Math.max(a.box.getMinY(), b.box.getMinY())) != y) {
            return;
        }
        if (a.room.meets(b.room)) {
            link(a.candidate, b.candidate);
            link(b.candidate, a.candidate);
        }
    }

    private void link(int from, int to) {
        if (sizes[from] == lists[from].length) {
            lists[from] = Arrays.copyOf(lists[from], 2 * sizes[from]);
        }
        lists[from][sizes[from]++] = to;
    }

    /** Sorted, each once: several letters of two names may meet. */
    private int[][] finished() {
        for (int c = 0; c < lists.length; c++) {
            lists[c] = Arrays.stream(lists[c], 0, sizes[c]).sorted().distinct().toArray();
        }
        return lists;
    }

    private static int cell(double mm) {
        return (int) Math.floor(mm / CELL);
    }
}
