package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Layer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Points: a large base, a small delta with newer rows, and the base rows that count no more.
 *
 * @param dead rows of the base that were deleted or have a newer version in the delta
 */
record PointData(Layer layer, ValueDictionary dictionary, PointIndex base, PointIndex delta, BitSet dead)
        implements LayerData {

    static PointData of(Layer layer, ValueDictionary dictionary, PointIndex base) {
        return new PointData(layer, dictionary, base, PointIndex.empty(base.width), new BitSet());
    }

    @Override
    public int size() {
        return base.size() - dead.cardinality() + delta.size();
    }

    /**
     * The layer after a change.
     *
     * @param upserts new and changed points
     * @param deletes ids that are to go; unknown ones are passed over
     */
    PointData apply(PointIndex upserts, Set<Long> deletes, Dirt dirt) {
        Set<Long> touched = new HashSet<>(deletes);
        PointIndex.Builder rows = new PointIndex.Builder(base.width);
        for (int row = 0; row < upserts.size(); row++) {
            if (!isKnown(upserts, row)) {
                touched.add(upserts.ids[row]);
                rows.copy(upserts, row);
                soil(upserts, row, dirt);
            }
        }
        BitSet nowDead = (BitSet) dead.clone();
        touched.forEach(id -> bury(id, nowDead, dirt));
        for (int row = 0; row < delta.size(); row++) {
            if (!touched.contains(delta.ids[row])) {
                rows.copy(delta, row);
            }
        }
        PointData next = new PointData(layer, dictionary, base, rows.build(), nowDead);
        return LayerData.isLarge(next.delta.size(), base.size()) ? next.merged() : next;
    }

    private boolean isKnown(PointIndex other, int otherRow) {
        long id = other.ids[otherRow];
        int inDelta = delta.row(id);
        if (inDelta >= 0) {
            return delta.sameRow(inDelta, other, otherRow);
        }
        int inBase = base.row(id);
        return inBase >= 0 && !dead.get(inBase) && base.sameRow(inBase, other, otherRow);
    }

    private void bury(long id, BitSet nowDead, Dirt dirt) {
        int inDelta = delta.row(id);
        if (inDelta >= 0) {
            soil(delta, inDelta, dirt);
        }
        int inBase = base.row(id);
        if (inBase >= 0 && !nowDead.get(inBase)) {
            nowDead.set(inBase);
            soil(base, inBase, dirt);
        }
    }

    private void soil(PointIndex rows, int row, Dirt dirt) {
        dirt.add(layer, area(rows, row), layer.visibleFrom(rows.ranks[row]), layer.maxZoom(), rows.place(row));
    }

    private Optional<String> area(PointIndex rows, int row) {
        int column = layer.attributes().size();
        return column == layer.columns() ? Optional.empty() : dictionary.text(rows.values[row * rows.width + column]);
    }

    private PointData merged() {
        PointIndex.Builder rows = new PointIndex.Builder(base.width);
        for (int row = dead.nextClearBit(0); row < base.size(); row = dead.nextClearBit(row + 1)) {
            rows.copy(base, row);
        }
        for (int row = 0; row < delta.size(); row++) {
            rows.copy(delta, row);
        }
        return of(layer, dictionary, rows.build());
    }
}
