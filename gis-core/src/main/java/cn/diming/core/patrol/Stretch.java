package cn.diming.core.patrol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A part of a line, by metres from its start. */
record Stretch(double from, double to) {

    /** Nearer than this, two stretches are one: rounding between two legs of the line. */
    private static final double JOINED_METRES = 0.01;

    double metres() {
        return to - from;
    }

    /** In order, those that touch made one. */
    static List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch next : stretches.stream()
                .sorted(Comparator.comparingDouble(Stretch::from))
                .toList()) {
            Stretch last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && next.from <= last.to + JOINED_METRES) {
                joined.set(joined.size() - 1, new Stretch(last.from, Math.max(last.to, next.to)));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /** What is left of the line between stretches that are joined and in order. */
    static List<Stretch> between(List<Stretch> joined, double length) {
        List<Stretch> left = new ArrayList<>();
        double at = 0;
        for (Stretch stretch : joined) {
            if (stretch.from > at + JOINED_METRES) {
                left.add(new Stretch(at, stretch.from));
            }
            at = Math.max(at, stretch.to);
        }
        if (length > at + JOINED_METRES) {
            left.add(new Stretch(at, length));
        }
        return left;
    }
}
