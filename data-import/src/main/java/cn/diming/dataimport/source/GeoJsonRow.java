package cn.diming.dataimport.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Makes a row of the members of one JSON object: a feature, a geometry by itself, or a plain object. */
record GeoJsonRow(
        Map<String, JsonNode> members, Optional<Geometry> geometry, List<SourceProblem> problems, SourceLimits limits) {

    GeoJsonReader.Row row() {
        JsonNode type = members.get("type");
        String word = type != null && type.isString() ? type.stringValue() : "";
        if (word.equals("Feature")
                || geometry.isPresent()
                || members.keySet().containsAll(Set.of("properties", "geometry"))) {
            return feature();
        }
        if (GeoJsonGeometry.TYPES.contains(word)
                && (members.containsKey("coordinates") || members.containsKey("geometries"))) {
            return geometryAlone();
        }
        return switch (word) {
            case "FeatureCollection" -> GeoJsonReader.Row.broken("要素集合没有 features 数组");
            case "Topology" -> GeoJsonReader.Row.broken("TopoJSON 格式不支持，请先转换为 GeoJSON");
            default -> row(Optional.empty(), attributes(members));
        };
    }

    private GeoJsonReader.Row feature() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        JsonNode id = members.get("id");
        if (id != null) {
            JsonValue.plain(id).ifPresent(value -> attributes.put(GeoJsonReader.ID, value));
        }
        JsonNode properties = members.get("properties");
        if (properties != null && properties.isObject()) {
            properties.forEachEntry(
                    (name, value) -> JsonValue.plain(value).ifPresent(plain -> attributes.put(name, plain)));
        } else if (properties != null && !properties.isNull()) {
            problems.add(SourceProblem.row("properties 不是对象"));
        }
        return row(geometry.isPresent() ? geometry : memberGeometry(), attributes);
    }

    /** The geometry of a feature whose type came after it, or whose geometry is none. */
    private Optional<Geometry> memberGeometry() {
        JsonNode member = members.get("geometry");
        if (member == null || member.isNull()) {
            return Optional.empty();
        }
        if (!member.isObject()) {
            problems.add(SourceProblem.row("geometry 不是对象"));
            return Optional.empty();
        }
        return read(member);
    }

    private Optional<Geometry> read(JsonNode node) {
        JsonParser tokens = JsonTree.MAPPER.treeAsTokens(node);
        tokens.nextToken();
        return new GeoJsonGeometry(tokens, limits.vertices(), problems).read();
    }

    private GeoJsonReader.Row geometryAlone() {
        Map<String, JsonNode> others = new LinkedHashMap<>(members);
        others.keySet().removeAll(Set.of("type", "coordinates", "geometries", "bbox"));
        return row(read(JsonTree.object(members)), attributes(others));
    }

    private static Map<String, Object> attributes(Map<String, JsonNode> members) {
        Map<String, Object> attributes = LinkedHashMap.newLinkedHashMap(members.size());
        members.forEach((name, value) -> JsonValue.plain(value).ifPresent(plain -> attributes.put(name, plain)));
        return attributes;
    }

    private GeoJsonReader.Row row(Optional<Geometry> shape, Map<String, Object> attributes) {
        return new GeoJsonReader.Row(shape, attributes, problems);
    }
}
