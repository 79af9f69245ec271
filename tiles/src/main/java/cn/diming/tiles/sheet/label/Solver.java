package cn.diming.tiles.sheet.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses one candidate for as many names as possible, none meeting another: heavy names first, then, for those left over, by
 * lifting up to four names and seating them elsewhere (the moves of POPMUSIC, Alvim and Taillard 2009), then by moving names to
 * better candidates that have become free.
 */
final class Solver {

    private static final int ROUNDS = 10;
    private static final int MOST_LIFTED = 4;

    private final double[] weights;
    private final int[] first;
    private final int[] nameOf;
    private final double[] cost;
    private final int[][] conflicts;
    private final int[] blocked;
    private final int[] seat;

    Solver(List<List<Candidate>> candidates, double[] weights) {
        this.weights = weights;
        int names = candidates.size();
        first = new int[names + 1];
        for (int i = 0; i < names; i++) {
            first[i + 1] = first[i] + candidates.get(i).size();
        }
        nameOf = new int[first[names]];
        cost = new double[first[names]];
        List<List<Turned>> rooms = new ArrayList<>(first[names]);
        for (int i = 0; i < names; i++) {
            for (Candidate candidate : candidates.get(i)) {
                nameOf[rooms.size()] = i;
                cost[rooms.size()] = candidate.cost();
                rooms.add(candidate.room());
            }
        }
        conflicts = Conflicts.among(rooms, nameOf);
        blocked = new int[first[names]];
        seat = new int[names];
        Arrays.fill(seat, -1);
    }

    /** For each name the number of its candidate, or −1. */
    int[] solve() {
        int[] order = order();
        for (int name : order) {
            sit(name, cheapestFree(name));
        }
        for (int round = 0; round < ROUNDS && improve(order); round++) {
            // until nothing moves
        }
        polish(order);
        polish(order);
        int[] chosen = new int[seat.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = seat[i] < 0 ? -1 : seat[i] - first[i];
        }
        return chosen;
    }

    private int[] order() {
        return IntStream.range(0, seat.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer name) -> -weights[name])
                        .thenComparingInt(name -> first[name + 1] - first[name])
                        .thenComparingInt(name -> name))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int cheapestFree(int name) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int c = first[name]; c < first[name + 1]; c++) {
            if (blocked[c] == 0 && cost[c] + crowding(c) < least) {
                best = c;
                least = cost[c] + crowding(c);
            }
        }
        return best;
    }

    /** A seat that takes the room of many others is a little worse. */
    private double crowding(int candidate) {
        return 0.004 * Math.min(60, conflicts[candidate].length);
    }

    private void sit(int name, int candidate) {
        if (candidate >= 0) {
            seat[name] = candidate;
            for (int other : conflicts[candidate]) {
                blocked[other]++;
            }
        }
    }

    private void rise(int name) {
        if (seat[name] >= 0) {
            for (int other : conflicts[seat[name]]) {
                blocked[other]--;
            }
            seat[name] = -1;
        }
    }

    private boolean improve(int[] order) {
        boolean moved = false;
        for (int name : order) {
            if (seat[name] < 0) {
                moved |= seated(name);
            }
        }
        return moved;
    }

    private boolean seated(int name) {
        int free = cheapestFree(name);
        if (free >= 0) {
            sit(name, free);
            return true;
        }
        for (int c = first[name]; c < first[name + 1]; c++) {
            int[] lifted = blockers(c);
            if (lifted.length <= MOST_LIFTED && swapped(name, c, lifted)) {
                return true;
            }
        }
        return false;
    }

    private int[] blockers(int candidate) {
        return IntStream.of(conflicts[candidate])
                .filter(other -> seat[nameOf[other]] == other)
                .map(other -> nameOf[other])
                .distinct()
                .boxed()
                .sorted(Comparator.comparingDouble((Integer name) -> -weights[name])
                        .thenComparingInt(other -> other))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean swapped(int name, int candidate, int[] lifted) {
        int[] before = IntStream.of(lifted).map(other -> seat[other]).toArray();
        IntStream.of(lifted).forEach(this::rise);
        sit(name, candidate);
        double lost = 0;
        for (int other : lifted) {
            sit(other, cheapestFree(other));
            lost += seat[other] < 0 ? weights[other] : 0;
        }
        if (lost < weights[name] * 0.999) {
            return true;
        }
        IntStream.of(lifted).forEach(this::rise);
        rise(name);
        for (int i = 0; i < lifted.length; i++) {
            sit(lifted[i], before[i]);
        }
        return false;
    }

    private void polish(int[] order) {
        for (int name : order) {
            if (seat[name] >= 0) {
                int now = seat[name];
                rise(name);
                int best = cheapestFree(name);
                sit(name, best >= 0 && cost[best] < cost[now] ? best : now);
            }
        }
    }
}
