package cn.diming.tiles.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A path in pixels as x, y, x, y …, walked by distance. */
final class Line {
    private final double[] vertices;
    private final double[] distances;

    /** A place on the line and the direction there, radians clockwise from east. */
    record Spot(double x, double y, double angle) {}

    Line(double[] vertices) {
        this.vertices = vertices;
        this.distances = new double[vertices.length / 2];
        for (int i = 1; i < distances.length; i++) {
            distances[i] = distances[i - 1]
                    + Math.hypot(vertices[2 * i] - vertices[2 * i - 2], vertices[2 * i + 1] - vertices[2 * i - 1]);
        }
    }

    double length() {
        return distances[distances.length - 1];
    }

    Spot at(double distance) {
        int found = Arrays.binarySearch(distances, distance);
        int end = Math.min(distances.length - 1, Math.max(1, found >= 0 ? Math.max(1, found) : -found - 1));
        double step = distances[end] - distances[end - 1];
        double part = step == 0 ? 0 : Math.max(0, Math.min(1, (distance - distances[end - 1]) / step));
        double dx = vertices[2 * end] - vertices[2 * end - 2];
        double dy = vertices[2 * end + 1] - vertices[2 * end - 1];
        return new Spot(vertices[2 * end - 2] + part * dx, vertices[2 * end - 1] + part * dy, Math.atan2(dy, dx));
    }

    /** Joins parts that meet end to end, in the order given; a name then finds room that no single part has. */
    static List<int[]> joined(List<int[]> parts) {
        List<int[]> open = new ArrayList<>(parts);
        for (boolean again = true; again; ) {
            again = joinOne(open);
        }
        return open;
    }

    private static boolean joinOne(List<int[]> parts) {
        Map<Long, Integer> ends = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            int[] part = parts.get(i);
            for (boolean start : new boolean[] {true, false}) {
                Integer other = ends.putIfAbsent(end(part, start), i);
                if (other != null && other != i) {
                    parts.set(other, join(parts.get(other), part));
                    parts.remove(i);
                    return true;
                }
            }
        }
        return false;
    }

    private static long end(int[] part, boolean start) {
        int at = start ? 0 : part.length - 2;
        return ((long) part[at] << 32) | (part[at + 1] & 0xffffffffL);
    }

    private static int[] join(int[] one, int[] two) {
        int[] first = end(one, false) == end(two, true) || end(one, false) == end(two, false) ? one : reversed(one);
        int[] second = end(first, false) == end(two, true) ? two : reversed(two);
        int[] both = Arrays.copyOf(first, first.length + second.length - 2);
        System.arraycopy(second, 2, both, first.length, second.length - 2);
        return both;
    }

    private static int[] reversed(int[] part) {
        int[] back = new int[part.length];
        for (int i = 0; i < part.length; i += 2) {
            back[i] = part[part.length - 2 - i];
            back[i + 1] = part[part.length - 1 - i];
        }
        return back;
    }
}
