package cn.diming.core.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class DeadEndsTest {

    private static final DeadEnds ENDS = new DeadEnds(Map.of(
            1L, line("0 0, 300 0"),
            2L, line("100 90, 100 2"),
            3L, line("0 200, 300 200"),
            4L, line("250 0, 250 200"),
            5L, line("1000 1000, 1100 1000")));

    @Test
    void aLaneThatGoesNowhereBeginsWhereItLeavesItsStreet() {
        assertThat(Ellipsoid.distanceMetres(ENDS.mouth(2).orElseThrow(), Streets.lonLat(100, 2)))
                .isEqualTo(0, within(0.01));
    }

    @Test
    void aStreetBetweenTwoOthersAndOneThatMeetsNoneAreNoDeadEnds() {
        assertThat(ENDS.mouth(4)).isEmpty();
        assertThat(ENDS.mouth(5)).isEmpty();
        assertThat(ENDS.mouth(99)).isEmpty();
    }

    @Test
    void aDeadEndNumberedFromItsMouthIsInOrderForTheChecks() {
        NumberingProfile beijing = NumberingProfiles.bundled().find("beijing").orElseThrow();
        NumberedStreet lane =
                new NumberedStreet(2, "稳东巷", line("100 90, 100 2"), ENDS.mouth(2), Streets.HOME, List.of(), Set.of());
        List<Door> doors = List.of(
                Door.at(1, Streets.lonLat(95, 10)),
                Door.at(2, Streets.lonLat(95, 50)),
                Door.at(3, Streets.lonLat(105, 12)),
                Door.at(4, Streets.lonLat(105, 60)));
        List<Plate> plates = new StreetNumbering(beijing)
                .number(lane, doors).assignments().stream()
                        .map(given -> new Plate(
                                given.door().id(),
                                "440115103208",
                                OptionalLong.of(2),
                                "稳东巷",
                                given.number().text(),
                                Optional.of(given.door().position()),
                                Plate.Traits.NONE))
                        .toList();
        assertThat(plates)
                .filteredOn(plate -> plate.id() == 3)
                .first()
                .satisfies(nearMouth -> assertThat(nearMouth.written()).isEqualTo("1号"));
        List<PlatedStreet> streets = List.of(
                new PlatedStreet(1, "芝正街", "440115103208", Set.of(), line("0 0, 300 0")),
                new PlatedStreet(2, "稳东巷", "440115103208", Set.of(), line("100 90, 100 2")));
        assertThat(new PlateChecks(
                                Optional.of(beijing),
                                Streets.HOME,
                                NumberingProfiles.bundled().usual().checks())
                        .check(plates, streets, Map.of()))
                .noneMatch(finding -> finding.rule().isProven());
    }

    @Test
    void theNumberOfADoorLeftToAPersonIsGivenToNobodyElse() {
        NumberingProfile rule =
                NumberingProfiles.bundled().find("east-south-left").orElseThrow();
        LonLat onTheLine = Streets.lonLat(50, 0);
        Door undecided =
                new Door(1, onTheLine, OptionalLong.empty(), Optional.of(PlateNumber.of(1)), false, Optional.empty());
        StreetPlan plan = new StreetNumbering(rule)
                .number(
                        Streets.street("0 0, 100 0"),
                        List.of(undecided, Door.at(2, Streets.lonLat(95, 5)), Door.at(3, Streets.lonLat(95, -5))));
        assertThat(plan.undecided()).extracting(StreetPlan.Undecided::door).containsExactly(undecided);
        assertThat(plan.assignments())
                .extracting(given -> given.number().main())
                .doesNotContain(1);
    }

    private static Geometry line(String points) {
        return Streets.street(points).line();
    }
}
