package cn.diming.core.plate;

import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.PlateNumber;
import java.util.Optional;
import java.util.OptionalLong;

/** A plate and what it is to be. */
record NumberedPlate(
        PlateRow row,
        OptionalLong street,
        String streetName,
        PlateNumber number,
        PlateStatus status,
        Optional<LonLat> moved) {

    String address() {
        return streetName + number.text();
    }

    boolean isChanged() {
        return !address().equals(row.address()) || moved.isPresent();
    }

    /** Also when only its street became known. */
    boolean isToBeWritten() {
        return isChanged() || !street.equals(row.street());
    }
}
