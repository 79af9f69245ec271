package cn.diming.core.coverage;

import cn.diming.core.fixtures.SharedData;
import cn.diming.core.geo.Geometries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The coverages that the checks are measured on. */
final class Coverages {

    private static final GeometryFactory FACTORY = Geometries.FACTORY;

    /** Units and the level above. */
    record Set(List<CoverageUnit> units, List<CoverageUnit> parents) {}

    /** The synthetic county: 590 villages in 24 towns, borders exactly shared, seven decimals. */
    static Set county() {
        JsonNode towns = read("county/towns.geojson.gz");
        List<CoverageUnit> parents = new ArrayList<>();
        for (JsonNode town : towns.path("features")) {
            parents.add(unit("t" + town.path("properties").path("id").asInt(), town, "code", Optional.empty()));
        }
        List<CoverageUnit> units = new ArrayList<>();
        for (JsonNode village : read("county/villages.geojson.gz").path("features")) {
            String parent = parents.get(
                            village.path("properties").path("town_id").asInt())
                    .code();
            units.add(unit("v" + village.path("properties").path("id").asInt(), village, "code", Optional.of(parent)));
        }
        return new Set(units, parents);
    }

    /** 7,701 villages in 368 towns, on a grid of three metres, with islands and enclaves. */
    static Set taiwan() {
        JsonNode topology = read("boundaries/villages_towns_counties_taiwan_twd97.topojson.gz");
        List<Coordinate[]> arcs = arcs(topology);
        List<CoverageUnit> parents = new ArrayList<>();
        for (JsonNode town : topology.path("objects").path("towns").path("geometries")) {
            JsonNode p = town.path("properties");
            parents.add(new CoverageUnit(
                    "t" + parents.size(),
                    p.path("TOWNCODE").asString(),
                    p.path("TOWNNAME").asString(),
                    Optional.of(p.path("COUNTYCODE").asString()),
                    Optional.of(area(town, arcs))));
        }
        List<CoverageUnit> units = new ArrayList<>();
        for (JsonNode village : topology.path("objects").path("villages").path("geometries")) {
            JsonNode p = village.path("properties");
            units.add(new CoverageUnit(
                    "v" + units.size(),
                    p.path("VILLCODE").asString(),
                    p.path("VILLNAME").asString(""),
                    Optional.of(p.path("TOWNCODE").asString()),
                    Optional.of(area(village, arcs))));
        }
        return new Set(units, parents);
    }

    /** 2,851 cells, those of Guangzhou's villages. */
    static Set guangzhou() {
        List<CoverageUnit> units = new ArrayList<>();
        for (JsonNode village :
                read("boundaries/guangzhou_villages_SYNTHETIC_wgs84.geojson.gz").path("features")) {
            units.add(unit("v" + units.size(), village, "code", Optional.empty()));
        }
        return new Set(units, List.of());
    }

    private static CoverageUnit unit(String key, JsonNode feature, String code, Optional<String> parent) {
        JsonNode properties = feature.path("properties");
        JsonNode geometry = feature.path("geometry");
        List<Polygon> parts = new ArrayList<>();
        if (geometry.path("type").asString().equals("Polygon")) {
            parts.add(polygon(geometry.path("coordinates")));
        } else {
            geometry.path("coordinates").forEach(part -> parts.add(polygon(part)));
        }
        Geometry area =
                parts.size() == 1 ? parts.getFirst() : FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
        return new CoverageUnit(
                key, properties.path(code).asString(), properties.path("name").asString(), parent, Optional.of(area));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<Coordinate> points = new ArrayList<>();
            ring.forEach(at ->
                    points.add(new Coordinate(at.get(0).asDouble(), at.get(1).asDouble())));
            all.add(FACTORY.createLinearRing(points.toArray(Coordinate[]::new)));
        }
        return FACTORY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static JsonNode read(String name) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedData.file(name)))) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Coordinate[]> arcs(JsonNode topology) {
        JsonNode scale = topology.path("transform").path("scale");
        JsonNode translate = topology.path("transform").path("translate");
        List<Coordinate[]> arcs = new ArrayList<>();
        for (JsonNode arc : topology.path("arcs")) {
            long x = 0;
            long y = 0;
            List<Coordinate> points = new ArrayList<>();
            for (JsonNode step : arc) {
                x += step.get(0).asLong();
                y += step.get(1).asLong();
                points.add(new Coordinate(
                        x * scale.get(0).asDouble() + translate.get(0).asDouble(),
                        y * scale.get(1).asDouble() + translate.get(1).asDouble()));
            }
            arcs.add(points.toArray(Coordinate[]::new));
        }
        return arcs;
    }

    private static Geometry area(JsonNode object, List<Coordinate[]> arcs) {
        if (object.path("type").asString().equals("Polygon")) {
            return polygon(object.path("arcs"), arcs);
        }
        List<Polygon> parts = new ArrayList<>();
        object.path("arcs").forEach(part -> parts.add(polygon(part, arcs)));
        return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings, List<Coordinate[]> arcs) {
        List<LinearRing> all = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<Coordinate> points = new ArrayList<>();
            for (JsonNode number : ring) {
                int arc = number.asInt();
                List<Coordinate> way = Arrays.asList(arcs.get(arc < 0 ? ~arc : arc));
                List<Coordinate> directed = arc < 0 ? way.reversed() : way;
                points.addAll(points.isEmpty() ? directed : directed.subList(1, directed.size()));
            }
            all.add(FACTORY.createLinearRing(points.toArray(Coordinate[]::new)));
        }
        return FACTORY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private Coverages() {}
}
