package cn.diming.core.collect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A time in which the people of a division are called to report names.
 *
 * @param divisionCode 12 digits
 * @param endsOn the last day
 */
public record Campaign(
        long id,
        int version,
        String title,
        String divisionCode,
        Optional<String> note,
        LocalDate endsOn,
        boolean closed,
        Instant createdAt) {}
