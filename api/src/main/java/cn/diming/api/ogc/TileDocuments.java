package cn.diming.api.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a tile set is, and the matrix set WebMercatorQuad (OGC 17-083r4, annex D.1). */
final class TileDocuments {

    static final String MATRIX_SET = "WebMercatorQuad";
    static final String MATRIX_SET_TITLE = "Web 墨卡托四叉树";
    static final String MATRIX_SET_URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

    private static final double EDGE = 20_037_508.342789244;
    private static final int PIXELS = 256;
    /** A pixel of the standard's screen is 0.28 mm. */
    private static final double PIXEL_METRES = 0.000_28;

    private static final int LAST_ZOOM = 22;
    private static final double MAX_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

    private final JsonNode tileJson;

    private TileDocuments(JsonNode tileJson) {
        this.tileJson = tileJson;
    }

    static TileDocuments of(String tileJson) {
        return new TileDocuments(JsonMapper.shared().readTree(tileJson));
    }

    static Map<String, Object> matrixSet() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", MATRIX_SET);
        document.put("title", MATRIX_SET_TITLE);
        document.put("uri", MATRIX_SET_URI);
        document.put("crs", CRS);
        document.put("orderedAxes", List.of("X", "Y"));
        document.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
        document.put("tileMatrices", matrices());
        return document;
    }

    static List<Map<String, Object>> matrices() {
        List<Map<String, Object>> matrices = new ArrayList<>();
        for (int zoom = 0; zoom <= LAST_ZOOM; zoom++) {
            double cell = 2 * EDGE / PIXELS / (1 << zoom);
            Map<String, Object> matrix = new LinkedHashMap<>();
            matrix.put("id", "" + zoom);
            matrix.put("scaleDenominator", cell / PIXEL_METRES);
            matrix.put("cellSize", cell);
            matrix.put("pointOfOrigin", List.of(-EDGE, EDGE));
            matrix.put("tileWidth", PIXELS);
            matrix.put("tileHeight", PIXELS);
            matrix.put("matrixWidth", 1 << zoom);
            matrix.put("matrixHeight", 1 << zoom);
            matrices.add(matrix);
        }
        return matrices;
    }

    /** The description without its links. */
    Map<String, Object> tileSet(String title) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", title);
        document.put("dataType", "vector");
        document.put("crs", CRS);
        document.put("tileMatrixSetId", MATRIX_SET);
        document.put("tileMatrixSetURI", MATRIX_SET_URI);
        document.put("tileMatrixSetLimits", limits());
        document.put(
                "boundingBox",
                Map.of(
                        "lowerLeft",
                        List.of(side(0), side(1)),
                        "upperRight",
                        List.of(side(2), side(3)),
                        "crs",
                        OgcCrs.CRS84.uri()));
        document.put("layers", layers());
        return document;
    }

    private List<Map<String, Object>> limits() {
        List<Map<String, Object>> limits = new ArrayList<>();
        for (int zoom = minZoom(); zoom <= maxZoom(); zoom++) {
            Map<String, Object> limit = new LinkedHashMap<>();
            limit.put("tileMatrix", "" + zoom);
            limit.put("minTileRow", row(side(3), zoom));
            limit.put("maxTileRow", row(side(1), zoom));
            limit.put("minTileCol", column(side(0), zoom));
            limit.put("maxTileCol", column(side(2), zoom));
            limits.add(limit);
        }
        return limits;
    }

    /** Whether a tile lies within the limits. */
    boolean covers(int zoom, int row, int column) {
        return zoom >= minZoom()
                && zoom <= maxZoom()
                && row >= row(side(3), zoom)
                && row <= row(side(1), zoom)
                && column >= column(side(0), zoom)
                && column <= column(side(2), zoom);
    }

    private List<Map<String, Object>> layers() {
        List<Map<String, Object>> layers = new ArrayList<>();
        for (JsonNode row : tileJson.path("vector_layers").values()) {
            Map<String, Object> layer = new LinkedHashMap<>();
            layer.put("id", row.path("id").asString());
            layer.put("dataType", "vector");
            layer.put("geometryDimension", dimension(row.path("geometry").asString("")));
            layer.put("minTileMatrix", row.path("minzoom").asInt() + "");
            layer.put("maxTileMatrix", row.path("maxzoom").asInt() + "");
            layers.add(layer);
        }
        return layers;
    }

    private static int dimension(String geometry) {
        return switch (geometry) {
            case "point" -> 0;
            case "line" -> 1;
            default -> 2;
        };
    }

    private int minZoom() {
        return tileJson.path("minzoom").asInt();
    }

    private int maxZoom() {
        return tileJson.path("maxzoom").asInt();
    }

    private double side(int number) {
        return tileJson.path("bounds").path(number).asDouble();
    }

    private static int column(double longitude, int zoom) {
        return clamp((longitude + 180) / 360, zoom);
    }

    private static int row(double latitude, int zoom) {
        double limited = Math.toRadians(Math.clamp(latitude, -MAX_LATITUDE, MAX_LATITUDE));
        return clamp((1 - Math.log(Math.tan(limited) + 1 / Math.cos(limited)) / Math.PI) / 2, zoom);
    }

    private static int clamp(double share, int zoom) {
        int size = 1 << zoom;
        return Math.clamp((long) Math.floor(share * size), 0, size - 1);
    }
}
