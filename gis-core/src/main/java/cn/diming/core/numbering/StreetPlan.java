package cn.diming.core.numbering;

import java.util.List;
import java.util.Optional;

/**
 * The numbers of one street, or of one village without streets, as proposed.
 *
 * @param assignments one for each door that could be decided, along each side
 * @param reserved numbers kept for what is not built yet
 * @param undecided doors for a person to decide, with the reason
 * @param conflicts numbers that were locked and do not fit; they stay as they are
 */
public record StreetPlan(
        List<Assignment> assignments, List<Reserved> reserved, List<Undecided> undecided, List<Undecided> conflicts) {

    public StreetPlan {
        assignments = List.copyOf(assignments);
        reserved = List.copyOf(reserved);
        undecided = List.copyOf(undecided);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * A door and its number.
     *
     * @param chainage metres from the street's beginning
     * @param side empty in a village without streets
     */
    public record Assignment(
            Door door, PlateNumber number, Optional<Side> side, double chainage, double distanceMetres) {

        /** Whether the door had another number, or none. */
        public boolean isNew() {
            return door.number().filter(number::isSamePlace).isEmpty();
        }
    }

    /** A number kept free, and where on the street it would stand. */
    public record Reserved(int number, Side side, double chainage, Reason reason) {}

    /** A door that a person has to decide, or a locked number that does not fit. */
    public record Undecided(Door door, Reason reason) {}

    /** Why. */
    public enum Reason {
        ON_AXIS("位于道路中线上或道路尽头正前方，左右不能确定"),
        NO_STREET("附近没有街路巷"),
        NO_NUMBER_LEFT("前后号码已锁定，中间没有可用的号码"),
        WRONG_SIDE("锁定的号码单双与所在一侧不符"),
        OUT_OF_ORDER("锁定的号码与沿街次序不符"),
        DUPLICATE("锁定的号码重复"),
        GAP("空地预留"),
        SIDE_LANE("无名巷口预留"),
        UNUSED("前后号码之间的空号");

        private final String title;

        Reason(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }
}
