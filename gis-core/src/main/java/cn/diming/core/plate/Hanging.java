package cn.diming.core.plate;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import java.util.Optional;
import java.util.OptionalDouble;

/** How a plate was hung: with which photo, and where whoever hung it stood, EPSG:4490. */
record Hanging(Optional<String> photoSha256, Optional<LonLat> position) {

    /** Empty without a photo; 0 for one that was taken nobody knows where. */
    OptionalDouble photoMetres(PlateRow plate) {
        if (photoSha256.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<LonLat> place = plate.position().map(point -> LonLat.of(point.getCoordinate()));
        return OptionalDouble.of(place.flatMap(hung -> position.map(stood -> Ellipsoid.distanceMetres(hung, stood)))
                .orElse(0.0));
    }
}
