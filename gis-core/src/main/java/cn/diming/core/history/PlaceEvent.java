package cn.diming.core.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that happened to a place in law.
 *
 * @param otherId of a merger, the place it went into; of a split, the new place that came out of it
 * @param accountId who executed it; empty for the operator
 */
public record PlaceEvent(
        long placeId,
        OptionalLong otherId,
        Kind kind,
        LocalDate effectiveOn,
        Optional<String> oldName,
        Optional<String> newName,
        Optional<String> basis,
        OptionalLong caseId,
        Instant recordedAt,
        OptionalLong accountId) {

    /** What happened. */
    public enum Kind {
        ESTABLISHED,
        RENAMED,
        RETIRED,
        MERGED,
        SPLIT,
        STANDARDISED,
        CORRECTED
    }
}
