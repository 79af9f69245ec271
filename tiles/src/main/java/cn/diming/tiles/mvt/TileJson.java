package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.Layer;
import cn.diming.tiles.layer.LayerSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.json.JsonMapper;

/** Description of a layer set for map clients (TileJSON 3.0.0). */
public final class TileJson {
    private static final JsonMapper JSON = new JsonMapper();

    /** Where there is no data yet. */
    static final Envelope WORLD = new Envelope(-180, 180, -TileGrid.MAX_LATITUDE, TileGrid.MAX_LATITUDE);

    private final Map<String, Object> document = new LinkedHashMap<>();

    /**
     * @param bounds where there is data, CGCS2000 longitude/latitude
     * @param baseUrl address of the service without a slash at the end, as {@code http://localhost:8080}
     */
    TileJson(LayerSet set, Audience who, Envelope bounds, String baseUrl) {
        Envelope box = bounds.isNull() ? WORLD : bounds;
        document.put("tilejson", "3.0.0");
        document.put("name", set.title());
        document.put("scheme", "xyz");
        document.put("tiles", List.of(baseUrl + "/tiles/" + set.name() + "/{z}/{x}/{y}.mvt"));
        document.put("minzoom", set.minZoom());
        document.put("maxzoom", set.maxZoom());
        document.put("bounds", bounds(box));
        document.put("center", center(box));
        document.put(
                "vector_layers", set.visibleTo(who).stream().map(TileJson::row).toList());
    }

    private static List<Double> bounds(Envelope box) {
        return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** The middle of the data and the deepest zoom at which all of it fits a window three tiles wide. */
    private static List<Number> center(Envelope box) {
        double width = Math.max(1e-3, Math.max(box.getWidth(), box.getHeight()));
        long zoom = Math.max(0, Math.min(16, (long) Math.floor(Math.log(3 * 360 / width) / Math.log(2))));
        return List.of((box.getMinX() + box.getMaxX()) / 2, (box.getMinY() + box.getMaxY()) / 2, zoom);
    }

    private static Map<String, Object> row(Layer layer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        layer.attributes().forEach(name -> fields.put(name, ""));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", layer.name());
        row.put("minzoom", layer.minZoom());
        row.put("maxzoom", layer.maxZoom());
        row.put("geometry", layer.kind().name().toLowerCase(Locale.ROOT));
        row.put("fields", fields);
        return row;
    }

    /** The document as JSON text. */
    public String json() {
        return JSON.writeValueAsString(document);
    }
}
