package cn.diming.tiles.archive;

import cn.diming.tiles.mvt.TileJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an archive says of itself.
 *
 * @param tileJson description of the layer set
 * @param bounds longitude/latitude of what was exported
 * @param state number of the journal that the tiles show
 * @param day the day that they show
 */
record ArchiveNotes(JsonNode tileJson, Envelope bounds, int minZoom, int maxZoom, long state, String day) {
    static ArchiveNotes of(TileJson tileJson, Region region, long state, String day) {
        return new ArchiveNotes(
                JsonMapper.shared().readTree(tileJson.json()),
                region.bounds(),
                region.minZoom(),
                region.maxZoom(),
                state,
                day);
    }

    String name() {
        return tileJson.get("name").asString();
    }

    String vectorLayers() {
        return JsonMapper.shared().writeValueAsString(Map.of("vector_layers", tileJson.get("vector_layers")));
    }

    /** The metadata of PMTiles: the vector layers, and what tells how fresh the archive is. */
    String json() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name());
        metadata.put("type", "baselayer");
        metadata.put("format", "pbf");
        metadata.put("diming:seq", state);
        metadata.put("diming:day", day);
        metadata.put("vector_layers", tileJson.get("vector_layers"));
        return JsonMapper.shared().writeValueAsString(metadata);
    }
}
