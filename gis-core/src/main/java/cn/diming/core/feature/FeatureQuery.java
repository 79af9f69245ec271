package cn.diming.core.feature;

import cn.diming.core.cql.Condition;
import java.util.List;
import java.util.Optional;

/**
 * Which features, in which order.
 *
 * @param condition with its negations pushed down
 * @param time empty = as they are now, those out of force among them; else those in force then, places with the state they had
 *     (the last one of the time)
 * @param order features that are equal in it follow their numbers
 * @param after where the page before ended
 */
public record FeatureQuery(
        FeatureType type,
        Optional<Condition> condition,
        Optional<TimeSpan> time,
        List<SortKey> order,
        Optional<FeatureCursor> after,
        int limit) {

    /** More keys than anybody reads a list by. */
    public static final int MOST_KEYS = 4;

    public FeatureQuery {
        order = List.copyOf(order);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        if (order.size() > MOST_KEYS) {
            throw new IllegalArgumentException("最多按 " + MOST_KEYS + " 个属性排序");
        }
    }

    /** Everything there is now. */
    public static FeatureQuery all(FeatureType type, int limit) {
        return new FeatureQuery(type, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), limit);
    }
}
