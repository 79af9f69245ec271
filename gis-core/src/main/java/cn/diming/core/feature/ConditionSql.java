package cn.diming.core.feature;

import cn.diming.core.cql.Comparator;
import cn.diming.core.cql.Condition;
import cn.diming.core.cql.Operand;
import cn.diming.core.cql.Queryable;
import cn.diming.core.cql.SpatialRelation;
import cn.diming.core.db.Db;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/**
 * A condition as SQL with bound parameters. What a database would decide otherwise than GeoTools, or not at all, becomes a wider
 * condition: then the rows still have to be tested, which {@link #isExact} tells.
 */
final class ConditionSql {

    /** @param text null-free SQL; empty = every row may fit */
    private record Piece(String text, boolean exact) {}

    private static final Piece ANYTHING = new Piece("", false);

    private final Db db;
    private final String table;
    private final Function<Queryable, String> columns;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, Geometry> areas = new LinkedHashMap<>();
    private final Piece whole;

    /** @param columns the expression of a property in the statement, where the table is {@code t} */
    ConditionSql(Db db, String table, Function<Queryable, String> columns, Condition condition) {
        this.db = db;
        this.table = table;
        this.columns = columns;
        this.whole = piece(condition);
    }

    Optional<String> text() {
        return whole.text.isEmpty() ? Optional.empty() : Optional.of(whole.text);
    }

    /** Whether the SQL holds for just the rows that fulfil the condition. */
    boolean isExact() {
        return whole.exact;
    }

    /** Values by the names under which the SQL speaks of them. */
    Map<String, Object> parameters() {
        return parameters;
    }

    /** Geometries by the names under which the SQL speaks of them. */
    Map<String, Geometry> areas() {
        return areas;
    }

    private Piece piece(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all(all.parts());
            case Condition.Any any -> any(any.parts());
            case Condition.Not not -> opposite(not.part());
            case Condition.Constant constant -> exact(constant.holds() ? "1 = 1" : "1 = 0");
            case Condition.IsNull isNull -> exact(column(isNull.property()) + " IS NULL");
            case Condition.Comparison comparison -> comparison(comparison);
            case Condition.In in ->
                exact(column(in.property()) + " IN ("
                        + in.values().stream()
                                .map(value -> parameter(value.value()))
                                .collect(Collectors.joining(", "))
                        + ")");
            case Condition.Between between ->
                exact(compared(between.property()) + " BETWEEN "
                        + parameter(between.least().value()) + " AND "
                        + parameter(between.most().value()));
            case Condition.Like like -> like(like);
            case Condition.Spatial spatial -> spatial(spatial);
        };
    }

    private Piece all(List<Condition> parts) {
        List<Piece> pieces = parts.stream().map(this::piece).toList();
        String text =
                pieces.stream().map(Piece::text).filter(part -> !part.isEmpty()).collect(Collectors.joining(" AND "));
        return new Piece(text.isEmpty() ? "" : "(" + text + ")", pieces.stream().allMatch(Piece::exact));
    }

    private Piece any(List<Condition> parts) {
        List<Piece> pieces = new ArrayList<>();
        for (Condition part : parts) {
            Piece piece = piece(part);
            if (piece.text.isEmpty()) {
                return ANYTHING;
            }
            pieces.add(piece);
        }
        return new Piece(
                pieces.stream().map(Piece::text).collect(Collectors.joining(" OR ", "(", ")")),
                pieces.stream().allMatch(Piece::exact));
    }

    /** The opposite of something wider would be too narrow. */
    private Piece opposite(Condition part) {
        Piece piece = piece(part);
        if (!piece.exact) {
            return ANYTHING;
        }
        String located = part instanceof Condition.Spatial ? "t.geom IS NOT NULL AND " : "";
        return exact("(" + located + "NOT (" + piece.text + "))");
    }

    private Piece comparison(Condition.Comparison comparison) {
        Operand.Property left = (Operand.Property) comparison.left();
        boolean ordered =
                comparison.comparator() != Comparator.EQUAL && comparison.comparator() != Comparator.NOT_EQUAL;
        String first = ordered ? compared(left) : column(left);
        String second = switch (comparison.right()) {
            case Operand.Property right -> column(right);
            case Operand.Literal literal -> parameter(literal.value());
        };
        return exact(first + " " + comparison.comparator().symbol() + " " + second);
    }

    /** SQLite does not tell small Latin letters from large ones, PostgreSQL does. */
    private Piece like(Condition.Like like) {
        boolean hasLetters = like.pattern().chars().anyMatch(c -> Character.isLetter(c) && c < 128);
        String pattern = like.pattern().matches("(?s)(?:[^\\\\]|\\\\.)*\\\\") ? like.pattern() + "\\" : like.pattern();
        return new Piece(column(like.property()) + " LIKE " + parameter(pattern) + " ESCAPE '\\'", !hasLetters);
    }

    private Piece spatial(Condition.Spatial spatial) {
        if (spatial.relation() == SpatialRelation.DISJOINT) {
            return ANYTHING;
        }
        String name = "area" + areas.size();
        areas.put(name, spatial.area());
        return spatial.relation() == SpatialRelation.INTERSECTS
                ? exact("(" + db.meets(table, "t", name) + ")")
                : new Piece("(" + db.boxTest(table, "t", name) + ")", false);
    }

    private String column(Operand.Property property) {
        return columns.apply(property.queryable());
    }

    private String compared(Operand.Property property) {
        String column = column(property);
        return property.queryable().type() == Queryable.Type.TEXT ? db.byCodePoint(column) : column;
    }

    private String parameter(Object value) {
        String name = "value" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    private static Piece exact(String text) {
        return new Piece(text, true);
    }
}
