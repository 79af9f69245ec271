package cn.diming.core.cql;

import cn.diming.core.cql.CqlWords.Kind;
import cn.diming.core.cql.CqlWords.Word;
import cn.diming.core.geo.Geometries;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Reads CQL2 text (OGC 21-065r2): AND, OR, NOT, comparisons, LIKE, IN, BETWEEN, IS NULL and the spatial relations. Functions
 * and sums are refused, and so is what is longer or deeper than a person would write.
 */
public final class CqlText {

    /** Characters of a condition. */
    public static final int LONGEST = 8_000;

    static final int DEEPEST = 30;
    private static final Set<String> SHAPES = Set.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");

    private final String text;
    private final Queryables queryables;
    private final List<Word> words;
    private int at;
    private int depth;

    private CqlText(String text, Queryables queryables) {
        this.text = text;
        this.queryables = queryables;
        this.words = CqlWords.of(text);
    }

    /** @throws BadFilter for what is no condition on these properties */
    public static Condition parse(String text, Queryables queryables) {
        if (text.length() > LONGEST) {
            throw new BadFilter("筛选条件过长（超过 " + LONGEST + " 字）");
        }
        CqlText reader = new CqlText(text, queryables);
        Condition condition = reader.any();
        if (reader.word().kind() != Kind.END) {
            throw reader.unexpected(reader.word());
        }
        return condition.pushedDown();
    }

    private Condition any() {
        if (++depth > DEEPEST) {
            throw new BadFilter("筛选条件嵌套过深（超过 " + DEEPEST + " 层）");
        }
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (take("OR")) {
            parts.add(all());
        }
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
    }

    private Condition all() {
        List<Condition> parts = new ArrayList<>(List.of(negatable()));
        while (take("AND")) {
            parts.add(negatable());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition negatable() {
        boolean negated = false;
        while (take("NOT")) {
            negated = !negated;
        }
        Condition condition = single();
        return negated ? new Condition.Not(condition) : condition;
    }

    private Condition single() {
        if (take("(")) {
            Condition inside = any();
            need(")");
            return inside;
        }
        Optional<SpatialRelation> relation = SpatialRelation.find(word().text());
        if (relation.isPresent() && next().is("(")) {
            return spatial(relation.get());
        }
        if ((word().is("TRUE") || word().is("FALSE")) && !isComparator(next())) {
            return new Condition.Constant(read().is("TRUE"));
        }
        return predicate(operand());
    }

    private Condition predicate(Operand left) {
        Optional<Comparator> comparator = Comparator.find(word().text()).filter(found -> word().kind() == Kind.SIGN);
        if (comparator.isPresent()) {
            read();
            return queryables.comparison(left, comparator.get(), operand());
        }
        if (!(left instanceof Operand.Property property)) {
            throw unexpected(word());
        }
        if (take("IS")) {
            boolean negated = take("NOT");
            need("NULL");
            return negatedIf(negated, new Condition.IsNull(property));
        }
        boolean negated = take("NOT");
        if (take("LIKE")) {
            return negatedIf(negated, queryables.like(property, textOf(read())));
        }
        if (take("IN")) {
            return negatedIf(negated, queryables.in(property, values()));
        }
        if (take("BETWEEN")) {
            Operand.Literal least = literal();
            need("AND");
            return negatedIf(negated, queryables.between(property, least, literal()));
        }
        if (negated) {
            throw unexpected(word());
        }
        return queryables.isTrue(property);
    }

    private static Condition negatedIf(boolean negated, Condition condition) {
        return negated ? new Condition.Not(condition) : condition;
    }

    private List<Operand.Literal> values() {
        need("(");
        List<Operand.Literal> values = new ArrayList<>();
        do {
            values.add(literal());
        } while (take(","));
        need(")");
        return values;
    }

    private Operand.Literal literal() {
        Word first = word();
        if (operand() instanceof Operand.Literal literal) {
            return literal;
        }
        throw unexpected(first);
    }

    private Operand operand() {
        Word word = read();
        return switch (word.kind()) {
            case TEXT -> new Operand.Literal(word.text());
            case NUMBER -> number("", word);
            case QUOTED_NAME -> queryables.property(word.text());
            case NAME -> named(word);
            case SIGN -> {
                if (!word.is("-") || word().kind() != Kind.NUMBER) {
                    throw unexpected(word);
                }
                yield number("-", read());
            }
            case END -> throw unexpected(word);
        };
    }

    private Operand named(Word word) {
        if (word.is("TRUE") || word.is("FALSE")) {
            return new Operand.Literal(word.is("TRUE"));
        }
        if (!word().is("(")) {
            return queryables.property(word.text());
        }
        boolean date = word.is("DATE");
        if (!date && !word.is("TIMESTAMP")) {
            throw new BadFilter("筛选条件里不能用函数 " + BadFilter.shorten(word.text()));
        }
        need("(");
        String value = textOf(read());
        need(")");
        return date ? day(value) : instant(value);
    }

    static Operand.Literal day(String value) {
        try {
            return new Operand.Literal(Queryables.dayOf(value));
        } catch (DateTimeParseException wrong) {
            throw new BadFilter("不是日期（如 2020-01-31）：" + BadFilter.shorten(value));
        }
    }

    static Operand.Literal instant(String value) {
        try {
            return new Operand.Literal(Queryables.instantOf(value));
        } catch (DateTimeParseException wrong) {
            throw new BadFilter("不是时刻（如 2020-01-31T08:00:00Z）：" + BadFilter.shorten(value));
        }
    }

    private static Operand.Literal number(String sign, Word word) {
        String digits = sign + word.text();
        try {
            if (digits.matches("-?\\d{1,18}")) {
                return new Operand.Literal(Long.parseLong(digits));
            }
            double value = Double.parseDouble(digits);
            if (Double.isFinite(value)) {
                return new Operand.Literal(value);
            }
        } catch (NumberFormatException wrong) {
            throw new BadFilter("不是数：" + BadFilter.shorten(digits));
        }
        throw new BadFilter("数过大：" + BadFilter.shorten(digits));
    }

    private Condition spatial(SpatialRelation relation) {
        read();
        need("(");
        boolean propertyFirst = !isShape();
        Operand.Property property;
        Geometry geometry;
        if (propertyFirst) {
            property = geometryProperty();
            need(",");
            geometry = geometry();
        } else {
            geometry = geometry();
            need(",");
            property = geometryProperty();
        }
        need(")");
        return queryables.spatial(propertyFirst ? relation : relation.mirrored(), property, geometry);
    }

    private Operand.Property geometryProperty() {
        Word word = read();
        if (word.kind() != Kind.NAME && word.kind() != Kind.QUOTED_NAME) {
            throw unexpected(word);
        }
        return queryables.property(word.text());
    }

    private boolean isShape() {
        String name = word().text().toUpperCase(Locale.ROOT);
        return word().kind() == Kind.NAME && (SHAPES.contains(name) || name.equals("BBOX"));
    }

    private Geometry geometry() {
        if (!isShape()) {
            throw new BadFilter("空间条件的另一边应是几何（POINT、POLYGON … 或 BBOX）：" + BadFilter.shorten(word().text()));
        }
        Word shape = read();
        int open = 0;
        do {
            Word word = read();
            open += word.is("(") ? 1 : word.is(")") ? -1 : 0;
            if (word.kind() == Kind.END || open > DEEPEST) {
                throw new BadFilter("几何的括号不成对，或嵌套过深");
            }
        } while (open > 0);
        String wkt = text.substring(shape.from(), words.get(at - 1).to());
        return shape.is("BBOX") ? box(wkt) : shape(wkt);
    }

    private static Geometry shape(String wkt) {
        try {
            return new WKTReader(Geometries.FACTORY).read(wkt);
        } catch (ParseException | IllegalArgumentException wrong) {
            throw new BadFilter("几何写法有误：" + BadFilter.shorten(wkt));
        }
    }

    private static Geometry box(String wkt) {
        try {
            String[] sides =
                    wkt.substring(wkt.indexOf('(') + 1, wkt.lastIndexOf(')')).split(",", -1);
            List<Double> numbers = new ArrayList<>();
            for (String side : sides) {
                numbers.add(Double.valueOf(side.strip()));
            }
            return box(numbers);
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new BadFilter("BBOX 应有 4 或 6 个数：" + BadFilter.shorten(wkt));
        }
    }

    /** @param sides four numbers, or six with heights, which are passed over */
    static Geometry box(List<Double> sides) {
        if ((sides.size() != 4 && sides.size() != 6) || !sides.stream().allMatch(Double::isFinite)) {
            throw new BadFilter("BBOX 应有 4 或 6 个数");
        }
        int second = sides.size() / 2;
        Envelope box = new Envelope(
                new Coordinate(sides.get(0), sides.get(1)), new Coordinate(sides.get(second), sides.get(second + 1)));
        return Geometries.FACTORY.toGeometry(box);
    }

    private String textOf(Word word) {
        if (word.kind() != Kind.TEXT) {
            throw unexpected(word);
        }
        return word.text();
    }

    private boolean isComparator(Word word) {
        return word.kind() == Kind.SIGN && Comparator.find(word.text()).isPresent();
    }

    private Word word() {
        return words.get(at);
    }

    private Word next() {
        return words.get(Math.min(at + 1, words.size() - 1));
    }

    private Word read() {
        Word word = words.get(at);
        at = Math.min(at + 1, words.size() - 1);
        return word;
    }

    private boolean take(String keyword) {
        boolean there = word().is(keyword);
        if (there) {
            read();
        }
        return there;
    }

    private void need(String keyword) {
        if (!take(keyword)) {
            throw new BadFilter("筛选条件写法有误，此处应是 " + keyword + "：" + rest(word()));
        }
    }

    private BadFilter unexpected(Word word) {
        return new BadFilter("筛选条件写法有误：" + rest(word));
    }

    private String rest(Word word) {
        return word.kind() == Kind.END ? "条件没有写完" : BadFilter.shorten(text.substring(word.from()));
    }
}
