package cn.diming.tiles.mvt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One event of the stream of changes of a layer set. */
public sealed interface TileChange {
    /** Number of the journal that is drawn after this change. */
    long seq();

    String layerSet();

    /** The event as JSON text, as docs/tiles.md describes it. */
    default String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("seq", seq());
        document.put("set", layerSet());
        if (this instanceof Touched touched) {
            document.put("layers", touched.layers());
            if (!touched.tiles().isEmpty()) {
                document.put("tiles", touched.tiles());
            }
            if (!touched.ranges().isEmpty()) {
                document.put("ranges", touched.ranges());
            }
        }
        return JsonMapper.shared().writeValueAsString(document);
    }

    /**
     * These tiles may look different; all others look as before.
     *
     * @param layers names of the layers that changed
     * @param tiles single tiles as z, x, y
     * @param ranges rectangles of tiles as z, least x, least y, largest x, largest y
     */
    record Touched(
            long seq, String layerSet, List<String> layers, List<List<Integer>> tiles, List<List<Integer>> ranges)
            implements TileChange {}

    /** Any tile may look different. */
    record Reload(long seq, String layerSet) implements TileChange {}
}
