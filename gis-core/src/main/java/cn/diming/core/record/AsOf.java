package cn.diming.core.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A point in both times: what was so on a day, as the database knew it at a moment.
 *
 * @param day of valid time
 * @param recordedAt of recorded time; empty = as it is known now
 */
public record AsOf(LocalDate day, Optional<Instant> recordedAt) {

    public static AsOf on(LocalDate day) {
        return new AsOf(day, Optional.empty());
    }
}
