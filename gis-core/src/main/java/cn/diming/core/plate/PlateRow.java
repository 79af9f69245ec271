package cn.diming.core.plate;

import cn.diming.core.numbering.PlateNumber;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;

/** A door plate as its table has it. */
record PlateRow(
        long id,
        int version,
        OptionalLong street,
        String streetName,
        String divisionCode,
        String numberText,
        PlateStatus status,
        Optional<String> homestead,
        Optional<Geometry> position) {

    Optional<PlateNumber> number() {
        return PlateNumber.find(numberText);
    }

    String address() {
        return streetName + numberText;
    }
}
