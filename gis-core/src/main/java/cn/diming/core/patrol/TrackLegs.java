package cn.diming.core.patrol;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.patrol.TrackLeg.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells for each leg of a segment what it is worth. */
final class TrackLegs {

    private final List<Fix> fixes;
    private final PatrolRules rules;
    private final double[] metres;
    private final Kind[] kinds;

    private TrackLegs(List<Fix> fixes, PatrolRules rules) {
        this.fixes = fixes;
        this.rules = rules;
        this.metres = new double[Math.max(0, fixes.size() - 1)];
        this.kinds = new Kind[metres.length];
    }

    static List<TrackLeg> of(List<Fix> segment, PatrolRules rules) {
        return new TrackLegs(segment, rules).run();
    }

    private List<TrackLeg> run() {
        for (int i = 0; i < kinds.length; i++) {
            metres[i] = Ellipsoid.distanceMetres(
                    fixes.get(i).position(), fixes.get(i + 1).position());
            kinds[i] = kind(i);
        }
        int start = 0;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == Kind.JUMP || !isInOrder(i)) {
                speeds(start, i);
                start = i + 1;
            }
        }
        speeds(start, kinds.length);
        List<TrackLeg> legs = new ArrayList<>(kinds.length);
        for (int i = 0; i < kinds.length; i++) {
            legs.add(new TrackLeg(fixes.get(i), fixes.get(i + 1), metres[i], kinds[i]));
        }
        return legs;
    }

    private Kind kind(int leg) {
        Optional<Double> seconds = seconds(leg, leg + 1);
        if (seconds.filter(time -> rules.isJump(metres[leg], time)).isPresent()) {
            return Kind.JUMP;
        }
        return metres[leg] > rules.legMetres() ? Kind.BREAK : Kind.WALKED;
    }

    private boolean isInOrder(int leg) {
        return seconds(leg, leg + 1).filter(time -> time >= 0).isPresent();
    }

    /** From {@code start} to {@code end} time runs on: the first fix beyond the window wanders with the one it is measured from. */
    private void speeds(int start, int end) {
        int to = start;
        int marked = start;
        for (int from = start; from < end; from++) {
            to = Math.max(to, from + 1);
            while (to < end && seconds(from, to).orElse(0.0) < rules.windowSeconds()) {
                to++;
            }
            double seconds = seconds(from, to).orElse(0.0);
            if (seconds < rules.windowSeconds()) {
                return; // what is left is too short to be measured
            }
            double straight = Ellipsoid.distanceMetres(
                    fixes.get(from).position(), fixes.get(to).position());
            if (rules.isFasterThanWalking(straight, seconds)) {
                for (marked = Math.max(marked, from); marked < to; marked++) {
                    kinds[marked] = kinds[marked] == Kind.WALKED ? Kind.FAST : kinds[marked];
                }
            }
        }
    }

    private Optional<Double> seconds(int from, int to) {
        return fixes.get(from)
                .at()
                .flatMap(begin -> fixes.get(to)
                        .at()
                        .map(end -> Duration.between(begin, end).toMillis() / 1000.0));
    }
}
