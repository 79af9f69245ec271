package cn.diming.core.record;

import cn.diming.core.change.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;

/**
 * What a place was over a time.
 *
 * @param version of the record when this was its latest state
 * @param from first day of valid time; empty = since always, or not known
 * @param to first day on which it was different; empty = still so
 * @param recordedFrom journal number with which the database learned it
 * @param recordedTo journal number with which it learned otherwise; empty = believed now
 * @param values by column, as in {@link StoredRecord}
 * @param geometry in EPSG:4490
 * @param current whether this is the row of the place itself
 */
public record PlaceState(
        long placeId,
        int version,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        long recordedFrom,
        OptionalLong recordedTo,
        Map<String, Object> values,
        Optional<Geometry> geometry,
        boolean current) {

    public Optional<String> text(String column) {
        return Optional.ofNullable((String) values.get(column));
    }

    public String name() {
        return text("name").orElseThrow();
    }

    /** The place as it was, for who draws or writes records; when it was written down is not kept of a state. */
    StoredRecord asRecord() {
        return new StoredRecord(
                RecordKind.PLACE, placeId, version, recordedFrom, values, geometry, Instant.EPOCH, Instant.EPOCH);
    }

    /** Whether the place was in use on the day: begun, and neither retired nor merged by then. */
    public boolean inForceOn(LocalDate day) {
        return holdsOn(day) && !(values.get("valid_to") instanceof LocalDate end && !day.isBefore(end));
    }

    /** Whether this is the state of that day. */
    public boolean holdsOn(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && to.filter(end -> !day.isBefore(end)).isEmpty();
    }
}
