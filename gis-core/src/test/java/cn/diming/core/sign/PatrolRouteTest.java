package cn.diming.core.sign;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatrolRouteTest {

    private static final LonLat HOME = new LonLat(113.45, 22.9);

    @Test
    void signsAlongAStreetAreWalkedFromOneEndToTheOther() {
        List<SignRow> signs = new ArrayList<>();
        for (int place : new int[] {4, 1, 5, 2, 3}) {
            signs.add(sign(place, 113.45 + place * 0.001, 22.9));
        }
        assertThat(PatrolRoute.order(signs, HOME)).extracting(SignRow::id).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void everySignWithAPlaceIsVisitedOnceAndTheWayIsShort() {
        Random random = new Random(4);
        List<SignRow> signs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            signs.add(sign(i, 113.45 + random.nextDouble() * 0.01, 22.9 + random.nextDouble() * 0.01));
        }
        List<SignRow> all = new ArrayList<>(signs);
        all.add(new SignRow(
                99,
                1,
                "",
                "440115",
                SignStatus.INSTALLED,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        List<SignRow> route = PatrolRoute.order(all, HOME);
        assertThat(route).containsExactlyInAnyOrderElementsOf(signs);
        assertThat(metres(route)).isLessThan(metres(signs) / 3);
    }

    @Test
    void nothingToPatrolIsAnEmptyWay() {
        assertThat(PatrolRoute.order(List.of(), HOME)).isEmpty();
    }

    private static double metres(List<SignRow> route) {
        double sum = 0;
        for (int i = 1; i < route.size(); i++) {
            sum += Ellipsoid.distanceMetres(
                    route.get(i - 1).position().orElseThrow(),
                    route.get(i).position().orElseThrow());
        }
        return sum;
    }

    private static SignRow sign(long id, double lon, double lat) {
        return new SignRow(
                id,
                1,
                "芝正街",
                "440115103208",
                SignStatus.INSTALLED,
                Optional.of(new LonLat(lon, lat)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
