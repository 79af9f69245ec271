package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.GeometryKind;
import cn.diming.tiles.layer.Layer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where two versions of a shape differ, band by band: moving a corner by a metre changes nothing at zoom 8. Lines soil
 * small boxes along their course, not all of the land that they go round.
 */
final class ShapeDifference {
    private final ShapeData data;
    private final Layer layer;
    private final Dirt dirt;

    ShapeDifference(ShapeData data, Dirt dirt) {
        this.data = data;
        this.layer = data.layer();
        this.dirt = dirt;
    }

    /** All of the shape appears or disappears. */
    void whole(Shape shape) {
        if (layer.kind() == GeometryKind.POLYGON) {
            dirt.add(layer, data.area(shape), shape.firstZoom, layer.maxZoom(), shape.box);
            return;
        }
        for (int band = 0; band < Bands.COUNT; band++) {
            if (first(shape, band) <= last(band)) {
                int[] path = shape.path(band);
                for (int at = 0; at < path.length; at += 1 + 2 * path[at]) {
                    course(shape, band, path, at, 0, path[at] - 1);
                }
            }
        }
    }

    private int first(Shape shape, int band) {
        return Math.max(shape.firstZoom, Bands.firstZoom(band));
    }

    private int last(int band) {
        return Math.min(layer.maxZoom(), Bands.lastZoom(band));
    }

    private void soil(Shape shape, int band, Box box) {
        dirt.add(layer, data.area(shape), first(shape, band), last(band), box);
    }

    void between(Shape old, Shape now) {
        boolean otherAppearance = !old.looksLike(now) || layer.minimumPixels() > 0 && old.size() != now.size();
        if (otherAppearance) {
            whole(old);
            whole(now);
            return;
        }
        for (int band = 0; band < Bands.COUNT; band++) {
            if (first(now, band) <= last(band) && !Arrays.equals(old.path(band), now.path(band))) {
                changedParts(old, now, band);
            }
        }
    }

    /** Part by part where both have the same number of them, else everything. */
    private void changedParts(Shape old, Shape now, int band) {
        int[] a = old.path(band);
        int[] b = now.path(band);
        if (!haveSameParts(a, b)) {
            soil(now, band, old.box.union(now.box));
            return;
        }
        int i = 0;
        int j = 0;
        while (i < a.length) {
            changedPart(old, a, i, now, b, j, band);
            i += 1 + 2 * Math.abs(a[i]);
            j += 1 + 2 * Math.abs(b[j]);
        }
    }

    private static boolean haveSameParts(int[] a, int[] b) {
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length && a[i] > 0 == b[j] > 0) {
            i += 1 + 2 * Math.abs(a[i]);
            j += 1 + 2 * Math.abs(b[j]);
        }
        return i == a.length && j == b.length;
    }

    /** The vertices between the first and the last difference, with the neighbours they are joined to. */
    private void changedPart(Shape old, int[] a, int i, Shape now, int[] b, int j, int band) {
        int countA = Math.abs(a[i]);
        int countB = Math.abs(b[j]);
        int most = Math.min(countA, countB);
        int same = 0;
        while (same < most && sameVertex(a, i, same, b, j, same)) {
            same++;
        }
        if (same == countA && same == countB) {
            return;
        }
        int tail = 0;
        while (tail < most - same && sameVertex(a, i, countA - 1 - tail, b, j, countB - 1 - tail)) {
            tail++;
        }
        if (layer.kind() == GeometryKind.POLYGON) {
            soil(now, band, span(a, i, same, tail).union(span(b, j, same, tail)));
        } else {
            course(old, band, a, i, Math.max(0, same - 1), Math.min(countA - 1, countA - tail));
            course(now, band, b, j, Math.max(0, same - 1), Math.min(countB - 1, countB - tail));
        }
    }

    private static boolean sameVertex(int[] a, int partA, int i, int[] b, int partB, int j) {
        return a[partA + 1 + 2 * i] == b[partB + 1 + 2 * j] && a[partA + 2 + 2 * i] == b[partB + 2 + 2 * j];
    }

    /** Box of a ring's vertices from one before the difference to one after it, round the corner. */
    private static Box span(int[] path, int part, int same, int tail) {
        int count = Math.abs(path[part]);
        Box box = vertex(path, part, Math.floorMod(same - 1, count));
        for (int i = same; i <= count - tail; i++) {
            box = box.union(vertex(path, part, i % count));
        }
        return box;
    }

    private static Box vertex(int[] path, int part, int at) {
        return Box.point(path[part + 1 + 2 * at], path[part + 2 + 2 * at]);
    }

    /** Soils along a line from one vertex to another, in boxes about an eighth of its extent wide. */
    private void course(Shape shape, int band, int[] path, int part, int from, int to) {
        Box all = vertex(path, part, from);
        for (int i = from + 1; i <= to; i++) {
            all = all.union(vertex(path, part, i));
        }
        long limit = Math.max(all.maxX() - all.minX(), all.maxY() - all.minY()) / 8 + 1;
        Optional<Box> open = Optional.empty();
        for (int i = from; i < to; i++) {
            open = Optional.of(edge(shape, band, vertex(path, part, i), vertex(path, part, i + 1), limit, open));
        }
        soilLine(shape, band, open.orElse(all));
    }

    /** Adds an edge to the open box or closes it and begins another; a long slanting edge is halved. */
    private Box edge(Shape shape, int band, Box from, Box to, long limit, Optional<Box> open) {
        Box whole = from.union(to);
        if (narrow(whole) > limit) {
            Box middle = Box.point((int) ((from.minX() + to.minX()) / 2), (int) ((from.minY() + to.minY()) / 2));
            return edge(shape, band, middle, to, limit, Optional.of(edge(shape, band, from, middle, limit, open)));
        }
        if (open.isPresent() && narrow(open.get().union(whole)) > limit) {
            soilLine(shape, band, open.get());
            return whole;
        }
        return open.map(whole::union).orElse(whole);
    }

    /** One unit wider, because edges are halved and cut at whole units. */
    private void soilLine(Shape shape, int band, Box box) {
        soil(shape, band, new Box(box.minX() - 1, box.minY() - 1, box.maxX() + 1, box.maxY() + 1));
    }

    private static long narrow(Box box) {
        return Math.min(box.maxX() - box.minX(), box.maxY() - box.minY());
    }
}
