package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Layer;
import java.util.Arrays;

/**
 * Where two versions of a shape differ, band by band: moving a corner by a metre changes nothing at zoom 8.
 */
final class ShapeDifference {
    private ShapeDifference() {}

    /** All of the shape appears or disappears. */
    static void whole(Layer layer, Shape shape, Dirt dirt) {
        dirt.add(shape.firstZoom, layer.maxZoom(), shape.box);
    }

    static void between(Layer layer, Shape old, Shape now, Dirt dirt) {
        if (!old.looksLike(now) || layer.minimumPixels() > 0 && old.size() != now.size()) {
            whole(layer, old, dirt);
            whole(layer, now, dirt);
            return;
        }
        for (int band = 0; band < Bands.COUNT; band++) {
            int first = Math.max(now.firstZoom, Bands.firstZoom(band));
            int last = Math.min(layer.maxZoom(), Bands.lastZoom(band));
            if (first <= last && !Arrays.equals(old.path(band), now.path(band))) {
                dirt.add(first, last, changedPart(old, now, band));
            }
        }
    }

    /**
     * The box of the vertices between the first and the last difference, with the neighbours they are joined to; for
     * shapes of several parts or other size of parts the box of both.
     */
    private static Box changedPart(Shape old, Shape now, int band) {
        int[] a = old.path(band);
        int[] b = now.path(band);
        if (!isOnePart(a) || !isOnePart(b)) {
            return old.box.union(now.box);
        }
        int same = 0;
        int most = Math.min(a[0], b[0]);
        while (same < most && sameVertex(a, same, b, same)) {
            same++;
        }
        int tail = 0;
        while (tail < most - same && sameVertex(a, a[0] - 1 - tail, b, b[0] - 1 - tail)) {
            tail++;
        }
        return span(a, same, tail).union(span(b, same, tail));
    }

    private static boolean isOnePart(int[] path) {
        return path.length > 0 && path.length == 1 + 2 * path[0];
    }

    private static boolean sameVertex(int[] a, int i, int[] b, int j) {
        return a[1 + 2 * i] == b[1 + 2 * j] && a[2 + 2 * i] == b[2 + 2 * j];
    }

    /** Box of the vertices from one before the difference to one after it, round the corner where it is a ring. */
    private static Box span(int[] path, int same, int tail) {
        int count = path[0];
        Box box = vertex(path, Math.floorMod(same - 1, count));
        for (int i = same; i <= count - tail; i++) {
            box = box.union(vertex(path, i % count));
        }
        return box;
    }

    private static Box vertex(int[] path, int at) {
        return Box.point(path[1 + 2 * at], path[2 + 2 * at]);
    }
}
