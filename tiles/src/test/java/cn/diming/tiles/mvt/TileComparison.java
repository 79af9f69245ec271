package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Layer;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.LayerSource;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.layer.Viewer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ours, PostGIS and geojson-vt in one run: the same features of the demo county, the same list of tiles, CPU time of
 * whoever encodes. Arguments: the address of the PostGIS server, the folder with {@code encode.mjs}.
 */
final class TileComparison {
    private static final int TILES = 600;
    private static final int ROUNDS = 5;
    /** What the first kernel tick of /proc is: USER_HZ, 100 on every Linux in use. */
    private static final double TICK_MICROS = 10_000;

    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final List<MapFeature> features;
    private final List<TileCoord> tiles;
    private final List<Layer> layers;

    private TileComparison(Iterable<MapFeature> all) {
        features = new ArrayList<>();
        all.forEach(features::add);
        tiles = tiles();
        layers = catalog.findSet("map").orElseThrow().layers().stream()
                .filter(layer -> layer.source() instanceof LayerSource.Fed)
                .filter(layer -> features.stream().anyMatch(each -> each.layer().equals(layer.name())))
                .toList();
    }

    public static void main(String[] args) throws Exception {
        compare("town", SyntheticCity.town(), args);
        compare(
                "demo county",
                DemoCounty.read(DemoCounty.folder().orElseThrow(() -> new IllegalStateException("set DIMING_SHARED"))),
                args);
    }

    private static void compare(String name, Iterable<MapFeature> features, String[] args) throws Exception {
        TileComparison run = new TileComparison(features);
        System.out.printf("%n%s: %d features, %d tiles z8–17%n%n", name, run.features.size(), run.tiles.size());
        System.out.println("| encoder | CPU µs a tile | bytes a tile | features a tile |");
        System.out.println("|---|---|---|---|");
        run.ours();
        run.postgis(args[0]);
        run.node(Path.of(args[1]));
    }

    /** A walk over the plates of the county at all depths, the same in each run. */
    private List<TileCoord> tiles() {
        List<Coordinate> plates = features.stream()
                .filter(feature -> feature.layer().equals("door_plate"))
                .map(feature -> feature.geometry().getCoordinate())
                .toList();
        Random random = new Random(11);
        Set<TileCoord> found = new HashSet<>();
        List<TileCoord> list = new ArrayList<>();
        while (list.size() < TILES) {
            Coordinate place = plates.get(random.nextInt(plates.size()));
            int zoom = 8 + random.nextInt(10);
            TileCoord tile = new TileCoord(
                    zoom, TileGrid.worldX(place.x) >> (31 - zoom), TileGrid.worldY(place.y) >> (31 - zoom));
            if (found.add(tile) || zoom < 13) {
                list.add(tile);
            }
        }
        return list;
    }

    private static void row(String name, double micros, double bytes, String features) {
        System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %s |%n", name, micros, bytes, features);
    }

    private void ours() {
        TileLayerStore store = new TileLayerStore(catalog);
        store.replaceAll(features);
        TileEncoder encoder = new TileEncoder(6);
        double best = Double.MAX_VALUE;
        long bytes = 0;
        long count = 0;
        for (int round = 0; round < 4 * ROUNDS; round++) {
            bytes = 0;
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (TileCoord tile : tiles) {
                bytes += encoder.encode(store.snapshot().layers(), layers, Viewer.PUBLIC, tile).length;
            }
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        for (TileCoord tile : tiles) {
            count +=
                    DecodedTile.of(encoder.encode(store.snapshot().layers(), layers, Viewer.PUBLIC, tile))
                            .layers()
                            .values()
                            .stream()
                            .mapToInt(List::size)
                            .sum();
        }
        row("Diming", best / 1000 / TILES, (double) bytes / TILES, Long.toString(count / TILES));
    }

    private int firstZoom(MapFeature feature) {
        Layer layer = catalog.layer(feature.layer());
        Object rank = layer.rank().map(feature.attributes()::get).orElse(Layer.UNRANKED);
        return layer.visibleFrom(rank instanceof Number number ? number.intValue() : Layer.UNRANKED);
    }

    private void postgis(String server) throws SQLException, IOException {
        String url = "jdbc:" + server.replaceFirst("^(jdbc:)", "").replaceFirst("://[^/@]*@", "://");
        String user = server.replaceFirst("^[^/]*//([^:@/]*).*$", "$1");
        try (Connection admin = DriverManager.getConnection(url, user, null);
                Statement sql = admin.createStatement()) {
            sql.execute("CREATE DATABASE tile_comparison");
            try (Connection connection =
                    DriverManager.getConnection(url.replaceFirst("/[^/]*$", "/tile_comparison"), user, null)) {
                load(connection);
                measure(connection);
            } finally {
                sql.execute("DROP DATABASE tile_comparison WITH (FORCE)");
            }
        }
    }

    private void load(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE EXTENSION postgis");
            for (Layer layer : layers) {
                String columns = layer.attributes().stream()
                        .map(a -> ", a_" + a + " text")
                        .collect(Collectors.joining());
                sql.execute("CREATE TABLE l_" + layer.name() + " (id bigint primary key, first_zoom int, geom geometry"
                        + columns + ")");
            }
        }
        for (Layer layer : layers) {
            String marks = ", ?".repeat(layer.attributes().size());
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO l_" + layer.name()
                    + " VALUES (?, ?, ST_Transform(ST_SetSRID(ST_GeomFromWKB(?), 4326), 3857)" + marks + ")")) {
                for (MapFeature feature : features) {
                    if (feature.layer().equals(layer.name())) {
                        insert.setLong(1, feature.id());
                        insert.setInt(2, firstZoom(feature));
                        insert.setBytes(3, new WKBWriter().write(feature.geometry()));
                        for (int i = 0; i < layer.attributes().size(); i++) {
                            Object value =
                                    feature.attributes().get(layer.attributes().get(i));
                            insert.setString(4 + i, value == null ? null : value.toString());
                        }
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            try (Statement sql = connection.createStatement()) {
                sql.execute("CREATE INDEX ON l_" + layer.name() + " USING gist (geom)");
                sql.execute("ANALYZE l_" + layer.name());
            }
        }
    }

    private String tileQuery() {
        return "SELECT "
                + layers.stream()
                        .map(layer -> "COALESCE((SELECT ST_AsMVT(t, '%1$s', 4096, 'geom', 'id') FROM (SELECT id%2$s, "
                                        .formatted(
                                                layer.name(),
                                                layer.attributes().stream()
                                                        .map(a -> ", a_" + a + " AS \"" + a + "\"")
                                                        .collect(Collectors.joining()))
                                + "ST_AsMVTGeom(geom, ST_TileEnvelope(?, ?, ?), 4096, 256) AS geom FROM l_"
                                + layer.name()
                                + " WHERE first_zoom <= ? AND geom && ST_TileEnvelope(?, ?, ?, margin => 0.0625)) t"
                                + " WHERE geom IS NOT NULL), '')")
                        .collect(Collectors.joining(" || "));
    }

    private void measure(Connection connection) throws SQLException, IOException {
        long pid;
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            pid = row.getLong(1);
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET max_parallel_workers_per_gather = 0"); // else others work whose time is not counted here
            sql.execute("SET jit = off");
        }
        double best = Double.MAX_VALUE;
        long bytes = 0;
        long count = 0;
        try (PreparedStatement query = connection.prepareStatement(tileQuery())) {
            query.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
            for (int round = 0; round < 2; round++) {
                bytes = 0;
                long start = ticks(pid);
                for (TileCoord tile : tiles) {
                    byte[] encoded = fetch(query, tile);
                    bytes += encoded.length;
                }
                best = Math.min(best, (ticks(pid) - start) * TICK_MICROS / TILES);
            }
            for (TileCoord tile : tiles) {
                count += DecodedTile.of(fetch(query, tile)).layers().values().stream()
                        .mapToInt(List::size)
                        .sum();
            }
        }
        row("PostGIS ST_AsMVT (its backend alone)", best, (double) bytes / TILES, Long.toString(count / TILES));
    }

    private byte[] fetch(PreparedStatement query, TileCoord tile) throws SQLException {
        int at = 1;
        for (int layer = 0; layer < layers.size(); layer++) {
            for (int value : new int[] {tile.z(), tile.x(), tile.y(), tile.z(), tile.z(), tile.x(), tile.y()}) {
                query.setInt(at++, value);
            }
        }
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBytes(1);
        }
    }

    /** User and system time of a process of this machine. */
    private static long ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private void node(Path folder) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("tile-comparison");
        List<Map<String, Object>> names = new ArrayList<>();
        for (Layer layer : layers) {
            names.add(Map.of("name", layer.name(), "minZoom", layer.minZoom(), "maxZoom", layer.maxZoom()));
            writeGeoJson(data.resolve(layer.name() + ".geojson"), layer);
        }
        Files.writeString(data.resolve("layers.json"), JsonMapper.shared().writeValueAsString(names));
        Files.writeString(
                data.resolve("tiles.txt"),
                tiles.stream()
                        .map(tile -> tile.z() + "/" + tile.x() + "/" + tile.y())
                        .collect(Collectors.joining("\n")));
        Process node = new ProcessBuilder(
                        "node",
                        "--max-old-space-size=3000",
                        folder.resolve("encode.mjs").toString(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        for (String line :
                new String(node.getInputStream().readAllBytes()).lines().toList()) {
            var result = JsonMapper.shared().readTree(line);
            double bytes = result.get("bytes").asDouble();
            String kind = result.get("kind").asString();
            row(kind + " + vt-pbf, first time", result.get("first").asDouble(), bytes, "");
            row(kind + " + vt-pbf, tiles cut before", result.get("later").asDouble(), bytes, "");
        }
        node.waitFor();
    }

    private void writeGeoJson(Path file, Layer layer) throws IOException {
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        int[] index = IntStream.range(0, features.size())
                .filter(i -> features.get(i).layer().equals(layer.name()))
                .toArray();
        for (int i = 0; i < index.length; i++) {
            MapFeature feature = features.get(index[i]);
            Map<String, Object> properties = new LinkedHashMap<>();
            layer.attributes().forEach(name -> {
                if (feature.attributes().containsKey(name)) {
                    properties.put(name, feature.attributes().get(name));
                }
            });
            properties.put("firstZoom", firstZoom(feature));
            text.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"Feature\",\"id\":" + feature.id() + ",\"properties\":")
                    .append(JsonMapper.shared().writeValueAsString(properties))
                    .append(",\"geometry\":")
                    .append(geoJson(feature.geometry()))
                    .append('}');
        }
        Files.writeString(file, text.append("]}"));
    }

    private static String geoJson(Geometry geometry) {
        return "{\"type\":\"%s\",\"coordinates\":%s}".formatted(geometry.getGeometryType(), coordinates(geometry));
    }

    private static String coordinates(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            List<Geometry> rings = new ArrayList<>(List.of(polygon.getExteriorRing()));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.add(polygon.getInteriorRingN(i));
            }
            return list(rings);
        }
        if (geometry.getNumGeometries() > 1 || geometry.getGeometryType().startsWith("Multi")) {
            return list(IntStream.range(0, geometry.getNumGeometries())
                    .mapToObj(geometry::getGeometryN)
                    .toList());
        }
        String vertices = java.util.Arrays.stream(geometry.getCoordinates())
                .map(each -> "[" + each.x + "," + each.y + "]")
                .collect(Collectors.joining(","));
        return geometry.getDimension() == 0 ? vertices : "[" + vertices + "]";
    }

    private static String list(List<? extends Geometry> parts) {
        return parts.stream().map(TileComparison::coordinates).collect(Collectors.joining(",", "[", "]"));
    }
}
