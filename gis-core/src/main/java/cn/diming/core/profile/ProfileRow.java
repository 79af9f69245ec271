package cn.diming.core.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of a rule profile. What a section's rows hold is written in {@link ProfileShape}, and checked when a profile is
 * read, so that the rooms that use the rows can rely on it.
 *
 * @param key names the row within its section; a row of the same key in a profile below replaces it
 * @param values text, number (Integer, Long or Double), Boolean, or a list of texts
 * @param source law and article, document, or who decided
 * @param origin name of the profile that the row was written in
 */
public record ProfileRow(String key, Map<String, Object> values, String source, String origin) {

    public ProfileRow {
        values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException when the row has no such text */
    public String text(String field) {
        return findText(field)
                .orElseThrow(() -> new IllegalArgumentException("档案 " + origin + " 的条目 " + key + " 缺少 " + field));
    }

    public Optional<String> findText(String field) {
        return values.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The list of a field; empty when it is not given. */
    @SuppressWarnings("unchecked") // the reader lets nothing but texts into a list
    public List<String> texts(String field) {
        return values.get(field) instanceof List<?> list ? (List<String>) list : List.of();
    }

    public OptionalDouble findNumber(String field) {
        return values.get(field) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** @throws IllegalArgumentException when the row has no such number */
    public int number(String field) {
        return (int) findNumber(field)
                .orElseThrow(() -> new IllegalArgumentException("档案 " + origin + " 的条目 " + key + " 缺少 " + field));
    }

    /** False when it is not given. */
    public boolean isTrue(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }
}
