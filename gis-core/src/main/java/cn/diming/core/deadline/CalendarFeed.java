package cn.diming.core.deadline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Time limits as a calendar that programs subscribe to: RFC 5545, all-day events with a reminder. */
public final class CalendarFeed {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** RFC 5545 § 3.1: at most 75 octets a line, the line break not counted. */
    private static final int LINE_OCTETS = 75;

    /** One calendar object; lines end with CRLF. */
    public static String write(List<Deadline> deadlines, Instant now) {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//diming//deadlines//ZH");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:" + escape("地名工作期限"));
        deadlines.forEach(deadline -> event(text, deadline, now));
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static void event(StringBuilder text, Deadline deadline, Instant now) {
        LocalDate due = deadline.dueOn();
        line(text, "BEGIN:VEVENT");
        line(text, "UID:deadline-" + deadline.id() + "@diming");
        line(text, "DTSTAMP:" + STAMP.format(now));
        line(text, "DTSTART;VALUE=DATE:" + DAY.format(due));
        line(text, "DTEND;VALUE=DATE:" + DAY.format(due.plusDays(1)));
        line(text, "SUMMARY:" + escape(deadline.title() + "：" + deadline.subjectTitle()));
        line(text, "DESCRIPTION:" + escape("自 " + deadline.startedOn() + " 起算\n依据：" + deadline.basis()));
        line(text, "TRANSP:TRANSPARENT");
        if (deadline.remindDays() > 0) {
            line(text, "BEGIN:VALARM");
            line(text, "ACTION:DISPLAY");
            line(text, "DESCRIPTION:" + escape(deadline.title() + "将到期"));
            line(text, "TRIGGER:-P" + deadline.remindDays() + "D");
            line(text, "END:VALARM");
        }
        line(text, "END:VEVENT");
    }

    /** RFC 5545 § 3.3.11. */
    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Folds between characters, never inside of one: a continuation line begins with a blank, which counts. */
    private static void line(StringBuilder text, String content) {
        int octets = 0;
        for (int point : content.codePoints().toArray()) {
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
        }
        text.append("\r\n");
    }

    private CalendarFeed() {}
}
