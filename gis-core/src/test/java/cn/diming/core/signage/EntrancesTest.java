package cn.diming.core.signage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.diming.core.fixtures.Drafts;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntrancesTest {

    private static final SignProfile PROFILE =
            SignProfiles.bundled().find("village").orElseThrow();
    private static final String OUTLINE =
            "POLYGON ((113.450 22.900, 113.460 22.900, 113.460 22.910, 113.450 22.910, 113.450 22.900))";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a road through it has two | 3 113.445 22.905, 113.465 22.905 | 2",
                "a road that ends inside has one | 3 113.445 22.905, 113.455 22.905 | 1",
                "a road outside has none | 3 113.445 22.915, 113.465 22.915 | 0",
                "a road wholly inside has none | 3 113.452 22.905, 113.458 22.905 | 0",
                "a lane counts where no main road passes | 7 113.445 22.905, 113.465 22.905 | 2",
                "and not where one does | 3 113.445 22.905, 113.465 22.905; 7 113.455 22.895, 113.455 22.905 | 2",
                "two roads side by side share one | 3 113.445 22.905, 113.455 22.905; 4 113.445 22.9052, 113.455 22.9052 | 1"
            })
    void settlementsAreNamedWhereMainRoadsComeIn(String what, String roads, int entrances) {
        assertThat(new Entrances(PROFILE, roads(roads)).of(Drafts.wkt(OUTLINE)))
                .as(what)
                .hasSize(entrances);
    }

    @Test
    void theSignStandsOnTheRightAsOneComesIn() {
        List<LonLat> entrances =
                new Entrances(PROFILE, roads("3 113.445 22.905, 113.465 22.905")).of(Drafts.wkt(OUTLINE));
        LonLat fromWest =
                entrances.stream().filter(e -> e.lon() < 113.455).findFirst().orElseThrow();
        LonLat fromEast =
                entrances.stream().filter(e -> e.lon() > 113.455).findFirst().orElseThrow();
        assertThat(fromWest.lat()).isLessThan(22.905);
        assertThat(fromEast.lat()).isGreaterThan(22.905);
        assertThat(Ellipsoid.distanceMetres(fromWest, new LonLat(113.45, 22.905)))
                .isCloseTo(PROFILE.cornerMetres(), within(0.1));
    }

    @Test
    void anEntranceBesideAPostThatIsThereAlreadySharesIt() {
        List<SignedStreet> streets = roads("3 113.450 22.905, 113.455 22.905");
        LonLat post =
                new SignPlanner(PROFILE).plan(streets, List.of()).getFirst().position();
        Settlement village = new Settlement(9, "大稳村", "DAWEN CUN", SignKind.SETTLEMENT, List.of(post));
        List<SignPost> plan = new SignPlanner(PROFILE).plan(streets, List.of(village));
        assertThat(plan).hasSameSizeAs(new SignPlanner(PROFILE).plan(streets, List.of()));
        assertThat(plan.getFirst().blades()).extracting(Blade::name).containsExactly("路0", "大稳村");
        assertThat(plan.getFirst().reasons()).contains(SignPost.Reason.START, SignPost.Reason.ENTRANCE);
    }

    /** Each road as its rank and its points. */
    private static List<SignedStreet> roads(String text) {
        String[] parts = text.split(";");
        return Arrays.stream(parts)
                .map(String::strip)
                .map(road -> new SignedStreet(
                        Arrays.asList(parts).indexOf(road),
                        "路" + Math.max(0, Arrays.asList(parts).indexOf(road)),
                        "LU",
                        road.charAt(0) - '0',
                        Drafts.wkt("LINESTRING (" + road.substring(2) + ")")))
                .toList();
    }
}
