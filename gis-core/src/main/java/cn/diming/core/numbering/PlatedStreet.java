package cn.diming.core.numbering;

import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * A street as the checks of plates see it.
 *
 * @param divisionCode where it lies, up to 12 digits; empty when not known
 * @param formerNames what it was called before
 * @param line LineString or MultiLineString, EPSG:4490
 */
public record PlatedStreet(long id, String name, String divisionCode, Set<String> formerNames, Geometry line) {

    public PlatedStreet {
        formerNames = Set.copyOf(formerNames);
    }
}
