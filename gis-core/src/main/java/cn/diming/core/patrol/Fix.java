package cn.diming.core.patrol;

import cn.diming.core.geo.LonLat;
import java.time.Instant;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * A position that a receiver recorded.
 *
 * @param lon as the file says, which need not be a longitude: see {@link cn.diming.core.geo.CrsDetector}
 * @param at empty where the file has no time, or none that can be read
 */
record Fix(double lon, double lat, Optional<Instant> at) {

    /** @throws cn.diming.core.geo.BadCoordinateException for what is not on earth */
    LonLat position() {
        return new LonLat(lon, lat);
    }

    Coordinate coordinate() {
        return new Coordinate(lon, lat);
    }
}
