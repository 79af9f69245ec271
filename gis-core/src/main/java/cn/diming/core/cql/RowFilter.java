package cn.diming.core.cql;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.expression.ExpressionAbstract;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A condition as a filter of GeoTools, which says of any row whether it fulfils it. May be used by many threads. */
public final class RowFilter {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final Expression GEOMETRY = new OfRow(row -> row.geometry.orElse(null));

    private final Filter filter;

    /** @param condition with its negations {@linkplain Condition#pushedDown pushed down} */
    public RowFilter(Condition condition) {
        this.filter = filter(condition);
    }

    /**
     * Whether the row fulfils the condition.
     *
     * @param values by the names of the queryables; absent = no value
     * @param geometry in EPSG:4490
     */
    public boolean test(Map<String, Object> values, Optional<Geometry> geometry) {
        return filter.evaluate(new Row(values, geometry));
    }

    private static Filter filter(Condition condition) {
        return switch (condition) {
            case Condition.All all ->
                FILTERS.and(all.parts().stream().map(RowFilter::filter).toList());
            case Condition.Any any ->
                FILTERS.or(any.parts().stream().map(RowFilter::filter).toList());
            case Condition.Not not -> opposite(not.part());
            case Condition.Constant constant -> constant.holds() ? Filter.INCLUDE : Filter.EXCLUDE;
            case Condition.Comparison comparison -> comparison(comparison);
            case Condition.Like like ->
                FILTERS.like(expression(like.property()), javaPattern(like.pattern()), "%", "_", "\\", true);
            case Condition.In in ->
                FILTERS.or(in.values().stream()
                        .map(value -> (Filter) FILTERS.equal(expression(in.property()), expression(value), true))
                        .toList());
            case Condition.Between between ->
                FILTERS.between(
                        expression(between.property()), expression(between.least()), expression(between.most()));
            case Condition.IsNull isNull -> FILTERS.isNull(expression(isNull.property()));
            case Condition.Spatial spatial -> spatial(spatial);
        };
    }

    /** What has no value fulfils neither a condition nor its opposite. */
    private static Filter opposite(Condition part) {
        List<Filter> parts = new ArrayList<>();
        parts.add(FILTERS.not(filter(part)));
        for (Expression expression : expressions(part)) {
            parts.add(FILTERS.not(FILTERS.isNull(expression)));
        }
        return FILTERS.and(parts);
    }

    private static List<Expression> expressions(Condition part) {
        return switch (part) {
            case Condition.Comparison comparison ->
                List.of(expression(comparison.left()), expression(comparison.right()));
            case Condition.Like like -> List.of(expression(like.property()));
            case Condition.In in -> List.of(expression(in.property()));
            case Condition.Between between -> List.of(expression(between.property()));
            case Condition.Spatial spatial -> List.of(GEOMETRY);
            default -> List.of();
        };
    }

    private static Filter comparison(Condition.Comparison comparison) {
        Expression left = expression(comparison.left());
        Expression right = expression(comparison.right());
        return switch (comparison.comparator()) {
            case EQUAL -> FILTERS.equal(left, right, true);
            case NOT_EQUAL ->
                FILTERS.and(List.of(
                        FILTERS.notEqual(left, right, true),
                        FILTERS.not(FILTERS.isNull(left)),
                        FILTERS.not(FILTERS.isNull(right))));
            case LESS -> FILTERS.less(left, right, true);
            case LESS_OR_EQUAL -> FILTERS.lessOrEqual(left, right, true);
            case GREATER -> FILTERS.greater(left, right, true);
            case GREATER_OR_EQUAL -> FILTERS.greaterOrEqual(left, right, true);
        };
    }

    private static Filter spatial(Condition.Spatial spatial) {
        Expression area = FILTERS.literal(spatial.area());
        return switch (spatial.relation()) {
            case INTERSECTS -> FILTERS.intersects(GEOMETRY, area);
            case DISJOINT -> FILTERS.disjoint(GEOMETRY, area);
            case EQUALS -> FILTERS.equal(GEOMETRY, area);
            case TOUCHES -> FILTERS.touches(GEOMETRY, area);
            case CROSSES -> FILTERS.crosses(GEOMETRY, area);
            case WITHIN -> FILTERS.within(GEOMETRY, area);
            case CONTAINS -> FILTERS.contains(GEOMETRY, area);
            case OVERLAPS -> FILTERS.overlaps(GEOMETRY, area);
        };
    }

    private static Expression expression(Operand operand) {
        return switch (operand) {
            case Operand.Property property ->
                property.queryable().type() == Queryable.Type.GEOMETRY
                        ? GEOMETRY
                        : new OfRow(row ->
                                comparable(row.values.get(property.queryable().name())));
            case Operand.Literal literal -> FILTERS.literal(comparable(literal.value()));
        };
    }

    /** A single backslash at the end means itself. */
    private static String javaPattern(String pattern) {
        return pattern.matches("(?s)(?:[^\\\\]|\\\\.)*\\\\") ? pattern + "\\" : pattern;
    }

    /**
     * As something that sorts as they do: of two classes GeoTools would compare what {@code toString} gives, and it takes 2.5
     * for the whole number 2 when the other side is one. Our whole numbers are below 2^53.
     */
    private static @Nullable Object comparable(@Nullable Object value) {
        return switch (value) {
            case LocalDate day -> day.toString();
            case Instant instant -> (double) instant.toEpochMilli();
            case Long number -> number.doubleValue();
            case null -> null;
            default -> value;
        };
    }

    /** One row, as far as a condition may look at it. */
    private record Row(Map<String, Object> values, Optional<Geometry> geometry) {}

    /** What a condition reads of a row. */
    private static final class OfRow extends ExpressionAbstract {
        private final Function<Row, @Nullable Object> value;

        OfRow(Function<Row, @Nullable Object> value) {
            this.value = value;
        }

        @Override
        public @Nullable Object evaluate(Object object) {
            return value.apply((Row) object);
        }

        @Override
        public <T> @Nullable T evaluate(Object object, Class<T> type) {
            return Converters.convert(evaluate(object), type);
        }

        @Override
        public Object accept(ExpressionVisitor visitor, Object extra) {
            return extra;
        }
    }
}
