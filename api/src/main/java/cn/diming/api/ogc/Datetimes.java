package cn.diming.api.ogc;

import cn.diming.api.answer.Days;
import cn.diming.core.feature.TimeSpan;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Locale;

/**
 * The parameter {@code datetime}: an instant or day, or an interval of two, either of which may be open or a duration
 * (ISO 8601; RFC 3339 section 5.6). Valid time here has days; an instant means its day in China.
 */
final class Datetimes {

    /** @throws cn.diming.api.problem.ProblemException 400 for anything else */
    static TimeSpan parse(String text) {
        String[] ends = text.split("/", -1);
        try {
            if (ends.length == 1) {
                LocalDate day = day(text);
                return new TimeSpan(day, day);
            }
            if (ends.length == 2 && !(isOpen(ends[0]) && isOpen(ends[1]))) {
                return interval(ends[0], ends[1]);
            }
            if (ends.length == 2) {
                return new TimeSpan(TimeSpan.ALWAYS, TimeSpan.FOR_EVER);
            }
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException wrong) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static TimeSpan interval(String start, String end) {
        if (isDuration(start)) {
            LocalDate to = day(end);
            return new TimeSpan(to.minus(duration(start)), to);
        }
        LocalDate from = isOpen(start) ? TimeSpan.ALWAYS : day(start);
        if (isDuration(end)) {
            return new TimeSpan(from, from.plus(duration(end)));
        }
        if (!isOpen(start) && !isOpen(end) && instant(start).isAfter(instant(end))) {
            throw new IllegalArgumentException("ends before it begins");
        }
        return new TimeSpan(from, isOpen(end) ? TimeSpan.FOR_EVER : day(end));
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static boolean isDuration(String end) {
        return end.startsWith("P");
    }

    /** Hours and less do not matter to days. */
    private static Period duration(String text) {
        String days = text.replaceFirst("T[\\d.]+[HMS].*$", "");
        return days.equals("P") ? Period.ZERO : Period.parse(days);
    }

    private static LocalDate day(String text) {
        return isDay(text) ? LocalDate.parse(text) : Days.today(instant(text));
    }

    private static Instant instant(String text) {
        return isDay(text)
                ? Days.begin(LocalDate.parse(text))
                : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
    }

    private static boolean isDay(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private static RuntimeException wrong(String text) {
        return OgcRequest.bad("datetime 应为日期、时刻，或以 / 分开的起止（可用 .. 表示不限），如 2019-05-01/..：" + OgcRequest.shorten(text));
    }

    private Datetimes() {}
}
