package cn.diming.core.feature;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ended: what the last feature has for the keys of the order, and its number. Pages that follow it neither miss
 * nor repeat a feature, whatever is edited meanwhile.
 *
 * @param keys null = no value
 * @param matched how many features fitted when the first page was read, where that was counted
 */
public record FeatureCursor(List<@Nullable Object> keys, long id, OptionalLong matched) {

    /** Letters, digits, minus and underscore. */
    public String toText() {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(id);
        all.add(matched.isPresent() ? matched.getAsLong() : null);
        keys.forEach(key -> all.add(key instanceof LocalDate || key instanceof Instant ? key.toString() : key));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonMapper.shared().writeValueAsString(all).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what {@link #toText} has not written for that order. */
    public static Optional<FeatureCursor> parse(String text, List<SortKey> order) {
        try {
            JsonNode all = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(text));
            if (!all.isArray() || all.size() != order.size() + 2 || !all.get(0).isIntegralNumber()) {
                return Optional.empty();
            }
            List<@Nullable Object> keys = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                JsonNode key = all.get(i + 2);
                keys.add(key.isNull() ? null : value(order.get(i), key));
            }
            OptionalLong matched =
                    all.get(1).isIntegralNumber() ? OptionalLong.of(all.get(1).longValue()) : OptionalLong.empty();
            return Optional.of(new FeatureCursor(keys, all.get(0).longValue(), matched));
        } catch (JacksonException | IllegalArgumentException | DateTimeException wrong) {
            return Optional.empty();
        }
    }

    private static Object value(SortKey key, JsonNode node) {
        return switch (key.property().type()) {
            case TEXT -> node.stringValue();
            case INTEGER -> node.longValue();
            case NUMBER -> node.doubleValue();
            case YES_NO -> node.booleanValue();
            case DATE -> LocalDate.parse(node.stringValue());
            case INSTANT -> Instant.parse(node.stringValue());
            case GEOMETRY -> throw new IllegalArgumentException("geometry");
        };
    }
}
