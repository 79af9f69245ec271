package cn.diming.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarFeedTest {

    private static final Instant NOW = Instant.parse("2026-03-09T04:00:00Z");

    @Test
    void aLimitIsAnAllDayEventOnItsLastDay() {
        String text = CalendarFeed.write(List.of(limit("和顺路命名", 3)), NOW);
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")
                .contains("UID:deadline-7@diming\r\n")
                .contains("DTSTAMP:20260309T040000Z\r\n")
                .contains("DTSTART;VALUE=DATE:20260324\r\nDTEND;VALUE=DATE:20260325\r\n")
                .contains("SUMMARY:备案：和顺路命名\r\n")
                .contains("TRIGGER:-P3D\r\n");
    }

    @Test
    void whatMeansSomethingInACalendarIsEscaped() {
        assertThat(unfolded(CalendarFeed.write(List.of(limit("甲,乙;丙\\丁\n戊\u0007", 0)), NOW)))
                .contains("SUMMARY:备案：甲\\,乙\\;丙\\\\丁\\n戊\r\n")
                .doesNotContain("VALARM");
    }

    @Test
    void noLineIsLongerThanSeventyFiveOctetsAndNoCharacterIsCut() {
        String title = "很长的标题𠮷".repeat(30);
        String text = CalendarFeed.write(List.of(limit(title, 0)), NOW);
        for (String line : text.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\uFFFD");
        }
        assertThat(unfolded(text)).contains("SUMMARY:备案：" + title + "\r\n");
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }

    private static Deadline limit(String subject, int remindDays) {
        return new Deadline(
                7,
                "T-FILE",
                "备案",
                5,
                subject,
                "440115103208",
                LocalDate.of(2026, 3, 9),
                LocalDate.of(2026, 3, 24),
                TimeUnit.CALENDAR_DAY,
                remindDays,
                "《地名管理条例》第十三条",
                Optional.empty(),
                Optional.empty());
    }
}
