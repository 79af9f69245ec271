package cn.diming.core.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CQL2 JSON (OGC 21-065r2): the same conditions as {@link CqlText}, with the same limits. */
public final class CqlJson {

    private final Queryables queryables;
    private final Function<JsonNode, Geometry> geometries;
    private int depth;

    private CqlJson(Queryables queryables, Function<JsonNode, Geometry> geometries) {
        this.queryables = queryables;
        this.geometries = geometries;
    }

    /**
     * @param geometries reads a geometry object of GeoJSON, the numbers as they are
     * @throws BadFilter for what is no condition on these properties
     */
    public static Condition parse(String text, Queryables queryables, Function<JsonNode, Geometry> geometries) {
        if (text.length() > CqlText.LONGEST) {
            throw new BadFilter("筛选条件过长（超过 " + CqlText.LONGEST + " 字）");
        }
        try {
            return new CqlJson(queryables, geometries)
                    .condition(JsonMapper.shared().readTree(text))
                    .pushedDown();
        } catch (JacksonException wrong) {
            throw new BadFilter("筛选条件不是合法的 JSON");
        }
    }

    private Condition condition(JsonNode node) {
        if (++depth > CqlText.DEEPEST) {
            throw new BadFilter("筛选条件嵌套过深（超过 " + CqlText.DEEPEST + " 层）");
        }
        Condition condition = node.isBoolean()
                ? new Condition.Constant(node.booleanValue())
                : node.has("property")
                        ? queryables.isTrue(property(node))
                        : operation(node.path("op").asString("").toLowerCase(Locale.ROOT), arguments(node));
        depth--;
        return condition;
    }

    private static List<JsonNode> arguments(JsonNode node) {
        JsonNode arguments = node.path("args");
        if (!node.path("op").isString() || !arguments.isArray() || arguments.isEmpty()) {
            throw new BadFilter("筛选条件的每一层应是 {\"op\": …, \"args\": [ … ]}：" + BadFilter.shorten(node.toString()));
        }
        return List.copyOf(arguments.values());
    }

    private Condition operation(String op, List<JsonNode> arguments) {
        return switch (op) {
            case "and" -> new Condition.All(parts(arguments));
            case "or" -> new Condition.Any(parts(arguments));
            case "not" -> new Condition.Not(condition(count(arguments, 1).getFirst()));
            case "like" -> queryables.like(property(count(arguments, 2).get(0)), text(arguments.get(1)));
            case "in" -> queryables.in(property(count(arguments, 2).get(0)), literals(arguments.get(1)));
            case "isnull" -> new Condition.IsNull(property(count(arguments, 1).getFirst()));
            case "between" ->
                queryables.between(
                        property(count(arguments, 3).get(0)), literal(arguments.get(1)), literal(arguments.get(2)));
            default -> binary(op, arguments);
        };
    }

    private Condition binary(String op, List<JsonNode> arguments) {
        Optional<Comparator> comparator = Comparator.find(op);
        if (comparator.isPresent()) {
            return queryables.comparison(
                    operand(count(arguments, 2).get(0)), comparator.get(), operand(arguments.get(1)));
        }
        SpatialRelation relation =
                SpatialRelation.find(op).orElseThrow(() -> new BadFilter("筛选条件里不能用 " + BadFilter.shorten(op)));
        JsonNode first = count(arguments, 2).get(0);
        JsonNode second = arguments.get(1);
        return first.has("property")
                ? queryables.spatial(relation, property(first), geometry(second))
                : queryables.spatial(relation.mirrored(), property(second), geometry(first));
    }

    private List<Condition> parts(List<JsonNode> arguments) {
        List<Condition> parts = new ArrayList<>();
        arguments.forEach(argument -> parts.add(condition(argument)));
        return parts;
    }

    private List<Operand.Literal> literals(JsonNode array) {
        if (!array.isArray()) {
            throw new BadFilter("in 的第二项应是数组");
        }
        return array.values().stream().map(this::literal).toList();
    }

    private Geometry geometry(JsonNode node) {
        if (node.path("bbox").isArray()) {
            return CqlText.box(node.path("bbox").values().stream()
                    .map(side -> side.asDouble(Double.NaN))
                    .toList());
        }
        return geometries.apply(node);
    }

    private Operand operand(JsonNode node) {
        return node.has("property") ? property(node) : literal(node);
    }

    private Operand.Property property(JsonNode node) {
        if (!node.has("property")) {
            throw new BadFilter("此处应是 {\"property\": …}：" + BadFilter.shorten(node.toString()));
        }
        return queryables.property(name(node));
    }

    private static String name(JsonNode node) {
        return node.path("property").asString("");
    }

    private Operand.Literal literal(JsonNode node) {
        if (node.isObject()) {
            return node.path("date").isString()
                    ? CqlText.day(node.path("date").stringValue())
                    : CqlText.instant(node.path("timestamp").asString(""));
        }
        if (node.isString()) {
            return new Operand.Literal(node.stringValue());
        }
        if (node.isBoolean()) {
            return new Operand.Literal(node.booleanValue());
        }
        if (node.canConvertToLong() && node.isIntegralNumber()) {
            return new Operand.Literal(node.longValue());
        }
        if (node.isNumber() && Double.isFinite(node.asDouble(Double.NaN))) {
            return new Operand.Literal(node.asDouble());
        }
        throw new BadFilter("不是可比较的值：" + BadFilter.shorten(node.toString()));
    }

    private static String text(JsonNode node) {
        return node.asStringOpt().filter(text -> node.isString()).orElseThrow(() -> new BadFilter("like 的第二项应是文字"));
    }

    private static List<JsonNode> count(List<JsonNode> arguments, int wanted) {
        if (arguments.size() != wanted) {
            throw new BadFilter("args 应有 " + wanted + " 项，而有 " + arguments.size() + " 项");
        }
        return arguments;
    }
}
