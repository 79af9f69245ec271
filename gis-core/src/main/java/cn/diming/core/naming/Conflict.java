package cn.diming.core.naming;

import cn.diming.core.access.Actor;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.PlaceCategory;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Another name that a finding is about.
 *
 * @param placeId its record: a place, a division or a shop; empty for a reserved name
 * @param divisionCode 12 digits
 * @param divisionPath names of its divisions, from the highest down
 * @param sharedScope the smallest scope that holds both; the whole country when a place is not known
 * @param distanceMetres between the two positions
 * @param box its extent, EPSG:4490
 * @param position a point on or in it, EPSG:4490
 */
public record Conflict(
        Relation relation,
        OptionalLong placeId,
        String name,
        NameUse use,
        PlaceCategory category,
        Optional<String> divisionCode,
        Optional<String> divisionPath,
        Scope sharedScope,
        OptionalDouble distanceMetres,
        Optional<Bbox> box,
        Optional<LonLat> position) {

    /** Whether the actor may look up the record: what is only proposed is shown within its jurisdiction only. */
    public boolean isOpenTo(Actor actor) {
        return use != NameUse.PROPOSED || actor.covers(divisionCode.orElse(""));
    }
}
