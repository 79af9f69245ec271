package cn.diming.core.search;

import cn.diming.core.geo.LonLat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a door should be that is not registered: between its neighbours on the same side of the street, which have numbers
 * of the same parity (单双号分列两侧); else between any neighbours; else at the next number.
 */
record DoorInterpolation(LonLat position, Accuracy accuracy, String words) {

    /** A number that far away tells nothing. */
    private static final long MOST_NUMBERS_APART = 60;

    static Optional<DoorInterpolation> of(List<Candidate> doors, long number) {
        return between(numbered(doors, number % 2), number)
                .or(() -> between(numbered(doors, -1), number))
                .or(() -> next(numbered(doors, -1), number));
    }

    private static Optional<DoorInterpolation> between(NavigableMap<Long, Candidate> doors, long number) {
        var before = doors.lowerEntry(number);
        var after = doors.higherEntry(number);
        if (before == null || after == null || after.getKey() - before.getKey() > MOST_NUMBERS_APART) {
            return Optional.empty();
        }
        double share = (double) (number - before.getKey()) / (after.getKey() - before.getKey());
        LonLat place = new LonLat(
                middle(before.getValue().lon(), after.getValue().lon(), share),
                middle(before.getValue().lat(), after.getValue().lat(), share));
        return Optional.of(new DoorInterpolation(
                place, Accuracy.INTERPOLATED, "未登记，按 " + before.getKey() + " 号与 " + after.getKey() + " 号内插"));
    }

    private static Optional<DoorInterpolation> next(NavigableMap<Long, Candidate> doors, long number) {
        var before = doors.floorEntry(number);
        var after = doors.ceilingEntry(number);
        var nearest = before == null || (after != null && after.getKey() - number < number - before.getKey())
                ? after
                : before;
        if (nearest == null || Math.abs(nearest.getKey() - number) > MOST_NUMBERS_APART) {
            return Optional.empty();
        }
        Candidate door = nearest.getValue();
        return Optional.of(new DoorInterpolation(
                new LonLat(door.lon(), door.lat()), Accuracy.NEAREST, "未登记，取相近的 " + nearest.getKey() + " 号"));
    }

    /** @param parity 0 or 1; -1 = both */
    private static NavigableMap<Long, Candidate> numbered(List<Candidate> doors, long parity) {
        NavigableMap<Long, Candidate> numbered = new TreeMap<>();
        for (Candidate door : doors) {
            HouseNumber.of(door.row().number())
                    .map(HouseNumber::main)
                    .filter(main -> parity < 0 || main % 2 == parity)
                    .ifPresent(main -> numbered.putIfAbsent(main, door));
        }
        return numbered;
    }

    private static double middle(double one, double other, double share) {
        return one + (other - one) * share;
    }
}
