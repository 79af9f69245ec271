package cn.diming.core.region;

import cn.diming.core.geo.LonLat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An administrative division as it stands in the register.
 *
 * @param validFromYear 0 = not known
 * @param validToYear empty while it exists
 * @param seat where its government sits, EPSG:4490; empty when not known
 */
public record Division(
        long id,
        DivisionCode code,
        String name,
        DivisionLevel level,
        Optional<DivisionCode> parentCode,
        Optional<String> romanised,
        Optional<String> urbanRuralCode,
        Optional<LonLat> seat,
        int validFromYear,
        OptionalInt validToYear) {

    public boolean isValidIn(int year) {
        return validFromYear <= year && (validToYear.isEmpty() || year <= validToYear.getAsInt());
    }

    public boolean isCurrent() {
        return validToYear.isEmpty();
    }
}
