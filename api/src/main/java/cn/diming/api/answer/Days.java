package cn.diming.api.answer;

import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days and instants of requests, which must be such as both databases can hold. */
public final class Days {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LAST_YEAR = 9999;

    /** @throws ProblemException 400 for a year before 1 or after 9999 */
    public static Optional<LocalDate> find(@Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "日期的年份应在 1 到 9999 之间。");
        }
        return Optional.ofNullable(day);
    }

    /** @throws ProblemException 400 for a year before 1 or after 9999 */
    public static Optional<Instant> find(@Nullable OffsetDateTime time) {
        if (time != null) {
            find(time.toLocalDate());
        }
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    /** The instant at which a day begins in China. */
    public static Instant begin(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }

    /** The day it is in China. */
    public static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, CHINA);
    }

    private Days() {}
}
