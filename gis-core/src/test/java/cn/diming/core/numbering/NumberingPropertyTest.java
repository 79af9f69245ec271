package cn.diming.core.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.geo.Geometries;
import cn.diming.core.numbering.StreetPlan.Assignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Streets of every shape, doors at random: what holds for all of them. */
class NumberingPropertyTest {

    static Stream<Object[]> profilesAndSeeds() {
        return NumberingProfiles.bundled().list().stream()
                .flatMap(profile -> IntStream.range(0, 60).mapToObj(seed -> new Object[] {profile, seed}));
    }

    @ParameterizedTest
    @MethodSource("profilesAndSeeds")
    void numbersAreUniqueOnTheirSideAndInOrder(NumberingProfile profile, int seed) {
        Random random = new Random(seed);
        NumberedStreet street = street(random);
        List<Door> doors = doors(street, random, 1 + random.nextInt(40), 1);
        StreetPlan plan = new StreetNumbering(profile).number(street, doors);
        assertSound(profile, street, plan);
        assertThat(plan.assignments().size() + plan.undecided().size()).isEqualTo(doors.size());
        assertThat(plan.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profilesAndSeeds")
    void aLockedNumberStaysWhenDoorsComeAndGo(NumberingProfile profile, int seed) {
        Random random = new Random(1000 + seed);
        NumberedStreet street = street(random);
        StreetNumbering numbering = new StreetNumbering(profile);
        List<Door> doors = doors(street, random, 1 + random.nextInt(30), 1);
        for (int round = 0; round < 4; round++) {
            StreetPlan plan = numbering.number(street, doors);
            assertSound(profile, street, plan);
            Map<Long, PlateNumber> locked = new HashMap<>();
            List<Door> kept = new ArrayList<>();
            for (Assignment assignment : plan.assignments()) {
                if (random.nextInt(5) > 0) {
                    locked.put(assignment.door().id(), assignment.number());
                    kept.add(assignment.door().lockedAt(assignment.number()));
                }
            }
            kept.addAll(doors(street, random, random.nextInt(10), 1000L * (round + 1)));
            StreetPlan again = numbering.number(street, kept);
            assertSound(profile, street, again);
            assertThat(again.conflicts()).isEmpty();
            Map<Long, PlateNumber> now = again.assignments().stream()
                    .collect(Collectors.toMap(a -> a.door().id(), Assignment::number));
            assertThat(now).containsAllEntriesOf(locked);
            doors = kept;
        }
    }

    private static void assertSound(NumberingProfile profile, NumberedStreet street, StreetPlan plan) {
        List<String> given = plan.assignments().stream()
                .map(a -> a.number().main() + "/" + a.number().sub())
                .toList();
        assertThat(given).doesNotHaveDuplicates();
        StreetNumbering numbering = new StreetNumbering(profile);
        Side odd = numbering.oddSide(numbering.axis(street));
        for (Side side : Side.values()) {
            List<Assignment> along = plan.assignments().stream()
                    .filter(a -> a.side().orElseThrow() == side)
                    .sorted(Comparator.comparingDouble(Assignment::chainage)
                            .thenComparingLong(a -> a.door().id()))
                    .toList();
            assertThat(along).allMatch(a -> a.number().isOdd() == (side == odd));
            assertThat(along.stream().map(Assignment::number).toList()).isSorted();
        }
        assertThat(plan.reserved()).noneMatch(kept -> given.contains(kept.number() + "/0"));
    }

    /** Straight, bent, wound, closed, crossing itself, or in parts. */
    private static NumberedStreet street(Random random) {
        int parts = random.nextInt(5) == 0 ? 2 : 1;
        LineString[] lines = new LineString[parts];
        double x = 0;
        double y = 0;
        for (int part = 0; part < parts; part++) {
            int points = 2 + random.nextInt(8);
            List<Coordinate> line = new ArrayList<>();
            double heading = random.nextDouble() * 2 * Math.PI;
            double turn = (random.nextDouble() - 0.5) * 2;
            for (int i = 0; i < points; i++) {
                line.add(Streets.lonLat(x, y).toPoint().getCoordinate());
                double step = 15 + random.nextDouble() * 60;
                x += step * Math.cos(heading);
                y += step * Math.sin(heading);
                heading += turn + (random.nextDouble() - 0.5) * 0.6;
            }
            if (part == 0 && points > 3 && random.nextInt(6) == 0) {
                line.add(line.getFirst());
            }
            lines[part] = Geometries.FACTORY.createLineString(line.toArray(Coordinate[]::new));
            x += 30;
        }
        return NumberedStreet.of(1, "芝正街", Geometries.FACTORY.createMultiLineString(lines), Streets.HOME);
    }

    private static List<Door> doors(NumberedStreet street, Random random, int count, long firstId) {
        List<Door> doors = new ArrayList<>();
        var extent = street.line().getEnvelopeInternal();
        StreetAxis axis = StreetAxis.of(street.line(), point -> 0);
        for (int i = 0; i < count; i++) {
            Coordinate near =
                    axis.at(random.nextDouble() * axis.lengthMetres()).toPoint().getCoordinate();
            double scatter = 0.0003 * random.nextDouble() + (extent.getWidth() == 0 ? 0.00001 : 0);
            double angle = random.nextDouble() * 2 * Math.PI;
            doors.add(new Door(
                    firstId + i,
                    new cn.diming.core.geo.LonLat(
                            near.x + scatter * Math.cos(angle), near.y + scatter * Math.sin(angle)),
                    OptionalLong.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty()));
        }
        return doors;
    }
}
