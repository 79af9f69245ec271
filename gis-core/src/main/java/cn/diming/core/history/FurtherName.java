package cn.diming.core.history;

import cn.diming.core.record.RecordDraft.NameKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A name of a place besides its standard name.
 *
 * @param to first day on which it was no longer in use
 */
public record FurtherName(
        long id,
        long placeId,
        String text,
        NameKind kind,
        Optional<String> romanised,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> basis,
        int version) {

    /** Officers keep aliases and short names; standard and former names come from decisions alone. */
    public boolean isEditable() {
        return kind == NameKind.ALIAS || kind == NameKind.SHORT;
    }

    /** Whether it belongs to what is told of a day: former names that had ended by then, others while in use. */
    public boolean concerns(LocalDate day) {
        boolean begun = from.filter(day::isBefore).isEmpty();
        boolean ended = to.filter(end -> !day.isBefore(end)).isPresent();
        return kind == NameKind.FORMER ? ended || to.isEmpty() && begun : begun && !ended;
    }
}
