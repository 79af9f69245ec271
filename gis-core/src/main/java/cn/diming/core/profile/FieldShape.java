package cn.diming.core.profile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field of a profile's rows.
 *
 * @param allowed the only words it may hold; empty = any
 * @param conditions whether its texts are comparisons such as {@code storeys >= 20}
 */
record FieldShape(String name, String title, Type type, boolean required, List<String> allowed, boolean conditions) {

    private static final Pattern CONDITION = Pattern.compile(
            "(widthMetres|lengthMetres|siteSquareMetres|floorSquareMetres|openSquareMetres|storeys|greenPercent"
                    + "|floorAreaRatio|coveragePercent) (>=|<=|<|>) \\d+(\\.\\d+)?");

    enum Type {
        TEXT("文字"),
        TEXTS("文字的列表"),
        NUMBER("整数"),
        DECIMAL("不小于 0 的数"),
        YES_NO("true 或 false");

        private final String title;

        Type(String title) {
            this.title = title;
        }
    }

    FieldShape(String name, String title, Type type) {
        this(name, title, type, false, List.of(), false);
    }

    FieldShape must() {
        return new FieldShape(name, title, type, true, allowed, conditions);
    }

    FieldShape oneOf(List<String> words) {
        return new FieldShape(name, title, type, required, words, conditions);
    }

    FieldShape comparing() {
        return new FieldShape(name, title, type, required, allowed, true);
    }

    /** What is wrong with a value, in Chinese; empty when it fits. */
    Optional<String> fault(Object value) {
        boolean fits = switch (type) {
            case TEXT -> value instanceof String text && !text.isBlank();
            case TEXTS -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            case NUMBER -> value instanceof Integer number && number >= 0;
            case DECIMAL ->
                value instanceof Number number && Double.isFinite(number.doubleValue()) && number.doubleValue() >= 0;
            case YES_NO -> value instanceof Boolean;
        };
        if (!fits) {
            return Optional.of(name + "（" + title + "）应为" + type.title + "，而不是 " + value);
        }
        List<?> words = value instanceof List<?> list ? list : List.of(value);
        return words.stream()
                .map(String::valueOf)
                .filter(word -> !allowed.isEmpty() && !allowed.contains(word)
                        || conditions && !CONDITION.matcher(word).matches())
                .findFirst()
                .map(word -> name + "（" + title + "）不能是 " + word
                        + (allowed.isEmpty() ? "，应如 storeys >= 20" : "，只能是 " + String.join("、", allowed)));
    }
}
