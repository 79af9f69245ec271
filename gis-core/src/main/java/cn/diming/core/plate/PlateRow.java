package cn.diming.core.plate;

import cn.diming.core.numbering.PlateNumber;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;

/**
 * A door plate as its table has it.
 *
 * @param building key or name of the building it is on
 * @param compound key of the walled compound, from the attributes
 * @param usedAsProof a paper was issued on it, from the attributes
 */
record PlateRow(
        long id,
        int version,
        OptionalLong street,
        String streetName,
        String divisionCode,
        String numberText,
        PlateStatus status,
        Optional<String> homestead,
        boolean temporary,
        boolean usedAsProof,
        Optional<String> building,
        Optional<String> unit,
        Optional<String> compound,
        boolean mainOfCompound,
        Optional<Geometry> position) {

    Optional<PlateNumber> number() {
        return PlateNumber.find(numberText);
    }

    String address() {
        return streetName + numberText;
    }
}
