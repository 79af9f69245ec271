package cn.diming.tiles.sheet.style;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression of the MapLibre style language over the properties of a feature, the part of it that filters need: all, any,
 * !, ==, !=, &lt;, &lt;=, &gt;, &gt;=, in, has, get, literal. The web map's symbol book writes its filters in the same words.
 */
@FunctionalInterface
public interface Expression {

    @Nullable
    Object of(Map<String, Object> properties);

    default boolean holds(Map<String, Object> properties) {
        return Boolean.TRUE.equals(of(properties));
    }

    /** @throws IllegalArgumentException for what the language has, but filters here have not */
    static Expression read(@Nullable Object json) {
        if (!(json instanceof List<?> list) || list.isEmpty()) {
            return properties -> json;
        }
        List<?> operands = list.subList(1, list.size());
        String operator = String.valueOf(list.getFirst());
        if (operator.equals("literal")) {
            Object value = operands.getFirst();
            return properties -> value;
        }
        List<Expression> parts = operands.stream().map(Expression::read).toList();
        return switch (operator) {
            case "all" -> properties -> parts.stream().allMatch(part -> part.holds(properties));
            case "any" -> properties -> parts.stream().anyMatch(part -> part.holds(properties));
            case "!" -> properties -> !parts.getFirst().holds(properties);
            case "get" -> properties -> properties.get(String.valueOf(operands.getFirst()));
            case "has" -> properties -> properties.containsKey(String.valueOf(operands.getFirst()));
            case "in" ->
                properties -> isIn(parts.get(0).of(properties), parts.get(1).of(properties));
            case "==", "!=" -> equality(operator.equals("=="), parts);
            case "<", "<=", ">", ">=" -> order(operator, parts);
            default -> throw new IllegalArgumentException("过滤条件中有不认识的运算：" + operator);
        };
    }

    private static Expression equality(boolean wanted, List<Expression> parts) {
        return properties ->
                wanted == equal(parts.get(0).of(properties), parts.get(1).of(properties));
    }

    private static Expression order(String operator, List<Expression> parts) {
        return properties -> compared(parts.get(0).of(properties), parts.get(1).of(properties))
                .map(sign -> switch (operator) {
                    case "<" -> sign < 0;
                    case "<=" -> sign <= 0;
                    case ">" -> sign > 0;
                    default -> sign >= 0;
                })
                .orElse(false);
    }

    private static Optional<Integer> compared(@Nullable Object a, @Nullable Object b) {
        return a instanceof Number left && b instanceof Number right
                ? Optional.of(Double.compare(left.doubleValue(), right.doubleValue()))
                : Optional.empty();
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b) {
        return compared(a, b).map(sign -> sign == 0).orElseGet(() -> Objects.equals(a, b));
    }

    private static boolean isIn(@Nullable Object needle, @Nullable Object hay) {
        return switch (hay) {
            case null -> false;
            case List<?> list -> list.stream().anyMatch(item -> equal(item, needle));
            case String text -> needle instanceof String part && text.contains(part);
            default -> false;
        };
    }
}
