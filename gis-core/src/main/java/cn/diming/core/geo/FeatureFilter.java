package cn.diming.core.geo;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.filter.expression.ExpressionAbstract;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A condition on a row's attributes and geometry in ECQL, parsed and evaluated by GeoTools. Only comparisons, LIKE, IN,
 * BETWEEN, IS NULL, spatial relations and AND, OR, NOT are let through, with literals and known properties: from ECQL any
 * GeoTools function could be called, and some of them do not end.
 */
public final class FeatureFilter {

    /** The name under which a filter speaks of the geometry. */
    public static final String GEOMETRY = "geom";

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 50;

    private final Filter filter;

    private FeatureFilter(Filter filter) {
        this.filter = filter;
    }

    /**
     * @param properties names the filter may use besides {@link #GEOMETRY}
     * @throws IllegalArgumentException with a Chinese sentence
     */
    public static FeatureFilter parse(String text, Set<String> properties) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("筛选条件过长（超过 " + LONGEST + " 字）");
        }
        if (depth(text) > DEEPEST) {
            throw new IllegalArgumentException("筛选条件嵌套过深");
        }
        try {
            Filter parsed = ECQL.toFilter(text);
            check(parsed, properties);
            return new FeatureFilter((Filter) parsed.accept(new Binder(), null));
        } catch (CQLException | StackOverflowError wrong) {
            throw new IllegalArgumentException("筛选条件写法有误：" + text, wrong);
        }
    }

    /** Whether the row fulfils the condition; a missing attribute is null. */
    public boolean test(Map<String, Object> attributes, Optional<Geometry> geometry) {
        return filter.evaluate(new Row(attributes, geometry));
    }

    private static void check(Filter filter, Set<String> properties) {
        switch (filter) {
            case And and -> and.getChildren().forEach(child -> check(child, properties));
            case Or or -> or.getChildren().forEach(child -> check(child, properties));
            case Not not -> check(not.getFilter(), properties);
            case PropertyIsBetween between -> {
                check(between.getExpression(), properties);
                check(between.getLowerBoundary(), properties);
                check(between.getUpperBoundary(), properties);
            }
            case PropertyIsLike like -> check(like.getExpression(), properties);
            case PropertyIsNull isNull -> check(isNull.getExpression(), properties);
            case BinaryComparisonOperator comparison -> {
                check(comparison.getExpression1(), properties);
                check(comparison.getExpression2(), properties);
            }
            case BinarySpatialOperator spatial -> {
                check(spatial.getExpression1(), properties);
                check(spatial.getExpression2(), properties);
            }
            default -> {
                if (filter != Filter.INCLUDE && filter != Filter.EXCLUDE) {
                    throw new IllegalArgumentException("筛选条件里不能用这种写法：" + ECQL.toCQL(filter));
                }
            }
        }
    }

    private static void check(Expression expression, Set<String> properties) {
        switch (expression) {
            case Literal literal -> {}
            case PropertyName property -> {
                if (!properties.contains(property.getPropertyName())
                        && !property.getPropertyName().equals(GEOMETRY)) {
                    throw new IllegalArgumentException("没有字段 " + property.getPropertyName());
                }
            }
            default -> throw new IllegalArgumentException("筛选条件里不能用函数或算式：" + expression);
        }
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /** One row, as far as a condition may look at it. */
    private record Row(Map<String, Object> attributes, Optional<Geometry> geometry) {}

    /** Puts {@link RowValue} where GeoTools would read a property by XPath rules, which know no Chinese names. */
    private static final class Binder extends DuplicatingFilterVisitor {
        @Override
        public Object visit(PropertyName property, Object extra) {
            return new RowValue(property.getPropertyName());
        }
    }

    /** The value of one attribute of a {@link Row}. */
    private static final class RowValue extends ExpressionAbstract {
        private final String name;

        RowValue(String name) {
            this.name = name;
        }

        @Override
        public @Nullable Object evaluate(Object object) {
            Row row = (Row) object;
            return name.equals(GEOMETRY) ? row.geometry.orElse(null) : row.attributes.get(name);
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
