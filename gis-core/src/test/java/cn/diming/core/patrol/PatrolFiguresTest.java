package cn.diming.core.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.diming.core.Core;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.Walk;
import cn.diming.core.geo.LonLat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** Tracks whose figures are known beforehand; the checker in {@code scripts}, which shares no code, must agree with each. */
class PatrolFiguresTest {

    private static final Path CHECKER = Path.of("../scripts/verify-patrol.mjs").toAbsolutePath();
    private static final Geometry IN_PARTS = Drafts.wkt(
            "MULTILINESTRING ((113.44 22.95, 113.452 22.9501, 113.46 22.956)," + " (113.47 22.96, 113.48 22.96))");

    private static Core core;
    private static BoundaryLine line;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        core = Engines.GEOPACKAGE.open();
        line = PatrolSamples.line(core, PatrolSamples.LINE);
    }

    @AfterAll
    static void close() {
        core.close();
    }

    @Test
    void aWalkWithNoiseCoversTheWholeLine() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 5);
        Patrol patrol = proven(walk.along(0, walk.lineMetres()));
        assertThat(patrol.share()).isEqualTo(1);
        assertThat(patrol.gaps()).isEmpty();
        assertThat(patrol.missedMarkers()).isEmpty();
        assertThat(figure(patrol, "maxDeviationMetres")).isBetween(8.0, 25.0);
        assertThat(figure(patrol, "p95DeviationMetres")).isBetween(4.0, 10.0);
    }

    @Test
    void aWalkBesideTheLineIsAsFarOffAsItIs() throws Exception {
        Walk walk = new Walk(Drafts.wkt("LINESTRING (113.44 22.93, 113.446 22.925)"), 1, 0);
        Patrol patrol = proven(walk.along(20, walk.lineMetres() - 20, 18, 4.5, 10));
        assertThat(figure(patrol, "maxDeviationMetres")).isCloseTo(18, within(0.02));
        assertThat(figure(patrol, "p95DeviationMetres")).isCloseTo(18, within(0.02));
        assertThat(figure(patrol, "coveredMetres"))
                .isBetween(walk.lineMetres() - 1, walk.lineMetres() + 15); // 30 m reach 24 m beyond the ends at 18 m
    }

    @Test
    void aGapBeginsAndEndsWhereTheBufferOfTheWalkDoes() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 0);
        Patrol patrol =
                proven(walk.along(0, 1100).pause().along(1400, 2600).pause().along(2640, walk.lineMetres()));
        assertThat(patrol.gaps()).hasSize(1);
        assertThat(patrol.gaps().getFirst().fromMetres()).isCloseTo(1130, within(0.5));
        assertThat(patrol.gaps().getFirst().toMetres()).isCloseTo(1370, within(0.5));
        assertThat(figure(patrol, "coveredMetres")).isCloseTo(walk.lineMetres() - 240, within(0.5));
    }

    @Test
    void gapsShorterThanTheLimitCountButAreNotListed() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 0);
        Patrol patrol = proven(walk.along(0, 1100).pause().along(1250, walk.lineMetres()));
        assertThat(patrol.gaps()).isEmpty();
        assertThat(figure(patrol, "coveredMetres")).isCloseTo(walk.lineMetres() - 90, within(0.5));
    }

    @Test
    void aDetourShowsInTheGreatestDeviationAndHardlyInTheUsualOne() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 0);
        Patrol patrol = proven(walk.along(0, 700).detour(700, 100).along(700, walk.lineMetres()));
        assertThat(patrol.share()).isEqualTo(1);
        assertThat(figure(patrol, "maxDeviationMetres")).isCloseTo(100, within(1.0));
        assertThat(figure(patrol, "p95DeviationMetres")).isLessThan(5);
        assertThat(figure(patrol, "walkedMetres")).isCloseTo(walk.lineMetres() + 200, within(2.0)); // fixes cut bends
    }

    @Test
    void theWayThereAndBackDoesNotCountAsDeviation() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 0);
        for (int far = 900; far > 0; far -= 20) {
            walk.fix(walk.beside(0, far), 16);
        }
        Patrol patrol = proven(walk.along(0, walk.lineMetres()));
        assertThat(figure(patrol, "maxDeviationMetres")).isLessThan(41); // a leg that ends at the line counts whole
    }

    @Test
    void aFixThatJumpsAwayIsNeitherWalkedNorASpeed() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 0);
        walk.along(0, 1500).fix(new LonLat(113.52, 22.99), 5);
        Patrol patrol = proven(walk.along(1508, walk.lineMetres()));
        assertThat(figure(patrol, "jumps")).isEqualTo(2);
        assertThat(figure(patrol, "fastMetres")).isZero();
        assertThat(patrol.share()).isEqualTo(1);
        assertThat(patrol.remarks()).anyMatch(remark -> remark.contains("2 处跳变"));
    }

    @Test
    void whatWasDrivenIsNotWalked() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 0);
        walk.along(0, 1000).along(1000, 2000, 0, 45, 12);
        Patrol patrol = proven(walk.along(2000, walk.lineMetres()));
        assertThat(figure(patrol, "fastMetres"))
                .isCloseTo(1000, within(80.0)); // a window at either end is a little of both
        assertThat(patrol.gaps()).hasSize(1);
        assertThat(patrol.gaps().getFirst().toMetres()
                        - patrol.gaps().getFirst().fromMetres())
                .isCloseTo(940, within(80.0));
    }

    @Test
    void fixesTooFarApartDoNotTellTheWayBetween() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 0);
        walk.along(0, 1000).along(1000, 2200, 0, 4.5, 300);
        Patrol patrol = proven(walk.along(2200, walk.lineMetres()));
        assertThat(figure(patrol, "breaks")).isEqualTo(4);
        assertThat(patrol.gaps()).hasSize(1); // a fix alone is no walk
    }

    @Test
    void clocksThatRunBackAreTold() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 0);
        walk.along(0, 800).fix(walk.beside(808, 0), -3600);
        Patrol patrol = proven(walk.along(816, walk.lineMetres()));
        assertThat(figure(patrol, "disordered")).isEqualTo(1);
        assertThat(patrol.remarks()).anyMatch(remark -> remark.contains("时间倒退"));
    }

    @Test
    void aMarkerThatNobodyCameToIsMissed() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 0);
        walk.along(0, 1950).along(1950, 2050, 25, 4.5, 10);
        Patrol patrol = proven(walk.along(2050, walk.lineMetres()));
        assertThat(patrol.missedMarkers()).containsExactly("0102002Q");
        assertThat(patrol.share()).isEqualTo(1);
    }

    @Test
    void twoWhoWalkTowardsEachOtherCoverTheLineTogether() throws Exception {
        Walk one = new Walk(PatrolSamples.LINE, 1, 3);
        Walk other = new Walk(PatrolSamples.LINE, 2, 3);
        Patrol patrol = prove(
                line,
                one.along(0, 3000).file("一.gpx"),
                other.along(other.lineMetres(), 2950).file("二.gpx"));
        assertThat(patrol.share()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theCheckerAgreesAboutWhateverSomebodyWalked(long seed) throws Exception {
        Random random = new Random(seed);
        try (Core other = Engines.GEOPACKAGE.open()) {
            Geometry geometry = seed % 2 == 0 ? PatrolSamples.LINE : IN_PARTS;
            BoundaryLine crooked = PatrolSamples.line(other, geometry);
            List<TrackFile> files = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                Walk walk = new Walk(geometry, random.nextLong(), random.nextDouble() * 8);
                double at = 0;
                while (at < walk.lineMetres() - 50) {
                    double to = Math.min(walk.lineMetres(), at + 100 + random.nextInt(900));
                    switch (random.nextInt(7)) {
                        case 0 -> walk.pause();
                        case 1 -> walk.detour(at, random.nextInt(400) - 200);
                        case 2 -> walk.along(at, to, 0, 20 + random.nextInt(60), 15);
                        case 3 -> walk.fix(new LonLat(113.45 + random.nextDouble() / 10, 22.95), 4);
                        case 4 -> walk.along(at, to, 0, 4, 60 + random.nextInt(100));
                        default -> walk.along(at, to, random.nextInt(60) - 30, 4.5, 3 + random.nextInt(15));
                    }
                    at = to;
                }
                files.add(walk.file("track-" + i + ".gpx"));
            }
            Patrol patrol = other.patrols().prove(PatrolSamples.INSPECTOR, crooked.id(), files, true);
            assertThat(check(patrol.export(), patrol.report(), files)).isEqualTo("0");
        }
    }

    @Test
    void whateverWasChangedAfterwardsIsTold() throws Exception {
        Walk walk = new Walk(PatrolSamples.LINE, 1, 0);
        List<TrackFile> files = List.of(walk.along(0, 2000).file("a.gpx"));
        Patrol patrol = core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), files, false);
        String share = "\"share\":" + patrol.share();
        assertThat(check(patrol.export(), patrol.report().replace(share, "\"share\":1.0"), files))
                .startsWith("1")
                .contains("签名不符", "比例");
        assertThat(check(patrol.export().replace("113.446", "113.447"), patrol.report(), files))
                .startsWith("1")
                .contains("导出文件不是证明所指的那一份", "界线版本的摘要不符");
        List<TrackFile> others = List.of(walk.along(2000, 2500).file("a.gpx"));
        assertThat(check(patrol.export(), patrol.report(), others))
                .startsWith("1")
                .contains("轨迹文件不是证明所指的那些", "coveredMetres");
        Patrol explained = core.patrols().explain(PatrolSamples.INSPECTOR, patrol.id(), 1, Map.of(1, "悬崖"));
        assertThat(check(explained.export(), explained.report(), files)).isEqualTo("0");
    }

    private static double figure(Patrol patrol, String name) {
        return patrol.figure(name).orElseThrow();
    }

    /** Proves a walk along the line of the samples, or along a piece of it, and lets the checker repeat it. */
    private Patrol proven(Walk walk) throws IOException, InterruptedException {
        return prove(line, walk.file("track.gpx"));
    }

    private Patrol prove(BoundaryLine of, TrackFile... files) throws IOException, InterruptedException {
        Patrol patrol = core.patrols().prove(PatrolSamples.INSPECTOR, of.id(), List.of(files), false);
        assertThat(check(patrol.export(), patrol.report(), List.of(files))).isEqualTo("0");
        return patrol;
    }

    /** Exit code and what was complained about. */
    private String check(String export, String report, List<TrackFile> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", CHECKER.toString()));
        command.add(Files.writeString(folder.resolve("export.json"), export).toString());
        command.add(Files.writeString(folder.resolve("proof.json"), report).toString());
        for (TrackFile file : files) {
            command.add(Files.write(folder.resolve(file.sha256() + ".gpx"), file.content())
                    .toString());
        }
        Process node = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String complaints = new String(node.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return node.waitFor() + complaints;
    }
}
