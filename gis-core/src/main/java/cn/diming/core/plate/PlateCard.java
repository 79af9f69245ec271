package cn.diming.core.plate;

import cn.diming.core.geo.LonLat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A door plate and what happened to it.
 *
 * @param address street and number as on the plate
 * @param formerAddresses older ones, the latest first
 */
public record PlateCard(
        long id,
        int version,
        String address,
        String streetName,
        String numberText,
        String divisionCode,
        PlateStatus status,
        Optional<String> authority,
        boolean temporary,
        Optional<LonLat> position,
        List<String> formerAddresses,
        List<Event> events) {

    public PlateCard {
        formerAddresses = List.copyOf(formerAddresses);
        events = List.copyOf(events);
    }

    /** A step that was taken. */
    public record Event(
            Instant at,
            OptionalLong accountId,
            Optional<PlateStatus> from,
            PlateStatus to,
            Optional<String> authority,
            Optional<String> document,
            Optional<String> note) {}
}
