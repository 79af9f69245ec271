package cn.diming.core.search;

import cn.diming.core.geo.Bbox;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One answer.
 *
 * @param name the standard name; of a door plate street and number
 * @param matchedName the name that was meant, which may be an alias or a former name
 * @param address the names of the divisions it lies in, from the highest down
 * @param code 12-digit code of a division, 20-digit place-name code of a place
 * @param sourceKey the key it was imported under
 * @param lon of a point on or in it, EPSG:4490
 * @param score 0 to 1; below 0.5 it is rather something else than what was meant
 * @param distanceMetres from the point that was asked about
 * @param highlights parts of {@code name} that were typed
 */
public record SearchHit(
        long id,
        SearchKind kind,
        String name,
        String matchedName,
        MatchKind matchKind,
        Optional<String> romanised,
        String address,
        Optional<String> classCode,
        Optional<String> divisionCode,
        Optional<String> code,
        Optional<String> sourceKey,
        double lon,
        double lat,
        Optional<Bbox> box,
        double score,
        OptionalDouble distanceMetres,
        List<Range> highlights,
        Optional<String> explanation) {

    public SearchHit {
        highlights = List.copyOf(highlights);
    }

    /** A part of a text in UTF-16 units, {@code to} not included. */
    public record Range(int from, int to) {}
}
