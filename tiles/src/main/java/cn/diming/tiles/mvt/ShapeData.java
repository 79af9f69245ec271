package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Layer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lines or polygons: a large base, a small delta with newer shapes, and the base rows that count no more.
 *
 * @param dead rows of the base that were deleted or have a newer version in the delta
 */
record ShapeData(Layer layer, ValueDictionary dictionary, ShapeIndex base, ShapeIndex delta, BitSet dead)
        implements LayerData {

    private static final BitSet NONE = new BitSet(0);

    static ShapeData of(Layer layer, ValueDictionary dictionary, List<Shape> shapes) {
        return new ShapeData(layer, dictionary, new ShapeIndex(shapes), ShapeIndex.EMPTY, new BitSet());
    }

    @Override
    public int size() {
        return base.size() - dead.cardinality() + delta.size();
    }

    Optional<Shape> find(long id) {
        int inDelta = delta.row(id);
        if (inDelta >= 0) {
            return Optional.of(delta.shape(inDelta));
        }
        int inBase = base.row(id);
        return inBase >= 0 && !dead.get(inBase) ? Optional.of(base.shape(inBase)) : Optional.empty();
    }

    /** Gives every shape whose box touches the window. */
    void search(Box window, Consumer<Shape> shapes) {
        in(window).forEach(shapes);
    }

    /** Adds every shape whose box touches the window. */
    void collect(Box window, List<Shape> into) {
        base.collect(window, dead, into);
        delta.collect(window, NONE, into);
    }

    /** Whose staff alone may see the shape; empty for all who see the layer. */
    Optional<String> area(Shape shape) {
        int column = layer.attributes().size();
        return column == layer.columns() ? Optional.empty() : dictionary.text(shape.values[column]);
    }

    List<Shape> in(Box window) {
        List<Shape> found = new ArrayList<>();
        collect(window, found);
        return found;
    }

    List<Shape> all() {
        return in(Box.WORLD);
    }

    /**
     * The layer after a change; shapes that are the same as before leave no dirt.
     *
     * @param deletes ids that are to go; unknown ones are passed over
     */
    ShapeData apply(List<Shape> upserts, Set<Long> deletes, Dirt dirt) {
        Set<Long> touched = new HashSet<>(deletes);
        upserts.forEach(shape -> touched.add(shape.id));
        BitSet nowDead = (BitSet) dead.clone();
        for (long id : touched) {
            int inBase = base.row(id);
            if (inBase >= 0) {
                nowDead.set(inBase);
            }
        }
        deletes.forEach(id -> find(id).ifPresent(old -> new ShapeDifference(this, dirt).whole(old)));
        List<Shape> newer = new ArrayList<>(upserts);
        for (Shape shape : upserts) {
            find(shape.id)
                    .ifPresentOrElse(
                            old -> new ShapeDifference(this, dirt).between(old, shape),
                            () -> new ShapeDifference(this, dirt).whole(shape));
        }
        for (int row = 0; row < delta.size(); row++) {
            if (!touched.contains(delta.shape(row).id)) {
                newer.add(delta.shape(row));
            }
        }
        ShapeData next = new ShapeData(layer, dictionary, base, new ShapeIndex(newer), nowDead);
        return LayerData.isLarge(newer.size(), base.size()) ? of(layer, dictionary, next.all()) : next;
    }
}
