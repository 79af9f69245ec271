package cn.diming.core.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts together what the tables of a collection give for one page, in the order of the query. */
final class FeatureScan {

    private final FeatureQuery query;
    private final Comparator<Feature> order;
    private final List<Feature> found = new ArrayList<>();
    private Optional<Feature> frontier = Optional.empty();

    FeatureScan(FeatureQuery query) {
        this.query = query;
        this.order = order(query.order());
    }

    void add(Feature feature) {
        found.add(feature);
    }

    /** Behind {@code last} a table has not been read on. */
    void stopAt(Feature last) {
        if (frontier.isEmpty() || order.compare(last, frontier.get()) < 0) {
            frontier = Optional.of(last);
        }
    }

    /** Whether all pages together are this one. */
    boolean isComplete() {
        return frontier.isEmpty() && found.size() <= query.limit();
    }

    int found() {
        return found.size();
    }

    FeaturePage page(OptionalLong matched) {
        List<Feature> sorted = found.stream()
                .filter(feature -> frontier.isEmpty() || order.compare(feature, frontier.get()) <= 0)
                .sorted(order)
                .toList();
        if (sorted.size() > query.limit()) {
            List<Feature> page = sorted.subList(0, query.limit());
            return new FeaturePage(page, matched, Optional.of(cursor(page.getLast(), matched)));
        }
        return new FeaturePage(sorted, matched, frontier.map(last -> cursor(last, matched)));
    }

    FeatureCursor cursor(Feature last, OptionalLong matched) {
        List<@Nullable Object> keys = new ArrayList<>();
        query.order().forEach(key -> keys.add(value(last, key)));
        return new FeatureCursor(keys, last.id(), matched);
    }

    private static Comparator<Feature> order(List<SortKey> keys) {
        return (a, b) -> {
            for (SortKey key : keys) {
                int sign = compare(value(a, key), value(b, key), key.descending());
                if (sign != 0) {
                    return sign;
                }
            }
            return Long.compare(a.id(), b.id());
        };
    }

    private static int compare(@Nullable Object a, @Nullable Object b, boolean descending) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int sign = a instanceof String text ? compareCodePoints(text, (String) b) : compareSame(a, b);
        return descending ? -sign : sign;
    }

    private static int compareCodePoints(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    @SuppressWarnings("unchecked")
    private static int compareSame(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    private static @Nullable Object value(Feature feature, SortKey key) {
        return switch (key.property().name()) {
            case FeatureType.ID -> feature.id();
            case FeatureType.UPDATED -> feature.updated().orElse(null);
            default -> feature.values().get(key.property().name());
        };
    }
}
