package cn.diming.core.cql;

import cn.diming.core.cql.Queryable.Type;
import cn.diming.core.geo.GeometryChecks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;

/**
 * The properties of one kind of row, and the place where the two notations of CQL2 get their conditions: whatever is made here
 * fits the properties there are.
 */
public final class Queryables {

    private static final int MOST_POINTS = 5_000;

    private final Map<String, Queryable> byName = new LinkedHashMap<>();
    private final UnaryOperator<Geometry> toStored;

    public Queryables(List<Queryable> properties) {
        this(properties, UnaryOperator.identity());
    }

    private Queryables(List<Queryable> properties, UnaryOperator<Geometry> toStored) {
        properties.forEach(property -> byName.put(property.name(), property));
        this.toStored = toStored;
    }

    /** The same for conditions whose coordinates are in another system. */
    public Queryables in(UnaryOperator<Geometry> toStored) {
        return new Queryables(list(), toStored);
    }

    public List<Queryable> list() {
        return List.copyOf(byName.values());
    }

    public Optional<Queryable> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Operand.Property property(String name) {
        return find(name)
                .map(Operand.Property::new)
                .orElseThrow(() -> new BadFilter("没有可筛选的属性 " + BadFilter.shorten(name)));
    }

    Condition comparison(Operand left, Comparator comparator, Operand right) {
        return switch (left) {
            case Operand.Property property -> compared(property, comparator, right);
            case Operand.Literal literal -> {
                if (right instanceof Operand.Literal) {
                    throw new BadFilter("比较的两边至少有一边应是属性");
                }
                yield comparison(right, comparator.mirrored(), literal);
            }
        };
    }

    private static Condition compared(Operand.Property property, Comparator comparator, Operand right) {
        return switch (right) {
            case Operand.Literal literal ->
                new Condition.Comparison(ordered(property, comparator), comparator, fitting(property, literal));
            case Operand.Property other -> {
                if (group(scalar(property)) != group(scalar(other))) {
                    throw new BadFilter("属性 " + name(property) + " 与 " + name(other) + " 的类型不同，不能比较");
                }
                yield new Condition.Comparison(ordered(property, comparator), comparator, other);
            }
        };
    }

    Condition like(Operand.Property property, String pattern) {
        if (scalar(property) != Type.TEXT) {
            throw new BadFilter(
                    "LIKE 只能用于文字，而 " + name(property) + " 是" + scalar(property).title());
        }
        return new Condition.Like(property, pattern);
    }

    Condition in(Operand.Property property, List<Operand.Literal> values) {
        if (values.isEmpty()) {
            throw new BadFilter("IN 的括号里没有值");
        }
        return new Condition.In(
                property, values.stream().map(value -> fitting(property, value)).toList());
    }

    Condition between(Operand.Property property, Operand.Literal least, Operand.Literal most) {
        return new Condition.Between(
                ordered(property, Comparator.LESS), fitting(property, least), fitting(property, most));
    }

    /** A property of type yes/no that stands alone. */
    Condition isTrue(Operand.Property property) {
        if (scalar(property) != Type.YES_NO) {
            throw new BadFilter("属性 " + name(property) + " 不是是/否，不能单独作条件");
        }
        return new Condition.Comparison(property, Comparator.EQUAL, new Operand.Literal(true));
    }

    Condition spatial(SpatialRelation relation, Operand.Property property, Geometry geometry) {
        if (property.queryable().type() != Type.GEOMETRY) {
            throw new BadFilter("属性 " + name(property) + " 不是几何");
        }
        if (geometry.isEmpty() || geometry.getNumPoints() > MOST_POINTS) {
            throw new BadFilter("空间条件里的几何是空的，或多于 " + MOST_POINTS + " 个点");
        }
        Geometry stored = toStored.apply(geometry);
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < stored.getNumGeometries(); i++) {
            GeometryChecks.check(stored.getGeometryN(i)).forEach(problem -> problems.add(problem.words()));
        }
        if (!problems.isEmpty()) {
            throw new BadFilter("空间条件里的几何不合法：" + problems.getFirst());
        }
        return new Condition.Spatial(relation, stored);
    }

    private static Operand.Property ordered(Operand.Property property, Comparator comparator) {
        boolean needsOrder = comparator != Comparator.EQUAL && comparator != Comparator.NOT_EQUAL;
        if (needsOrder && scalar(property) == Type.YES_NO) {
            throw new BadFilter("属性 " + name(property) + " 是是/否，不能比大小");
        }
        return property;
    }

    private static Operand.Literal fitting(Operand.Property property, Operand.Literal literal) {
        Type type = scalar(property);
        Object value = literal.value();
        Optional<Object> fit = switch (type) {
            case TEXT -> Optional.of(value).filter(String.class::isInstance);
            case INTEGER, NUMBER -> Optional.of(value).filter(Number.class::isInstance);
            case YES_NO -> Optional.of(value).filter(Boolean.class::isInstance);
            case DATE -> day(value);
            case INSTANT -> instant(value);
            case GEOMETRY -> Optional.empty();
        };
        return new Operand.Literal(fit.orElseThrow(() -> new BadFilter(
                "属性 " + name(property) + " 是" + type.title() + "，不能与 " + BadFilter.shorten(value.toString()) + " 比较")));
    }

    private static Optional<Object> day(Object value) {
        try {
            return value instanceof String text
                    ? Optional.of(dayOf(text))
                    : Optional.of(value).filter(LocalDate.class::isInstance);
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<Object> instant(Object value) {
        try {
            return switch (value) {
                case String text -> Optional.of(instantOf(text));
                case LocalDate day ->
                    Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
                default -> Optional.of(value).filter(Instant.class::isInstance);
            };
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    /** Such a day as both databases can hold. */
    static LocalDate dayOf(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeParseException("year", text, 0);
        }
        return day;
    }

    /** Such an instant as both databases can hold. */
    static Instant instantOf(String text) {
        Instant instant = Instant.parse(text);
        dayOf(instant.toString().replaceAll("T.*", ""));
        return instant;
    }

    private static Type scalar(Operand.Property property) {
        Type type = property.queryable().type();
        if (type == Type.GEOMETRY) {
            throw new BadFilter("属性 " + name(property) + " 是几何，只能用于 S_INTERSECTS 等空间条件");
        }
        return type;
    }

    private static Type group(Type type) {
        return type == Type.INTEGER ? Type.NUMBER : type;
    }

    private static String name(Operand.Property property) {
        return property.queryable().name();
    }
}
