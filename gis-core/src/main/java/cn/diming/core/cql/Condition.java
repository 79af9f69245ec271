package cn.diming.core.cql;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A condition on a row, checked: every property exists and every value fits it. Where a property has no value, a condition on
 * it does not hold, and neither does its opposite, as in SQL.
 */
public sealed interface Condition {

    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** After {@link #pushedDown} only around a condition without parts. */
    record Not(Condition part) implements Condition {}

    record Comparison(Operand left, Comparator comparator, Operand right) implements Condition {}

    /** {@code %} stands for any text, {@code _} for one character, a backslash takes the meaning from either. */
    record Like(Operand.Property property, String pattern) implements Condition {}

    record In(Operand.Property property, List<Operand.Literal> values) implements Condition {
        public In {
            values = List.copyOf(values);
        }
    }

    record Between(Operand.Property property, Operand.Literal least, Operand.Literal most) implements Condition {}

    record IsNull(Operand.Property property) implements Condition {}

    /** @param area in EPSG:4490, longitude first */
    record Spatial(SpatialRelation relation, Geometry area) implements Condition {}

    record Constant(boolean holds) implements Condition {}

    /** The same with every negation moved down to what has no parts. */
    default Condition pushedDown() {
        return switch (this) {
            case All all ->
                new All(all.parts.stream().map(Condition::pushedDown).toList());
            case Any any ->
                new Any(any.parts.stream().map(Condition::pushedDown).toList());
            case Not not -> not.part.opposite();
            default -> this;
        };
    }

    /** What holds when this does not. */
    private Condition opposite() {
        return switch (this) {
            case All all -> new Any(all.parts.stream().map(Condition::opposite).toList());
            case Any any -> new All(any.parts.stream().map(Condition::opposite).toList());
            case Not not -> not.part.pushedDown();
            case Constant constant -> new Constant(!constant.holds);
            default -> new Not(this);
        };
    }
}
