package cn.diming.core.geo;

import java.time.temporal.Temporal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Within;
import org.geotools.api.geometry.BoundingBox;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.expression.ExpressionAbstract;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A condition on a row's attributes and geometry in ECQL, parsed and evaluated by GeoTools. Only comparisons, LIKE, IN,
 * BETWEEN, IS NULL, BBOX, INTERSECTS, WITHIN, CONTAINS, DISJOINT and AND, OR, NOT are let through, with literals and known
 * properties: from ECQL any GeoTools function could be called, and some of them do not end; DWITHIN takes degrees for metres.
 * Coordinates are longitude and latitude in CGCS2000 (EPSG:4490); no other system can be named. Names outside of ASCII are
 * written in double quotes. A filter may be used by many threads.
 */
public final class FeatureFilter {

    /** The name under which a filter speaks of the geometry. */
    public static final String GEOMETRY = "geom";

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 50;
    private static final int SHOWN = 80;
    private static final String ONE_SYSTEM = "筛选条件里的坐标一律是 2000 国家大地坐标系经纬度，不能另写坐标系";

    private final Filter filter;
    private final boolean spatial;

    private FeatureFilter(Filter filter, boolean spatial) {
        this.filter = filter;
        this.spatial = spatial;
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
        Filter parsed = parse(text);
        check(parsed, properties);
        FilterAttributeExtractor names = new FilterAttributeExtractor();
        parsed.accept(names, null);
        return new FeatureFilter(
                (Filter) parsed.accept(new Binder(), null),
                names.getAttributeNameSet().contains(GEOMETRY));
    }

    private static Filter parse(String text) {
        try {
            return ECQL.toFilter(text);
        } catch (CQLException | RuntimeException | StackOverflowError wrong) {
            throw new IllegalArgumentException("筛选条件写法有误（字段名含汉字或是 id 等保留字时要加双引号）：" + shorten(text), wrong);
        }
    }

    /** Whether the condition looks at the geometry. */
    public boolean isSpatial() {
        return spatial;
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
            case PropertyIsNull isNull -> {
                if (!isGeometry(isNull.getExpression())) {
                    check(isNull.getExpression(), properties);
                }
            }
            case BinaryComparisonOperator comparison -> {
                check(comparison.getExpression1(), properties);
                check(comparison.getExpression2(), properties);
            }
            case BBOX box -> checkSpatial(box);
            case Intersects intersects -> checkSpatial(intersects);
            case Within within -> checkSpatial(within);
            case Contains contains -> checkSpatial(contains);
            case Disjoint disjoint -> checkSpatial(disjoint);
            case IncludeFilter all -> {}
            case ExcludeFilter none -> {}
            default -> throw new IllegalArgumentException("筛选条件里不能用这种写法：" + shorten(filter.toString()));
        }
    }

    private static void check(Expression expression, Set<String> properties) {
        switch (expression) {
            case Literal literal -> {}
            case PropertyName property -> {
                if (!properties.contains(property.getPropertyName())) {
                    throw new IllegalArgumentException("没有可筛选的字段 " + shorten(property.getPropertyName()));
                }
            }
            default -> throw new IllegalArgumentException("筛选条件里不能用函数或算式：" + shorten(expression.toString()));
        }
    }

    private static boolean isGeometry(Expression expression) {
        return expression instanceof PropertyName property
                && property.getPropertyName().equals(GEOMETRY);
    }

    private static void checkSpatial(BinarySpatialOperator spatial) {
        checkPlace(spatial.getExpression1());
        checkPlace(spatial.getExpression2());
    }

    private static void checkPlace(Expression expression) {
        if (isGeometry(expression)) {
            return;
        }
        switch (expression instanceof Literal literal ? literal.getValue() : expression) {
            case Geometry geometry -> checkPlace(geometry);
            case BoundingBox box -> checkPlace(box);
            default ->
                throw new IllegalArgumentException(
                        "空间条件应是 " + GEOMETRY + " 与一个几何，而不是 " + shorten(expression.toString()));
        }
    }

    private static void checkPlace(BoundingBox box) {
        if (box.getCoordinateReferenceSystem() != null) {
            throw new IllegalArgumentException(ONE_SYSTEM);
        }
    }

    private static void checkPlace(Geometry geometry) {
        if (geometry.getSRID() != 0 || geometry.getUserData() != null) {
            throw new IllegalArgumentException(ONE_SYSTEM);
        }
        GeometryChecks.check(geometry).stream().findFirst().ifPresent(problem -> {
            throw new IllegalArgumentException("筛选条件里的几何不合法：" + problem.words());
        });
    }

    private static String shorten(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
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
            return name.equals(GEOMETRY) ? row.geometry.orElse(null) : comparable(row.attributes.get(name));
        }

        /** Dates as ISO text, which sorts as they do: GeoTools would compare what {@code toString} of two classes gives. */
        private static @Nullable Object comparable(@Nullable Object value) {
            return value instanceof Temporal ? value.toString() : value;
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
