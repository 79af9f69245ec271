package cn.diming.core.sign;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A short way past all signs: always to the nearest next one, then crossings in the way undone (2-opt). */
public final class PatrolRoute {

    private static final int MOST_ROUNDS = 50;

    /** The places in the order of the walk, from the one nearest to {@code start}. */
    public static List<SignRow> order(List<SignRow> signs, LonLat start) {
        List<SignRow> open = new ArrayList<>(
                signs.stream().filter(sign -> sign.position().isPresent()).toList());
        List<SignRow> route = new ArrayList<>();
        LonLat here = start;
        while (!open.isEmpty()) {
            LonLat from = here;
            SignRow next = Collections.min(open, (a, b) -> Double.compare(metres(from, at(a)), metres(from, at(b))));
            open.remove(next);
            route.add(next);
            here = at(next);
        }
        for (int round = 0; round < MOST_ROUNDS && shorten(route); round++) {
            // until nothing gets shorter
        }
        return route;
    }

    private static boolean shorten(List<SignRow> route) {
        boolean shorter = false;
        for (int i = 0; i < route.size() - 2; i++) {
            for (int j = i + 2; j < route.size(); j++) {
                double now = leg(route, i, i + 1) + (j + 1 < route.size() ? leg(route, j, j + 1) : 0);
                double then = leg(route, i, j) + (j + 1 < route.size() ? leg(route, i + 1, j + 1) : 0);
                if (then < now - 0.01) {
                    Collections.reverse(route.subList(i + 1, j + 1));
                    shorter = true;
                }
            }
        }
        return shorter;
    }

    private static double leg(List<SignRow> route, int from, int to) {
        return metres(at(route.get(from)), at(route.get(to)));
    }

    private static LonLat at(SignRow sign) {
        return sign.position().orElseThrow();
    }

    private static double metres(LonLat from, LonLat to) {
        return Ellipsoid.distanceMetres(from, to);
    }

    private PatrolRoute() {}
}
