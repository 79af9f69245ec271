package cn.diming.dataimport.source;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the values of one row into memory, within limits; what goes beyond them becomes null and a problem of the row. */
final class JsonTree {
    /**
     * Lenient where the reader can tell better than the parser: depth and NaN are judged per row. A number of 10,000
     * digits or a text of 20 million characters ends the reading.
     */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(1_000_000)
                            .maxNumberLength(10_000)
                            .build())
                    .build())
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final SourceLimits limits;
    private int nodes;
    private @Nullable SourceProblem fault;

    JsonTree(JsonParser parser, SourceLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    static ObjectNode object(Map<String, JsonNode> members) {
        ObjectNode object = NODES.objectNode();
        members.forEach(object::set);
        return object;
    }

    Optional<SourceProblem> fault() {
        return Optional.ofNullable(fault);
    }

    /** The value the parser is on; the parser ends on its last token. */
    JsonNode read() {
        return read(1);
    }

    private JsonNode read(int depth) {
        JsonToken token = parser.currentToken();
        if (token.isStructStart() && depth > limits.depth()) {
            return tooMuch("嵌套超过 " + limits.depth() + " 层");
        }
        if (++nodes > limits.vertices()) {
            return tooMuch("一条记录的内容过多");
        }
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode tooMuch(String words) {
        fault = SourceProblem.row(words + "，未读取");
        parser.skipChildren();
        return NODES.nullNode();
    }

    private JsonNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, read(depth + 1));
        }
        return object;
    }

    private JsonNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(depth + 1));
        }
        return array;
    }

    /** What is no finite number stays text. */
    private JsonNode number(JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? NODES.numberNode(parser.getBigIntegerValue())
                    : NODES.numberNode(parser.getLongValue());
        }
        double value = parser.getDoubleValue();
        return Double.isFinite(value) ? NODES.numberNode(value) : NODES.stringNode(parser.getString());
    }
}
