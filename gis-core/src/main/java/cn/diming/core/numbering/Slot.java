package cn.diming.core.numbering;

import java.util.Optional;

/** A place on one side of a street that takes a number: a door, or something that is not built yet. */
record Slot(double chainage, double distanceMetres, Optional<Door> door, StreetPlan.Reason reason) {

    static Slot of(Door door, StreetAxis.Foot foot) {
        return new Slot(foot.chainage(), foot.distanceMetres(), Optional.of(door), StreetPlan.Reason.UNUSED);
    }

    static Slot reserved(double chainage, StreetPlan.Reason reason) {
        return new Slot(chainage, 0, Optional.empty(), reason);
    }

    boolean isDoor() {
        return door.isPresent();
    }
}
