package cn.diming.core.board;

import cn.diming.core.record.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A year as it was known at the end of one of its days, or later.
 *
 * @param knownOn what was recorded after this day, or takes effect after it, does not count
 */
public record Period(int year, LocalDate knownOn) {

    /** Days begin and end at Chinese time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int MONTHS = 12;
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2200;

    /** @throws Refused when the year is none, or has not begun on the day */
    public Period {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Refused(List.of("年份应在 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间"));
        }
        if (knownOn.getYear() < year) {
            throw new Refused(List.of("截至日期 " + knownOn + " 早于所选年份 " + year + " 年"));
        }
    }

    LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    /** The day after the last that counts. */
    LocalDate endDay() {
        LocalDate end = LocalDate.of(year + 1, 1, 1);
        LocalDate known = knownOn.plusDays(1);
        return known.isBefore(end) ? known : end;
    }

    /** What was recorded at or after this moment is not known yet. */
    Instant knownUntil() {
        return begin(knownOn.plusDays(1));
    }

    /** First days of February to December. */
    List<LocalDate> monthStarts() {
        List<LocalDate> days = new ArrayList<>();
        for (int month = 2; month <= MONTHS; month++) {
            days.add(LocalDate.of(year, month, 1));
        }
        return days;
    }

    static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
