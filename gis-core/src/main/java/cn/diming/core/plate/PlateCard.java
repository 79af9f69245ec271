package cn.diming.core.plate;

import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.PlateModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A door plate and what happened to it.
 *
 * @param address street and number as on the plate
 * @param unit of the building, where the plate is for one
 * @param room of the unit, where the plate is for one
 * @param formerAddresses older ones, the latest first
 */
public record PlateCard(
        long id,
        int version,
        String address,
        String streetName,
        String numberText,
        Optional<String> unit,
        Optional<String> room,
        boolean mainOfCompound,
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

    /** As the public may know it. */
    PlateCard withoutEvents() {
        return new PlateCard(
                id,
                version,
                address,
                streetName,
                numberText,
                unit,
                room,
                mainOfCompound,
                divisionCode,
                status,
                authority,
                temporary,
                position,
                formerAddresses,
                List.of());
    }

    /** A step that was taken. */
    public record Event(
            Instant at,
            OptionalLong accountId,
            Optional<PlateStatus> from,
            PlateStatus to,
            Optional<String> authority,
            Optional<String> document,
            Optional<String> note,
            Optional<String> photoSha256) {}

    /** Which of a profile's plates it gets. */
    public PlateModel.Use use() {
        if (room.isPresent()) {
            return PlateModel.Use.ROOM;
        }
        if (unit.isPresent()) {
            return PlateModel.Use.UNIT;
        }
        return mainOfCompound ? PlateModel.Use.COMPOUND : PlateModel.Use.DOOR;
    }
}
