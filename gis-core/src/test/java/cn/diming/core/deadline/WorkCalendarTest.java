package cn.diming.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class WorkCalendarTest {

    private final WorkCalendar calendar = WorkCalendar.bundled();

    @ParameterizedTest
    @CsvFileSource(resources = "due.csv", delimiter = '|')
    void aLimitEndsOnTheDayTheLawSays(LocalDate start, int length, TimeUnit unit, LocalDate due, String why) {
        assertThat(calendar.due(start, length, unit)).as(why).isEqualTo(due);
    }

    @Test
    void eachNoticeHasItsHolidaysAndItsWorkedWeekends() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 16))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(LocalDate.of(2024, 1, 1)
                        .datesUntil(LocalDate.of(2025, 1, 1))
                        .filter(calendar::isWorkingDay)
                        .count())
                .isEqualTo(251);
        assertThat(LocalDate.of(2025, 1, 1)
                        .datesUntil(LocalDate.of(2026, 1, 1))
                        .filter(calendar::isWorkingDay)
                        .count())
                .isEqualTo(248);
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(calendar::isWorkingDay)
                        .count())
                .isEqualTo(248);
    }

    @Test
    void aLimitThatStoodStillMovesByTheDaysOfItsKind() {
        LocalDate due = LocalDate.of(2026, 3, 24);
        LocalDate paused = LocalDate.of(2026, 3, 13);
        LocalDate resumed = LocalDate.of(2026, 3, 16);
        assertThat(calendar.moved(due, paused, resumed, TimeUnit.CALENDAR_DAY)).isEqualTo(LocalDate.of(2026, 3, 27));
        assertThat(calendar.moved(due, paused, resumed, TimeUnit.WORKING_DAY)).isEqualTo(LocalDate.of(2026, 3, 25));
        assertThat(calendar.moved(due, paused, paused, TimeUnit.WORKING_DAY)).isEqualTo(due);
    }

    @Test
    void aRowWithoutItsNoticeIsRefused() {
        assertThatThrownBy(() -> WorkCalendar.read(new StringReader("2027-01-01\t2027-01-01\tOFF\t元旦\t")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("文号");
    }
}
