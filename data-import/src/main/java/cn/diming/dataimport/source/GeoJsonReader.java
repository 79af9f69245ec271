package cn.diming.dataimport.source;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Takes one row after the other out of one JSON text: the features of a collection, a feature or geometry by itself, the
 * objects of an array, or plain objects, which are rows of attributes. Only one row is in memory.
 */
final class GeoJsonReader {
    /** The id of a feature is kept under this name: properties often have an {@code id} of their own. */
    static final String ID = "@id";

    /** Where the parser stands between two rows. */
    private enum Place {
        TOP,
        ARRAY,
        FEATURES,
        COLLECTION
    }

    private final JsonParser parser;
    private final SourceLimits limits;
    private Place place = Place.TOP;
    private Optional<JsonNode> crs = Optional.empty();

    GeoJsonReader(Reader text, SourceLimits limits) {
        this.parser = JsonTree.MAPPER.createParser(text);
        this.limits = limits;
    }

    /** A row without its number. */
    record Row(Optional<Geometry> geometry, Map<String, Object> attributes, List<SourceProblem> problems) {
        static Row broken(String words) {
            return new Row(Optional.empty(), Map.of(), List.of(SourceProblem.row(words)));
        }
    }

    /** The crs member of the collection, once the parser has passed it; JSON null where it says null. */
    Optional<JsonNode> crs() {
        return crs;
    }

    /** The next row, or null at the end of the text. A text that is no JSON throws a JacksonException. */
    @Nullable
    Row next() {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            Row row = step(token);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private @Nullable Row step(JsonToken token) {
        switch (token) {
            case START_OBJECT -> {
                return object();
            }
            case END_OBJECT -> place = Place.TOP;
            case END_ARRAY -> place = place == Place.FEATURES ? Place.COLLECTION : Place.TOP;
            case PROPERTY_NAME -> collectionMember();
            default -> {
                if (token == JsonToken.START_ARRAY && place == Place.TOP) {
                    place = Place.ARRAY;
                    return null;
                }
                parser.skipChildren();
                return Row.broken("这一项不是要素（应为 JSON 对象）");
            }
        }
        return null;
    }

    /** What stands after the features of a collection. */
    private void collectionMember() {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("features") && value == JsonToken.START_ARRAY) {
            place = Place.FEATURES;
        } else if (name.equals("crs")) {
            crs = Optional.of(new JsonTree(parser, limits).read());
        } else {
            parser.skipChildren();
        }
    }

    /** A row; or null where the object turns out to be a collection, whose features are next. */
    private @Nullable Row object() {
        JsonTree tree = new JsonTree(parser, limits);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        List<SourceProblem> problems = new ArrayList<>();
        Optional<Geometry> geometry = Optional.empty();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            String type = text(members, "type");
            if (place == Place.TOP && value == JsonToken.START_ARRAY && name.equals("features") && mayCollect(type)) {
                crs = Optional.ofNullable(members.get("crs"));
                place = Place.FEATURES;
                return null;
            }
            boolean feature = place == Place.FEATURES || type.equals("Feature");
            if (feature && name.equals("geometry") && value == JsonToken.START_OBJECT) {
                geometry = new GeoJsonGeometry(parser, limits.vertices(), problems).read();
            } else if (members.put(name, tree.read()) != null) {
                problems.add(SourceProblem.note("成员 " + Words.quote(name) + " 重复出现，取最后一个"));
            }
        }
        tree.fault().ifPresent(problems::add);
        return new GeoJsonRow(members, geometry, problems, limits).row();
    }

    private static boolean mayCollect(String type) {
        return type.isEmpty() || type.equals("FeatureCollection");
    }

    private static String text(Map<String, JsonNode> members, String name) {
        JsonNode value = members.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }
}
