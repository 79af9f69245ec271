package cn.diming.tiles.mvt;

import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/**
 * All layers at one moment; immutable.
 *
 * @param version counts the changes of the store
 * @param bounds where there is data, longitude/latitude
 */
record Snapshot(long version, Map<String, LayerData> layers, Envelope bounds) {
    static final Snapshot EMPTY = new Snapshot(0, Map.of(), new Envelope());
}
