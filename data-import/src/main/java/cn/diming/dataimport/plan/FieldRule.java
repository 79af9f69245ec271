package cn.diming.dataimport.plan;

import cn.diming.core.record.Field;
import cn.diming.dataimport.source.SourceFeature;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where one field's value comes from.
 *
 * @param map source text → our text; empty = taken as it is
 * @param otherwise what to take when the source has no value, or none that {@code map} knows
 */
record FieldRule(Field field, Template template, Map<String, String> map, Optional<String> otherwise) {

    /** @throws IllegalArgumentException with a Chinese sentence when the text does not fit the field */
    Optional<Object> value(SourceFeature row) {
        Optional<String> text = template.fill(row);
        if (!map.isEmpty()) {
            text = text.flatMap(this::mapped);
        }
        return text.or(() -> otherwise).map(this::convert);
    }

    private Optional<String> mapped(String text) {
        String value = map.get(text);
        if (value == null && otherwise.isEmpty()) {
            throw new IllegalArgumentException(field.title() + "没有对应的取值：" + text);
        }
        return Optional.ofNullable(value);
    }

    private Object convert(String text) {
        try {
            return switch (field.type()) {
                case TEXT, JSON -> text;
                case INTEGER -> new BigDecimal(text).longValueExact();
                case NUMBER -> Double.parseDouble(text);
                case YES_NO -> yesNo(text);
                case DATE -> date(text);
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException wrong) {
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

    /** 2024-03-01, 2024/3/1, 20240301, 2024年3月1日; a year or month alone begins on its first day. */
    private static LocalDate date(String text) {
        String[] parts =
                text.strip().replaceAll("[年月/.]", "-").replaceAll("[日号]$", "").split("-", -1);
        if (parts.length == 1 && parts[0].length() == 8) {
            return LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE);
        }
        int month = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
        int day = parts.length > 2 ? Integer.parseInt(parts[2].replaceFirst("[ T].*$", "")) : 1;
        return LocalDate.of(Integer.parseInt(parts[0]), month, day);
    }
}
