package cn.diming.dataimport.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one GeoJSON geometry object (RFC 7946 §3.1) from a parser, members in any order. The parser always ends on the
 * object's closing brace, whatever is inside: a wrong geometry is a problem of its row.
 */
final class GeoJsonGeometry {
    private static final int COLLECTION_DEPTH = 8;
    /** Brackets of a MultiPolygon. */
    private static final int DEPTH = 4;

    static final Set<String> TYPES = Set.of(
            "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final JsonParser parser;
    private final int vertexLimit;
    private final List<SourceProblem> problems;
    private int vertices;
    private boolean height;
    private @Nullable String fault;

    GeoJsonGeometry(JsonParser parser, int vertexLimit, List<SourceProblem> problems) {
        this.parser = parser;
        this.vertexLimit = vertexLimit;
        this.problems = problems;
    }

    /** The geometry whose opening brace the parser is on. */
    Optional<Geometry> read() {
        Geometry geometry = object(0);
        if (fault != null) {
            problems.add(SourceProblem.row(fault));
            return Optional.empty();
        }
        if (geometry == null || geometry.isEmpty()) {
            problems.add(SourceProblem.note("几何为空"));
            return Optional.empty();
        }
        if (height) {
            problems.add(SourceProblem.note("高程 Z 未保留"));
        }
        return Optional.of(geometry);
    }

    private @Nullable Geometry object(int depth) {
        String type = "";
        Object coordinates = null;
        List<Geometry> parts = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getString();
            } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
                coordinates = array(1);
            } else if (name.equals("geometries") && value == JsonToken.START_ARRAY) {
                parts = parts(depth + 1);
            } else {
                parser.skipChildren();
            }
        }
        return fault == null ? build(type, coordinates, parts) : null;
    }

    private List<Geometry> parts(int depth) {
        List<Geometry> parts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT && depth <= COLLECTION_DEPTH) {
                Geometry part = object(depth);
                if (part != null) {
                    parts.add(part);
                }
            } else {
                wrong("几何集合中有不能识别的成员");
                parser.skipChildren();
            }
        }
        return parts;
    }

    /** A position (as a coordinate) or a list of such; the parser is on its opening bracket. */
    private Object array(int depth) {
        JsonToken token = parser.nextToken();
        if (token.isNumeric()) {
            return position();
        }
        List<Object> items = new ArrayList<>();
        for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY && depth < DEPTH && fault == null) {
                items.add(array(depth + 1));
            } else {
                wrong("坐标中有不是数字的内容");
                parser.skipChildren();
            }
        }
        return items;
    }

    private Coordinate position() {
        double x = parser.getDoubleValue();
        double y = Double.NaN;
        int size = 1;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            size++;
            if (!token.isNumeric()) {
                wrong("坐标中有不是数字的内容");
                parser.skipChildren();
            } else if (size == 2) {
                y = parser.getDoubleValue();
            }
        }
        height |= size > 2;
        if (size < 2) {
            wrong("坐标只有一个数值");
        } else if (!CoordinateText.possible(x) || !CoordinateText.possible(y)) {
            wrong("坐标不是有效的数值：" + x + ", " + y);
        } else if (++vertices > vertexLimit) {
            wrong("顶点超过 " + vertexLimit + " 个");
        }
        return new CoordinateXY(x, y);
    }

    /** The first fault is told; the rest of the geometry is passed over. */
    private void wrong(String words) {
        fault = fault == null ? words : fault;
    }

    private @Nullable Geometry build(String type, @Nullable Object coordinates, @Nullable List<Geometry> parts) {
        if (type.equals("GeometryCollection") && parts != null) {
            return FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
        }
        if (!TYPES.contains(type)) {
            wrong("不认识的几何类型 " + Words.quote(type));
            return null;
        }
        if (coordinates == null || type.equals("GeometryCollection")) {
            wrong("几何 " + type + " 没有坐标");
            return null;
        }
        try {
            return switch (type) {
                case "Point" -> point(coordinates);
                case "LineString" -> line(coordinates);
                case "Polygon" -> polygon(coordinates);
                case "MultiPoint" ->
                    FACTORY.createMultiPoint(all(coordinates, this::point).toArray(Point[]::new));
                case "MultiLineString" ->
                    FACTORY.createMultiLineString(all(coordinates, this::line).toArray(LineString[]::new));
                default ->
                    FACTORY.createMultiPolygon(all(coordinates, this::polygon).toArray(Polygon[]::new));
            };
        } catch (ClassCastException shape) {
            wrong("坐标的层数与几何类型 " + type + " 不符");
            return null;
        }
    }

    private static <G> List<G> all(Object coordinates, Function<Object, G> one) {
        return ((List<?>) coordinates).stream().map(Object.class::cast).map(one).toList();
    }

    private Point point(Object coordinates) {
        return coordinates instanceof List<?> none && none.isEmpty()
                ? FACTORY.createPoint()
                : FACTORY.createPoint((Coordinate) coordinates);
    }

    private static Coordinate[] coordinates(Object line) {
        return ((List<?>) line).stream().map(Coordinate.class::cast).toArray(Coordinate[]::new);
    }

    private LineString line(Object line) {
        Coordinate[] points = coordinates(line);
        if (points.length == 1) {
            wrong("线只有一个点");
            return FACTORY.createLineString();
        }
        return FACTORY.createLineString(points);
    }

    private Polygon polygon(Object rings) {
        List<LinearRing> all = all(rings, this::ring);
        return all.isEmpty()
                ? FACTORY.createPolygon()
                : FACTORY.createPolygon(
                        all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(Object ring) {
        Coordinate[] points = coordinates(ring);
        if (points.length > 0 && !points[0].equals2D(points[points.length - 1])) {
            points = Arrays.copyOf(points, points.length + 1);
            points[points.length - 1] = points[0].copy();
            problems.add(SourceProblem.note("有一个环没有闭合，已闭合"));
        }
        if (points.length < 4) {
            wrong("有一个环的点少于四个");
            return FACTORY.createLinearRing();
        }
        return FACTORY.createLinearRing(points);
    }
}
