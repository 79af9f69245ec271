package cn.diming.core.cql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the row's geometry lies to another one, with the names of CQL2. */
public enum SpatialRelation {
    INTERSECTS,
    DISJOINT,
    EQUALS,
    TOUCHES,
    CROSSES,
    WITHIN,
    CONTAINS,
    OVERLAPS;

    /** Of {@code S_INTERSECTS} and its like, in any case. */
    static Optional<SpatialRelation> find(String function) {
        String name = function.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(relation -> name.equals("S_" + relation.name()))
                .findFirst();
    }

    /** The one that says the same with the sides exchanged. */
    SpatialRelation mirrored() {
        return switch (this) {
            case WITHIN -> CONTAINS;
            case CONTAINS -> WITHIN;
            default -> this;
        };
    }
}
