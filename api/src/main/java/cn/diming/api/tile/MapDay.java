package cn.diming.api.tile;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The day that a map is asked for. */
final class MapDay {

    private MapDay() {}

    /**
     * Reads {@code ?at=2019-05-01}; empty for today, the map of which is the one that is kept up to date.
     *
     * @throws BadParameter if it is no day or one that is still to come
     */
    static Optional<LocalDate> parse(Optional<String> at, Clock clock) {
        if (at.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = day(at.get());
        LocalDate today = LocalDate.now(clock);
        if (day.isAfter(today)) {
            throw new BadParameter("at 不能晚于今天（%s）".formatted(today));
        }
        return Optional.of(day).filter(asked -> asked.isBefore(today));
    }

    private static LocalDate day(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException none) {
                throw new BadParameter("at 不是历法上的日期：" + text);
            }
        }
        throw new BadParameter("at 应为日期，如 2019-05-01");
    }
}
