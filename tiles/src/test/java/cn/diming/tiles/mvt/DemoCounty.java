package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.MapFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The synthetic county of the shared data as map features. */
final class DemoCounty {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Path folder;
    private final List<MapFeature> features = new ArrayList<>();

    private DemoCounty(Path folder) {
        this.folder = folder;
    }

    /** The folder {@code county} of the shared data; empty where it is missing. */
    static Optional<Path> folder() {
        String shared = System.getenv("DIMING_SHARED");
        List<Path> places =
                shared != null ? List.of(Path.of(shared)) : List.of(Path.of("../shared"), Path.of("../../shared"));
        return places.stream()
                .map(place -> place.resolve("data/county"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    static List<MapFeature> read(Path folder) {
        DemoCounty county = new DemoCounty(folder);
        county.each("towns", 0, row -> row.put("level", 4));
        county.each("villages", 1_000_000, row -> row.put("level", 5));
        county.each("areas", 0, row -> {});
        county.each("lines", 0, row -> {});
        county.each("points", 0, row -> {});
        county.each("buildings", 0, row -> {});
        return county.features;
    }

    private interface Touch {
        void apply(Map<String, Object> row);
    }

    private void each(String file, long firstId, Touch touch) {
        long number = firstId;
        for (JsonNode feature : json(file).get("features")) {
            Map<String, Object> row = new HashMap<>();
            feature.get("properties").properties().forEach(entry -> {
                JsonNode value = entry.getValue();
                if (!value.isNull()) {
                    row.put(entry.getKey().equals("cls") ? "class" : entry.getKey(), plain(value));
                }
            });
            touch.apply(row);
            add(file, number++, geometry(feature.get("geometry")), row);
        }
    }

    private void add(String file, long id, Geometry geometry, Map<String, Object> row) {
        String kind = String.valueOf(row.get("class"));
        switch (file) {
            case "towns", "villages" -> put("division", id, geometry, row);
            case "areas" -> put("ground", id, geometry, row);
            case "lines" ->
                put(kind.equals("river") || kind.equals("stream") ? "water_line" : "road", id, geometry, row);
            case "points" -> put(kind.equals("shop") ? "shop" : "place", id, geometry, row);
            default -> {
                put("building", id, geometry, row);
                put("door_plate", id, geometry.getInteriorPoint(), Map.of("text", row.get("plate")));
                if (row.get("shop") instanceof String shop) {
                    put("shop", 1_000_000 + id, geometry.getInteriorPoint(), Map.of("name", shop));
                }
            }
        }
    }

    private void put(String layer, long id, Geometry geometry, Map<String, Object> row) {
        features.add(new MapFeature(layer, id, geometry, row));
    }

    private JsonNode json(String file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file + ".geojson.gz")))) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object plain(JsonNode value) {
        return value.isString()
                ? value.asString()
                : value.isIntegralNumber() ? (Object) value.asLong() : value.asDouble();
    }

    private static Geometry geometry(JsonNode json) {
        JsonNode coordinates = json.get("coordinates");
        return switch (json.get("type").asString()) {
            case "Point" -> FACTORY.createPoint(coordinate(coordinates));
            case "LineString" -> FACTORY.createLineString(line(coordinates));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                List<Polygon> parts = new ArrayList<>();
                coordinates.forEach(part -> parts.add(polygon(part)));
                yield FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
            }
            default -> throw new IllegalStateException("geometry " + json.get("type"));
        };
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = new ArrayList<>();
        rings.forEach(ring -> all.add(FACTORY.createLinearRing(line(ring))));
        return FACTORY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] line(JsonNode vertices) {
        List<Coordinate> line = new ArrayList<>();
        vertices.forEach(vertex -> line.add(coordinate(vertex)));
        return line.toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(JsonNode pair) {
        return new Coordinate(pair.get(0).asDouble(), pair.get(1).asDouble());
    }
}
