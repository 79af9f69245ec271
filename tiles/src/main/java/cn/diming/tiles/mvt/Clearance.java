package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.Viewer;
import java.nio.charset.StandardCharsets;

/** Which features of a layer a viewer may see: those of no area in particular, and those of an area that he covers. */
final class Clearance {
    /** Sees all. */
    static final Clearance ALL = new Clearance(-1, new byte[0], new byte[0][]);

    private final int column;
    private final byte[] jurisdiction;
    private final byte[][] values;

    private Clearance(int column, byte[] jurisdiction, byte[][] values) {
        this.column = column;
        this.jurisdiction = jurisdiction;
        this.values = values;
    }

    static Clearance of(LayerData data, Viewer viewer) {
        int column = data.layer().attributes().size();
        if (viewer.audience() == Audience.PUBLIC && data.layer().audience() == Audience.STAFF) {
            throw new IllegalStateException(
                    "layer %s is not for the public".formatted(data.layer().name()));
        }
        return column == data.layer().columns() || viewer.jurisdiction().isEmpty()
                ? ALL
                : new Clearance(
                        column,
                        viewer.jurisdiction().getBytes(StandardCharsets.UTF_8),
                        data.dictionary().encoded());
    }

    /** @param from where the feature's row begins */
    boolean maySee(int[] row, int from) {
        if (column < 0) {
            return true;
        }
        int area = row[from + column];
        return area == ValueDictionary.ABSENT || ValueDictionary.textStartsWith(values[area], jurisdiction);
    }
}
