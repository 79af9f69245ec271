package cn.diming.core.cql;

import java.time.Instant;
import java.time.LocalDate;

/** One side of a comparison. */
public sealed interface Operand {

    /** The row's value of a property. */
    record Property(Queryable queryable) implements Operand {}

    /** A text, a whole number, a decimal, true or false, a day or an instant. */
    record Literal(Object value) implements Operand {

        public Literal {
            boolean known = value instanceof String
                    || value instanceof Long
                    || value instanceof Double
                    || value instanceof Boolean
                    || value instanceof LocalDate
                    || value instanceof Instant;
            if (!known) {
                throw new IllegalArgumentException("not a value of CQL2: " + value.getClass());
            }
        }
    }
}
