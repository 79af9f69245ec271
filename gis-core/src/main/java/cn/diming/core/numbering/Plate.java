package cn.diming.core.numbering;

import cn.diming.core.geo.LonLat;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A door plate as the checks see it.
 *
 * @param villageCode division it belongs to, up to 12 digits; empty when not known
 * @param street the street's record, when the plate names one
 * @param streetName empty for a plate numbered with its village
 * @param written the number as it is written
 * @param position EPSG:4490
 * @param traits what else is known
 */
public record Plate(
        long id,
        String villageCode,
        OptionalLong street,
        String streetName,
        String written,
        Optional<LonLat> position,
        Traits traits) {

    /**
     * What else is known of a plate.
     *
     * @param reserved the number is kept, there is no plate
     * @param temporary it proves nothing about legality
     * @param usedAsProof an identity paper or title was issued on it
     * @param installed it hangs on the wall
     * @param building key of the building it is on
     * @param unit within the building
     * @param compound key of the walled compound it is in
     * @param mainOfCompound it carries the compound's main number
     * @param photoMetres distance between photo and plate; empty without a photo
     * @param replacedOn when old and new address were put on record after a rename
     */
    public record Traits(
            boolean reserved,
            boolean temporary,
            boolean usedAsProof,
            boolean installed,
            Optional<String> building,
            Optional<String> unit,
            Optional<String> compound,
            boolean mainOfCompound,
            OptionalDouble photoMetres,
            Optional<LocalDate> replacedOn) {

        /** Nothing else is known. */
        public static final Traits NONE = new Traits(
                false,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                OptionalDouble.empty(),
                Optional.empty());
    }

    /** The number, where it can be read. */
    public Optional<PlateNumber> number() {
        return PlateNumber.find(written);
    }

    String title() {
        return streetName + written;
    }
}
