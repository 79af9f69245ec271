package cn.diming.core.boundary;

import cn.diming.core.geo.LonLat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A boundary marker as it is registered (界桩登记表).
 *
 * @param version for the optimistic lock
 * @param key unique over all markers, see {@link MarkerKey}; of old imports whatever they said
 * @param officialNumber as painted on it; unique on its line
 * @param lineId the line it marks; empty where an import did not say and the key does not tell
 * @param pointId the three-way point it stands at
 * @param position EPSG:4490
 */
public record BoundaryMarker(
        long id,
        int version,
        String key,
        String officialNumber,
        OptionalLong lineId,
        OptionalLong pointId,
        int sequence,
        MarkerKind kind,
        MarkerStatus status,
        Optional<LonLat> position,
        Detail detail,
        List<Witness> witnesses) {

    public BoundaryMarker {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * What the form says besides.
     *
     * @param managingCode the side that looks after it (Art. 6), 12 digits
     * @param placeText where it stands, in words
     * @param faces what is painted on each side
     * @param heightMetres above the 1985 datum
     * @param method how it was surveyed
     * @param rmseMetres of the survey
     * @param setOn when it was set
     */
    public record Detail(
            Optional<String> managingCode,
            Optional<String> placeText,
            Optional<String> material,
            Optional<String> size,
            List<String> faces,
            OptionalDouble heightMetres,
            Optional<String> method,
            OptionalDouble rmseMetres,
            Optional<LocalDate> setOn) {

        public Detail {
            faces = List.copyOf(faces);
        }
    }
}
