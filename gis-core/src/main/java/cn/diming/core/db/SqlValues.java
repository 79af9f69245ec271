package cn.diming.core.db;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Instants and dates as text that both databases accept; GeoPackage clause 1.1.1.1.1 fixes the form. */
final class SqlValues {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Ours, and PostgreSQL's {@code 2026-11-25 20:20:00.123+00}. */
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm", "Z")
            .toFormatter(Locale.ROOT);

    static String write(Instant instant) {
        return WRITTEN.format(instant);
    }

    static String write(LocalDate date) {
        return date.toString();
    }

    static Instant readInstant(String text) {
        boolean shortOffset =
                text.length() > 3 && (text.charAt(text.length() - 3) == '+' || text.charAt(text.length() - 3) == '-');
        return OffsetDateTime.parse(shortOffset ? text + ":00" : text, READ).toInstant();
    }

    private SqlValues() {}
}
