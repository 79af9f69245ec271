package cn.diming.core.signage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.geo.Geometries;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import cn.diming.core.signage.Blade.Colour;
import cn.diming.core.signage.Blade.Mark;
import cn.diming.core.signage.SignPost.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class SignPlannerTest {

    private static final LocalPlane PLANE = new LocalPlane(new LonLat(113.42, 22.86));
    private static final SignProfile VILLAGE =
            SignProfiles.bundled().find("village").orElseThrow();

    @Test
    void aLoneLaneIsSignedAtBothEnds() {
        List<SignPost> posts = plan(VILLAGE, street(1, 0, 0, 200, 0));
        assertThat(posts).hasSize(2).allMatch(post -> post.blades().size() == 1);
        Blade west = posts.getFirst().blades().getFirst();
        assertThat(west.start()).isEqualTo(Mark.DOT);
        assertThat(west.end()).isEqualTo(Mark.ARROW);
        assertThat(posts.getLast().blades().getFirst().end()).isEqualTo(Mark.DOT);
    }

    @Test
    void whereALaneLeavesAStreetOnePostNamesBoth() {
        List<SignPost> posts = plan(VILLAGE, street(1, 0, 0, 200, 0), street(2, 100, 1, 100, 90));
        assertThat(posts).hasSize(4);
        SignPost junction = posts.stream()
                .filter(post -> post.blades().size() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(junction.reasons()).contains(Reason.CROSSING);
        assertThat(junction.blades())
                .anySatisfy(blade -> assertThat(blade.start()).isEqualTo(Mark.ARROW))
                .anySatisfy(
                        blade -> assertThat(List.of(blade.start(), blade.end())).contains(Mark.DOT));
    }

    @Test
    void aLongStreetIsSignedInBetween() {
        List<SignPost> posts = plan(VILLAGE, street(1, 0, 0, 1600, 0));
        assertThat(posts.stream().filter(post -> post.reasons().contains(Reason.LONG_GAP)))
                .hasSize(3);
    }

    @Test
    void aSettlementIsNamedAtItsEntrances() {
        Settlement village =
                new Settlement(9, "大稳村", "DAWEN CUN", SignKind.SETTLEMENT, List.of(lonLat(0, 0), lonLat(300, 0)));
        List<SignPost> posts = new SignPlanner(VILLAGE).plan(List.of(), List.of(village));
        assertThat(posts).hasSize(2).allMatch(post -> post.reasons().equals(List.of(Reason.ENTRANCE)));
    }

    @ParameterizedTest
    @CsvSource({
        "90,BLUE",
        "270,BLUE",
        "0,GREEN",
        "180,GREEN",
        "46,BLUE",
        "44,GREEN",
        "45,BLUE",
        "225,BLUE",
        "134,BLUE",
        "136,GREEN"
    })
    void streetsAreBlueFromEastToWestAndGreenFromNorthToSouth(double bearing, Colour colour) {
        assertThat(new SignPlanner(VILLAGE).colour(bearing)).isEqualTo(colour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"village", "town", "city"})
    void theNumberOfPostsIsThatOfACountByHand(String name) {
        SignProfile profile = SignProfiles.bundled().find(name).orElseThrow();
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            int eastWest = 1 + random.nextInt(4);
            int northSouth = 1 + random.nextInt(4);
            int spacing = 40 + random.nextInt(900);
            SignedStreet[] streets = grid(eastWest, northSouth, spacing);
            List<SignPost> posts = plan(profile, streets);
            int crossings = eastWest * northSouth * profile.postsAtCrossing();
            int ends = 2 * (eastWest + northSouth);
            int perSpacing = (int) Math.ceil((double) spacing / profile.longGapMetres()) - 1;
            int perEnd = (int) Math.ceil(30.0 / profile.longGapMetres()) - 1;
            int gaps = eastWest * ((northSouth - 1) * perSpacing + 2 * perEnd)
                    + northSouth * ((eastWest - 1) * perSpacing + 2 * perEnd);
            assertThat(posts).as("%s × %s, %s m", eastWest, northSouth, spacing).hasSize(crossings + ends + gaps);
            assertThat(bladesOf(posts)).hasSize(eastWest + northSouth);
        }
    }

    private static Map<Long, Integer> bladesOf(List<SignPost> posts) {
        Map<Long, Integer> blades = new HashMap<>();
        posts.forEach(post -> post.blades().forEach(blade -> blades.merge(blade.placeId(), 1, Integer::sum)));
        return blades;
    }

    /** Streets every {@code spacing} metres, each going on for 30 m behind the last crossing. */
    private static SignedStreet[] grid(int eastWest, int northSouth, double spacing) {
        List<SignedStreet> streets = new ArrayList<>();
        for (int i = 0; i < eastWest; i++) {
            streets.add(street(i, -30, i * spacing, (northSouth - 1) * spacing + 30, i * spacing));
        }
        for (int i = 0; i < northSouth; i++) {
            streets.add(street(100 + i, i * spacing, -30, i * spacing, (eastWest - 1) * spacing + 30));
        }
        return streets.toArray(SignedStreet[]::new);
    }

    private static List<SignPost> plan(SignProfile profile, SignedStreet... streets) {
        return new SignPlanner(profile).plan(List.of(streets), List.of());
    }

    private static SignedStreet street(long id, double x1, double y1, double x2, double y2) {
        Coordinate[] line = {
            lonLat(x1, y1).toPoint().getCoordinate(), lonLat(x2, y2).toPoint().getCoordinate()
        };
        return new SignedStreet(id, "街" + id, "JIE " + id, 5, Geometries.FACTORY.createLineString(line));
    }

    private static LonLat lonLat(double east, double north) {
        return PLANE.toLonLat(new Coordinate(east, north));
    }
}
