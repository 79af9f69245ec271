package cn.diming.tiles.mvt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/** Simplifies lines and polygons for a zoom band; what it keeps are vertices of the original. */
final class Generalizer {
    private Generalizer() {}

    /**
     * Simplifies polygons so that borders shared before are shared afterwards.
     *
     * @param paths the whole coverage, or a part of it whose outermost ring of polygons is thrown away afterwards
     */
    static List<int[]> coverage(List<int[]> paths, double tolerance) {
        Geometry[] polygons = paths.stream().map(WorldPath::polygons).toArray(Geometry[]::new);
        Geometry[] simpler = CoverageSimplifier.simplify(polygons, tolerance);
        return Arrays.stream(simpler).map(WorldPath::ofWorld).toList();
    }

    /** Simplifies one polygon by itself. */
    static int[] polygon(int[] path, double tolerance) {
        boolean plain = path.length > 0 && path[0] <= 5 && path.length == 1 + 2 * path[0];
        return plain ? path : coverage(List.of(path), tolerance).get(0);
    }

    /** Simplifies lines by Douglas and Peucker's method; their ends stay. */
    static int[] lines(int[] path, double tolerance) {
        List<int[]> chains = new ArrayList<>();
        for (int at = 0; at < path.length; at += 1 + 2 * path[at]) {
            chains.add(chain(Arrays.copyOfRange(path, at + 1, at + 1 + 2 * path[at]), tolerance));
        }
        return WorldPath.ofChains(chains);
    }

    private static int[] chain(int[] chain, double tolerance) {
        int count = chain.length / 2;
        boolean[] keep = new boolean[count];
        keep[0] = true;
        keep[count - 1] = true;
        int[] stack = new int[2 * count + 2];
        stack[1] = count - 1;
        int top = 2;
        while (top > 0) {
            int last = stack[--top];
            int first = stack[--top];
            int far = farthest(chain, first, last, tolerance);
            if (far > 0) {
                keep[far] = true;
                stack[top++] = first;
                stack[top++] = far;
                stack[top++] = far;
                stack[top++] = last;
            }
        }
        return pick(chain, keep);
    }

    /** The vertex farthest from the chord if beyond the tolerance, else 0. */
    private static int farthest(int[] chain, int first, int last, double tolerance) {
        int far = 0;
        double most = tolerance * tolerance;
        for (int i = first + 1; i < last; i++) {
            double distance = squaredDistance(chain, i, first, last);
            if (distance > most) {
                most = distance;
                far = i;
            }
        }
        return far;
    }

    private static double squaredDistance(int[] chain, int at, int first, int last) {
        double dx = chain[2 * last] - (double) chain[2 * first];
        double dy = chain[2 * last + 1] - (double) chain[2 * first + 1];
        double px = chain[2 * at] - (double) chain[2 * first];
        double py = chain[2 * at + 1] - (double) chain[2 * first + 1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
        double ox = px - along * dx;
        double oy = py - along * dy;
        return ox * ox + oy * oy;
    }

    private static int[] pick(int[] chain, boolean[] keep) {
        int[] out = new int[chain.length];
        int size = 0;
        for (int i = 0; i < keep.length; i++) {
            if (keep[i]) {
                out[size++] = chain[2 * i];
                out[size++] = chain[2 * i + 1];
            }
        }
        return Arrays.copyOf(out, size);
    }
}
