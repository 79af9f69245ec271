package cn.diming.dataimport.plan;

import cn.diming.core.record.Field;
import cn.diming.dataimport.source.SourceFeature;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where one field's value comes from.
 *
 * @param map source text → our text; empty = taken as it is
 * @param otherwise what to take when the source has no value, or none that {@code map} knows
 */
record FieldRule(Field field, Template template, Map<String, String> map, Optional<String> otherwise) {

    /** 2024-03-01, 2024/3/1, 2024.3.1, 2024年3月1日, 20240301, 2024年3月, 2024; a time of day may follow. */
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})[日号]?)?月?)?年?"
            + "(?:[T ]\\d{1,2}:\\d{2}.*)?|(\\d{4})(\\d{2})(\\d{2})");

    /** @throws IllegalArgumentException with a Chinese sentence that names the field and what stands there */
    Optional<Object> value(SourceFeature row) {
        Optional<String> text = filled(row);
        if (!map.isEmpty()) {
            text = text.flatMap(this::mapped);
        }
        return text.or(() -> otherwise).map(this::convert);
    }

    private Optional<String> filled(SourceFeature row) {
        try {
            return template.fill(row);
        } catch (IllegalArgumentException impossible) {
            throw new IllegalArgumentException(field.title() + "无法得出：" + impossible.getMessage(), impossible);
        }
    }

    private Optional<String> mapped(String text) {
        String value = map.get(text);
        if (value == null && otherwise.isEmpty()) {
            throw new IllegalArgumentException(field.title() + "没有对应的取值：" + text);
        }
        return Optional.ofNullable(value).filter(known -> !known.isEmpty());
    }

    private Object convert(String text) {
        try {
            return switch (field.type()) {
                case TEXT -> text;
                case JSON -> JsonMapper.shared().readTree(text).toString();
                case INTEGER -> new BigDecimal(text).longValueExact();
                case NUMBER -> new BigDecimal(text).doubleValue();
                case YES_NO -> yesNo(text);
                case DATE -> date(text);
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException | JacksonException wrong) {
            throw new IllegalArgumentException(
                    field.title() + "不是" + field.type().title() + "：" + text, wrong);
        }
    }

    private static boolean yesNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1", "是", "有" -> true;
            case "false", "f", "no", "n", "0", "否", "无" -> false;
            default -> throw new NumberFormatException(text);
        };
    }

    /** A year or a month alone begins on its first day. */
    private static LocalDate date(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException(text);
        }
        int first = parts.group(4) == null ? 1 : 4;
        return LocalDate.of(
                Integer.parseInt(parts.group(first)), number(parts.group(first + 1)), number(parts.group(first + 2)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
