package cn.diming.dataimport.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A nested value of a JSON row: its JSON text, and the plain values inside. */
public record JsonValue(JsonNode node) {
    private static final Pattern STEP = Pattern.compile("\\G(?:\\[(\\d{1,9})]|\\.?([^.\\[\\]]+))");

    /** The value at steps such as {@code [0]}, {@code .name} or {@code [1].code}; nothing where the path leads nowhere. */
    public Optional<Object> at(String steps) {
        JsonNode here = node;
        Matcher step = STEP.matcher(steps);
        int end = 0;
        while (step.find()) {
            here = step.group(1) != null ? here.path(Integer.parseInt(step.group(1))) : here.path(step.group(2));
            end = step.end();
        }
        return end == steps.length() ? plain(here) : Optional.empty();
    }

    /** What a row keeps of a JSON value: text, number or truth as such, objects and arrays as JSON, null as nothing. */
    static Optional<Object> plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Optional.of(node.stringValue());
            case BOOLEAN -> Optional.of(node.booleanValue());
            case NUMBER -> Optional.of(number(node));
            case OBJECT, ARRAY -> Optional.of(new JsonValue(node));
            default -> Optional.empty();
        };
    }

    private static Object number(JsonNode node) {
        if (node.canConvertToLong() && node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isIntegralNumber() ? node.decimalValue() : (Object) node.doubleValue();
    }

    /** Where the first field name of a path ends. */
    static int firstStep(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '[' || path.charAt(i) == '.') {
                return i;
            }
        }
        return path.length();
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
