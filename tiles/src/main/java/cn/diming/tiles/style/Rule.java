package cn.diming.tiles.style;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the book: how some features of a map layer are drawn.
 *
 * @param id unique in the book; the id of the layer in the MapLibre style as well
 * @param layer the map layer; empty = the background
 * @param where attribute → values; a feature must have one of them for each attribute, and must not have an attribute
 *     for which none are given
 * @param minZoom first zoom at which it is drawn
 * @param maxZoom first zoom at which it is drawn no more
 * @param legend what it means, for the legend; empty = not in the legend
 */
public record Rule(
        String id,
        Optional<String> layer,
        Map<String, List<Object>> where,
        int minZoom,
        int maxZoom,
        Mark mark,
        Optional<String> legend) {

    /** Above every zoom. */
    static final int DEEPEST = 24;

    public boolean drawnAt(double zoom) {
        return zoom >= minZoom && zoom < maxZoom;
    }

    /** Whether the rule is for a feature with these attributes. */
    public boolean accepts(Map<String, Object> attributes) {
        return where.entrySet().stream().allMatch(test -> {
            Object value = attributes.get(test.getKey());
            return test.getValue().isEmpty()
                    ? value == null
                    : test.getValue().stream().anyMatch(wanted -> same(wanted, value));
        });
    }

    /** Tiles hold whole numbers as longs, the book as ints. */
    private static boolean same(Object wanted, @Nullable Object value) {
        return (wanted instanceof Number a && value instanceof Number b)
                ? a.doubleValue() == b.doubleValue()
                : wanted.equals(value);
    }
}
