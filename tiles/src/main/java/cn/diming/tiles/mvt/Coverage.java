package cn.diming.tiles.mvt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Simplifies polygons that share borders; the polygons of each rank form a coverage of their own. */
final class Coverage {
    private Coverage() {}

    /** Simplifies everything. */
    static List<Shape> simplified(Collection<Shape> shapes) {
        Map<Integer, List<Shape>> byRank = new TreeMap<>();
        List<Shape> ordered = new ArrayList<>(shapes);
        ordered.sort(Comparator.comparingLong(shape -> shape.id));
        for (Shape shape : ordered) {
            byRank.computeIfAbsent(shape.rank, rank -> new ArrayList<>()).add(shape);
        }
        List<Shape> done = new ArrayList<>();
        byRank.values().forEach(rank -> done.addAll(oneRank(rank)));
        return done;
    }

    private static List<Shape> oneRank(List<Shape> shapes) {
        List<int[]> full = shapes.stream().map(Shape::fullPath).toList();
        int[][][] bands = new int[shapes.size()][Bands.COUNT][];
        for (int band = 0; band < Bands.COUNT; band++) {
            boolean coarse = band < Bands.FULL;
            List<int[]> paths = coarse ? Generalizer.coverage(full, Bands.tolerance(band)) : full;
            for (int i = 0; i < bands.length; i++) {
                bands[i][band] = paths.get(i);
            }
        }
        List<Shape> done = new ArrayList<>();
        for (int i = 0; i < bands.length; i++) {
            done.add(shapes.get(i).withBands(bands[i]));
        }
        return done;
    }

    /**
     * The shapes to be replaced after an edit. What is around the edited polygons is simplified anew in two rings of
     * neighbours; the inner ring comes out as in a full run, the outer one only holds it in place and stays as it was.
     *
     * @param edited new and changed polygons with their full outline
     * @param gone ids of the polygons that disappear
     */
    static List<Shape> afterEdit(ShapeData before, List<Shape> edited, Set<Long> gone) {
        Map<Long, Shape> now = new HashMap<>();
        edited.forEach(shape -> now.put(shape.id, shape));
        UnaryOperator<Shape> latest = shape -> now.getOrDefault(shape.id, shape);
        List<Shape> disturbed = new ArrayList<>(edited);
        edited.forEach(shape -> before.find(shape.id).ifPresent(disturbed::add));
        gone.forEach(id -> before.find(id).ifPresent(disturbed::add));
        Map<Long, Shape> inner = new HashMap<>(now);
        disturbed.forEach(shape -> inner.putAll(around(before, edited, shape)));
        inner.keySet().removeAll(gone);
        inner.replaceAll((id, shape) -> latest.apply(shape));
        Map<Long, Shape> all = new HashMap<>(inner);
        inner.values().forEach(shape -> all.putAll(around(before, edited, shape)));
        all.keySet().removeAll(gone);
        all.replaceAll((id, shape) -> latest.apply(shape));
        return simplified(all.values()).stream()
                .filter(shape -> inner.containsKey(shape.id))
                .toList();
    }

    /** Polygons of the same rank whose boxes touch this one's: its neighbours and perhaps some more. */
    private static Map<Long, Shape> around(ShapeData before, List<Shape> edited, Shape middle) {
        Map<Long, Shape> found = new HashMap<>();
        Consumer<Shape> take = shape -> {
            if (shape.rank == middle.rank && shape.box.intersects(middle.box)) {
                found.put(shape.id, shape);
            }
        };
        before.search(middle.box, take);
        edited.forEach(take);
        return found;
    }
}
