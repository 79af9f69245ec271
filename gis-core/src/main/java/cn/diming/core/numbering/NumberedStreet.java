package cn.diming.core.numbering;

import cn.diming.core.geo.LonLat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * A street as numbering sees it.
 *
 * @param line LineString or MultiLineString, EPSG:4490
 * @param mouth of a dead end: where it leaves the street it belongs to
 * @param centre from where numbers grow, in profiles that begin at a centre
 * @param sideLanes of unnamed lanes that join: a point of each, off the line, EPSG:4490
 * @param keptFree numbers that are not given to any door
 */
public record NumberedStreet(
        long id,
        String name,
        Geometry line,
        Optional<LonLat> mouth,
        LonLat centre,
        List<LonLat> sideLanes,
        Set<Integer> keptFree) {

    public NumberedStreet {
        sideLanes = List.copyOf(sideLanes);
        keptFree = Set.copyOf(keptFree);
    }

    /** A street of which nothing else is known. */
    public static NumberedStreet of(long id, String name, Geometry line, LonLat centre) {
        return new NumberedStreet(id, name, line, Optional.empty(), centre, List.of(), Set.of());
    }
}
