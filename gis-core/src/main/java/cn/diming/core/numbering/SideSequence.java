package cn.diming.core.numbering;

import static cn.diming.core.numbering.StreetPlan.Reason.DUPLICATE;
import static cn.diming.core.numbering.StreetPlan.Reason.NO_NUMBER_LEFT;
import static cn.diming.core.numbering.StreetPlan.Reason.OUT_OF_ORDER;
import static cn.diming.core.numbering.StreetPlan.Reason.UNUSED;
import static cn.diming.core.numbering.StreetPlan.Reason.WRONG_SIDE;

import cn.diming.core.numbering.StreetPlan.Assignment;
import cn.diming.core.numbering.StreetPlan.Reserved;
import cn.diming.core.numbering.StreetPlan.Undecided;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers the slots of one side of a street in their order. Numbers that are locked and rise along the street are pillars:
 * what stands between two of them gets the main numbers between, and when those run out, sub-numbers. A locked number that
 * does not fit stays and is reported, but nothing is measured by it.
 */
final class SideSequence {

    private final NumberingProfile profile;
    private final Side side;
    private final boolean odd;
    private final List<Slot> slots;
    private final Set<Integer> taken = new HashSet<>();
    private final Set<PlateNumber> given = new HashSet<>();

    final List<Assignment> assignments = new ArrayList<>();
    final List<Reserved> reserved = new ArrayList<>();
    final List<Undecided> undecided = new ArrayList<>();
    final List<Undecided> conflicts = new ArrayList<>();

    /**
     * @param slots in order of chainage
     * @param unavailable main numbers of the street, of both sides, that are locked or kept free
     */
    SideSequence(NumberingProfile profile, Side side, boolean odd, List<Slot> slots, Set<Integer> unavailable) {
        this.profile = profile;
        this.side = side;
        this.odd = odd;
        this.slots = slots;
        taken.addAll(unavailable);
    }

    void number() {
        BitSet pillars = pillars();
        int from = 0;
        Optional<PlateNumber> below = Optional.empty();
        for (int i = 0; i < slots.size(); i++) {
            Optional<PlateNumber> anchor = anchor(slots.get(i));
            if (anchor.isPresent()) {
                keep(slots.get(i), anchor.get(), pillars.get(i));
            }
            if (pillars.get(i)) {
                fill(from, i, below, anchor);
                below = anchor;
                from = i + 1;
            }
        }
        fill(from, slots.size(), below, Optional.empty());
    }

    private static Optional<PlateNumber> anchor(Slot slot) {
        return slot.door().flatMap(Door::anchor);
    }

    private void keep(Slot slot, PlateNumber number, boolean pillar) {
        Door door = slot.door().orElseThrow();
        if (!given.add(bare(number))) {
            conflicts.add(new Undecided(door, DUPLICATE));
        } else if (number.isOdd() != odd) {
            conflicts.add(new Undecided(door, WRONG_SIDE));
        } else if (!pillar) {
            conflicts.add(new Undecided(door, OUT_OF_ORDER));
        }
        assign(slot, number);
    }

    private static PlateNumber bare(PlateNumber number) {
        return new PlateNumber(number.main(), number.sub(), SubStyle.FU);
    }

    /** The longest rising run of locked numbers of the right parity. */
    private BitSet pillars() {
        return RisingRun.of(
                slots,
                slot -> anchor(slot).filter(number -> number.isOdd() == odd).isPresent(),
                (one, next) -> anchor(one).orElseThrow().compareTo(anchor(next).orElseThrow()) < 0);
    }

    /** Numbers the slots from {@code from} to before {@code to}, which stand between two pillars. */
    private void fill(int from, int to, Optional<PlateNumber> below, Optional<PlateNumber> above) {
        List<Slot> open = slots.subList(from, to).stream()
                .filter(slot -> anchor(slot).isEmpty())
                .toList();
        if (profile.isMetric()) {
            fillMetric(open, below, above);
        } else if (above.isEmpty()) {
            fillOnwards(open, below);
        } else {
            fillBetween(open, below, above.get());
        }
    }

    private void fillOnwards(List<Slot> open, Optional<PlateNumber> below) {
        int main = below.map(PlateNumber::main).orElse(odd ? -1 : 0);
        for (Slot slot : open) {
            main = nextFree(main);
            give(slot, PlateNumber.of(main));
        }
    }

    private int nextFree(int main) {
        int next = main + 2;
        while (!isFree(next)) {
            next += 2;
        }
        return next;
    }

    private boolean isFree(int main) {
        return !taken.contains(main) && !profile.avoided().contains(main);
    }

    /** What is reserved gives way first; then the last main number is shared by means of sub-numbers. */
    private void fillBetween(List<Slot> open, Optional<PlateNumber> below, PlateNumber above) {
        List<Integer> free = new ArrayList<>();
        for (int main = below.map(PlateNumber::main).orElse(odd ? -1 : 0) + 2; main < above.main(); main += 2) {
            if (isFree(main)) {
                free.add(main);
            }
        }
        List<Slot> wanted = open.size() <= free.size()
                ? open
                : open.stream().filter(Slot::isDoor).toList();
        int next = 0;
        PlateNumber last = below.orElse(null);
        for (int i = 0; i < wanted.size(); i++) {
            if (next < free.size()) {
                last = PlateNumber.of(free.get(next));
                give(wanted.get(i), last);
                next++;
                continue;
            }
            Optional<PlateNumber> sub = last == null ? Optional.empty() : nextSub(last, above);
            if (sub.isPresent()) {
                last = sub.get();
            }
            giveOrLeave(wanted.get(i), sub);
        }
        for (int main : free.subList(next, free.size())) {
            reserved.add(new Reserved(main, side, endOf(open), UNUSED));
        }
    }

    private static double endOf(List<Slot> open) {
        return open.isEmpty() ? 0 : open.getLast().chainage();
    }

    private Optional<PlateNumber> nextSub(PlateNumber last, PlateNumber above) {
        PlateNumber sub = new PlateNumber(last.main(), last.sub() + 1, profile.inserted());
        return sub.compareTo(above) < 0 && !given.contains(bare(sub)) ? Optional.of(sub) : Optional.empty();
    }

    private void giveOrLeave(Slot slot, Optional<PlateNumber> number) {
        if (number.isPresent()) {
            give(slot, number.get());
        } else {
            slot.door().ifPresent(door -> undecided.add(new Undecided(door, NO_NUMBER_LEFT)));
        }
    }

    /** Two doors within one number's length, or one whose number is gone, share by means of sub-numbers. */
    private void fillMetric(List<Slot> open, Optional<PlateNumber> below, Optional<PlateNumber> above) {
        PlateNumber last = below.orElse(null);
        PlateNumber top = above.orElse(new PlateNumber(99_999, 99_999, SubStyle.FU));
        for (Slot slot : open) {
            int main = profile.metricNumber(slot.chainage(), odd);
            boolean free = isFree(main) && main < top.main() && (last == null || main > last.main());
            Optional<PlateNumber> number = free
                    ? Optional.of(PlateNumber.of(main))
                    : Optional.ofNullable(last).flatMap(l -> nextSub(l, top));
            if (number.isPresent()) {
                last = number.get();
            }
            giveOrLeave(slot, number);
        }
    }

    private void give(Slot slot, PlateNumber number) {
        if (slot.isDoor()) {
            given.add(bare(number));
            assign(slot, number);
        } else {
            reserved.add(new Reserved(number.main(), side, slot.chainage(), slot.reason()));
        }
    }

    private void assign(Slot slot, PlateNumber number) {
        assignments.add(new Assignment(
                slot.door().orElseThrow(), number, Optional.of(side), slot.chainage(), slot.distanceMetres()));
    }
}
