package cn.diming.core.naming;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.PlaceCategory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One name in the index: of a place (each of its names is an entry), a division, a shop or a reservation. Kept small, there are
 * hundreds of thousands.
 *
 * @param id number of the place, division or shop; for a reservation, of its case
 * @param text as {@link NameTerms#comparable}
 * @param division 12-digit code as a number, 0 when not known
 * @param lon EPSG:4490, NaN when not known
 * @param box absent for points
 */
record IndexedName(
        Owner owner,
        long id,
        String name,
        String text,
        NameUse use,
        PlaceCategory category,
        long division,
        double lon,
        double lat,
        @Nullable Bbox box) {

    /** What bears the name. */
    enum Owner {
        PLACE,
        DIVISION,
        SHOP,
        RESERVATION
    }

    Optional<LonLat> position() {
        return Double.isNaN(lon) ? Optional.empty() : Optional.of(new LonLat(lon, lat));
    }

    Optional<Bbox> extent() {
        return Optional.ofNullable(box).or(() -> position().map(at -> new Bbox(lon, lat, lon, lat)));
    }

    Optional<String> divisionCode() {
        return division == 0 ? Optional.empty() : Optional.of(Long.toString(division));
    }
}
