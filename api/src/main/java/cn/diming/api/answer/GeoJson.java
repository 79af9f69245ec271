package cn.diming.api.answer;

import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.Geometries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Geometry objects of RFC 7946, in whatever system the object around them names. */
public final class GeoJson {

    private static final GeometryFactory FACTORY = Geometries.FACTORY;

    /** The six simple types; a collection is none of them and gives its parts up one by one. */
    public static Map<String, Object> write(Geometry geometry, OutputCrs crs) {
        Geometry moved = crs.apply(geometry);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", moved.getGeometryType());
        json.put("coordinates", coordinates(moved, crs));
        return json;
    }

    /**
     * Reads a geometry and takes it to CGCS2000.
     *
     * @throws ProblemException 400 when it is none, its system is not known or a number is out of range
     */
    public static Geometry read(Map<String, Object> json, String crs) {
        return CrsTransform.from(OutputCrs.known(crs)).apply(geometry(json));
    }

    /** The same from a tree, the numbers as they are. */
    public static Geometry geometry(JsonNode json) {
        Object tree = JsonMapper.shared().treeToValue(json, Object.class);
        if (!(tree instanceof Map<?, ?>)) {
            throw wrong("应是一个对象");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> object = (Map<String, Object>) tree;
        return geometry(object);
    }

    /** Reads a geometry, the numbers as they are. */
    private static Geometry geometry(Map<String, Object> json) {
        Object coordinates = json.get("coordinates");
        Object type = json.get("type");
        try {
            return switch (type instanceof String name ? name : "") {
                case "Point" -> FACTORY.createPoint(coordinate(coordinates));
                case "MultiPoint" -> FACTORY.createMultiPointFromCoords(line(coordinates));
                case "LineString" -> FACTORY.createLineString(line(coordinates));
                case "MultiLineString" ->
                    FACTORY.createMultiLineString(each(coordinates, part -> FACTORY.createLineString(line(part)))
                            .toArray(LineString[]::new));
                case "Polygon" -> polygon(coordinates);
                case "MultiPolygon" ->
                    FACTORY.createMultiPolygon(
                            each(coordinates, GeoJson::polygon).toArray(Polygon[]::new));
                default -> throw wrong("type 应为 Point、LineString、Polygon 或它们的 Multi 形式");
            };
        } catch (IllegalArgumentException broken) {
            throw wrong("线至少要有 2 个点；面的环至少要有 4 个点，且首尾相同");
        }
    }

    private static Object coordinates(Geometry geometry, OutputCrs crs) {
        return switch (geometry) {
            case Point point -> pair(point.getCoordinate(), crs);
            case LineString line -> pairs(line.getCoordinates(), crs);
            case Polygon polygon -> rings(polygon, crs);
            default -> {
                List<Object> parts = new ArrayList<>();
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    parts.add(coordinates(geometry.getGeometryN(i), crs));
                }
                yield parts;
            }
        };
    }

    private static List<Object> rings(Polygon polygon, OutputCrs crs) {
        List<Object> rings = new ArrayList<>();
        rings.add(pairs(polygon.getExteriorRing().getCoordinates(), crs));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            rings.add(pairs(polygon.getInteriorRingN(hole).getCoordinates(), crs));
        }
        return rings;
    }

    private static List<Object> pairs(Coordinate[] line, OutputCrs crs) {
        List<Object> pairs = new ArrayList<>(line.length);
        for (Coordinate coordinate : line) {
            pairs.add(pair(coordinate, crs));
        }
        return pairs;
    }

    private static List<Double> pair(Coordinate coordinate, OutputCrs crs) {
        return List.of(crs.round(coordinate.x), crs.round(coordinate.y));
    }

    private static Polygon polygon(@Nullable Object json) {
        List<LinearRing> rings = each(json, ring -> FACTORY.createLinearRing(line(ring)));
        return rings.isEmpty()
                ? FACTORY.createPolygon()
                : FACTORY.createPolygon(
                        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static Coordinate[] line(@Nullable Object json) {
        return each(json, GeoJson::coordinate).toArray(Coordinate[]::new);
    }

    /** Heights are left out: nothing here stores them. */
    private static Coordinate coordinate(@Nullable Object json) {
        if (json instanceof List<?> pair
                && pair.size() >= 2
                && pair.get(0) instanceof Number x
                && pair.get(1) instanceof Number y) {
            return new Coordinate(x.doubleValue(), y.doubleValue());
        }
        throw wrong("每个坐标应为 [横坐标, 纵坐标] 两个数");
    }

    private static <T> List<T> each(@Nullable Object json, Function<@Nullable Object, T> read) {
        if (!(json instanceof List<?> list)) {
            throw wrong("coordinates 的层次不对");
        }
        List<T> parts = new ArrayList<>(list.size());
        list.forEach(part -> parts.add(read.apply(part)));
        return parts;
    }

    private static ProblemException wrong(String why) {
        return new ProblemException(ProblemType.BAD_REQUEST, "geometry 不是合法的 GeoJSON 几何对象：" + why + "。");
    }

    private GeoJson() {}
}
