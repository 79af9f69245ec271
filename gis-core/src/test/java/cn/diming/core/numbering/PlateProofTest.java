package cn.diming.core.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.StreetPlan.Assignment;
import cn.diming.core.proof.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;

/** The checker in {@code scripts} shares no code with the engine; here they must agree. */
class PlateProofTest {

    private static final String VILLAGE = "440115103208";
    private static final Path CHECKER = Path.of("../scripts/verify-plates.mjs").toAbsolutePath();

    @TempDir
    private Path folder;

    static Stream<NumberingProfile> profiles() {
        return NumberingProfiles.bundled().list().stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aNumberedVillageIsProven(NumberingProfile profile) throws Exception {
        PlateProof proof = proof(profile, village(profile, 11));
        assertThat(proof.report()).contains("\"DP-01\":0", "\"DP-02\":0", "\"DP-03\":0", "\"DP-04\":0", "\"DP-05\":0");
        assertThat(check(proof.export(), proof.report())).isEqualTo("0");
    }

    @Test
    void faultsAreCountedAlike() throws Exception {
        NumberingProfile profile = NumberingProfiles.bundled().find("rural").orElseThrow();
        List<Plate> plates = new ArrayList<>(village(profile, 12));
        Plate first = plates.getFirst();
        plates.add(new Plate(
                9001,
                VILLAGE,
                first.street(),
                first.streetName(),
                first.written(),
                first.position(),
                Plate.Traits.NONE));
        plates.add(new Plate(9002, VILLAGE, OptionalLong.empty(), "不存在的路", "3号", first.position(), Plate.Traits.NONE));
        PlateProof proof = proof(profile, plates);
        assertThat(proof.report()).contains("\"DP-01\":1", "\"DP-04\":1");
        assertThat(check(proof.export(), proof.report())).isEqualTo("0");
    }

    @Test
    void aReportThatWasChangedIsNotGenuine() throws Exception {
        NumberingProfile profile = NumberingProfiles.bundled().find("rural").orElseThrow();
        List<Plate> plates = new ArrayList<>(village(profile, 13));
        plates.add(new Plate(9002, VILLAGE, OptionalLong.empty(), "不存在的路", "3号", Optional.empty(), Plate.Traits.NONE));
        PlateProof proof = proof(profile, plates);
        String changed = proof.report().replace("\"DP-04\":1", "\"DP-04\":0");
        assertThat(check(proof.export(), changed)).startsWith("1").contains("签名不符", "DP-04：证明称 0 处，复核得 1 处");
        assertThat(check(proof.export() + " ", proof.report())).startsWith("1").contains("摘要不符");
    }

    private static PlateProof proof(NumberingProfile profile, List<Plate> plates) {
        return PlateProof.of(
                new PlateProof.Subject("大稳村", profile, Streets.HOME, plates, streets()),
                Instant.parse("2026-03-01T04:00:00Z"),
                SigningKey.generate());
    }

    private static List<Plate> village(NumberingProfile profile, int seed) {
        Random random = new Random(seed);
        List<Door> doors = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            LonLat place = Streets.lonLat(random.nextDouble() * 400 - 50, random.nextDouble() * 400 - 50);
            doors.add(Door.at(i + 1, place));
        }
        List<NumberedStreet> numbered = streets().stream()
                .map(s -> NumberedStreet.of(s.id(), s.name(), s.line(), Streets.HOME))
                .toList();
        VillageNumbering.VillagePlan plan = new VillageNumbering(profile).number(numbered, doors);
        List<Plate> plates = new ArrayList<>();
        plan.streets()
                .forEach((street, there) ->
                        there.assignments().forEach(assignment -> plates.add(plate(street, assignment))));
        plan.village().assignments().forEach(assignment -> plates.add(plate(0, assignment)));
        return plates;
    }

    private static Plate plate(long street, Assignment assignment) {
        String name = streets().stream()
                .filter(s -> s.id() == street)
                .map(PlatedStreet::name)
                .findFirst()
                .orElse("");
        return new Plate(
                assignment.door().id(),
                VILLAGE,
                street == 0 ? OptionalLong.empty() : OptionalLong.of(street),
                name,
                assignment.number().text(),
                Optional.of(assignment.door().position()),
                Plate.Traits.NONE);
    }

    private static List<PlatedStreet> streets() {
        return List.of(
                street(1, "芝正街", "0 0, 120 5, 240 30, 300 120"),
                street(2, "和顺路", "10 300, 12 100, 20 10"),
                street(3, "环村路", "0 150, 150 150, 150 300, 0 300, 0 160"));
    }

    private static PlatedStreet street(long id, String name, String line) {
        Coordinate[] points = Streets.street(line).line().getCoordinates();
        return new PlatedStreet(
                id, name, VILLAGE, Set.of(), Streets.street(id, points).line());
    }

    /** Exit code and what was complained about. */
    private String check(String export, String report) throws IOException, InterruptedException {
        Path exportFile = Files.writeString(folder.resolve("export.json"), export);
        Path reportFile = Files.writeString(folder.resolve("proof.json"), report);
        Process node = new ProcessBuilder("node", CHECKER.toString(), exportFile.toString(), reportFile.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String complaints = new String(node.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return node.waitFor() + complaints;
    }
}
