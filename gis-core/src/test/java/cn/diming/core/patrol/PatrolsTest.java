package cn.diming.core.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.Walk;
import cn.diming.core.geo.Crs;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatrolsTest {

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aPatrolIsKeptWithItsTracksAndTheVersionOfTheLine(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = PatrolSamples.line(core, PatrolSamples.LINE);
            Walk walk = walk();
            TrackFile file = walk.along(0, walk.lineMetres()).file("C:\\tracks\\上午.gpx");
            Patrol made = core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), List.of(file), false);

            assertThat(made.share()).isEqualTo(1);
            assertThat(made.remarks()).isEmpty();
            assertThat(made.lineNumber()).isEqualTo(1);
            assertThat(made.report()).contains(line.current().sha256(), file.sha256(), "\"name\":\"上午.gpx\"");
            assertThat(core.patrols().get(PatrolSamples.INSPECTOR, made.id())).isEqualTo(made);
            assertThat(core.patrols().list(PatrolSamples.INSPECTOR, line.id())).containsExactly(made);
            assertThat(core.patrols().tracks(PatrolSamples.INSPECTOR, made.id()))
                    .extracting(TrackFile::sha256)
                    .containsExactly(file.sha256());
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aManagementLineThatWasWalkedIsNotDeletedAndItsPatrolsStay(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = PatrolSamples.line(core, LineKind.MANAGEMENT, PatrolSamples.LINE);
            Patrol made = core.patrols()
                    .prove(
                            PatrolSamples.INSPECTOR,
                            line.id(),
                            List.of(walk().along(0, 900).file("a.gpx")),
                            false);
            assertThatThrownBy(() -> core.records().delete(Actor.OPERATOR, line.id(), line.version()))
                    .isInstanceOf(Refused.class)
                    .hasMessage("这条界线有 1 个协议版本、4 颗界桩、1 次巡查，须一同长期保存，不能删除（参照《行政区域界线管理条例》第十三条）");
            assertThat(core.patrols().list(PatrolSamples.INSPECTOR, line.id())).containsExactly(made);
            assertThat(core.patrols().tracks(PatrolSamples.INSPECTOR, made.id()))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aManagementLineOfAnImportIsDeletedUntilSomebodyWalksIt(Engines engine) {
        try (Core core = engine.open()) {
            StoredRecord free = imported(core, "440113101001-440113101002");
            core.records().delete(Actor.OPERATOR, free.id(), free.version());
            assertThat(core.boundaryLines().find(free.id())).isEmpty();
            StoredRecord walked = imported(core, "440113101001-440113101003");
            core.patrols()
                    .prove(
                            Actor.OPERATOR,
                            walked.id(),
                            List.of(walk().along(0, 900).file("a.gpx")),
                            false);
            assertThatThrownBy(() -> core.records().delete(Actor.OPERATOR, walked.id(), walked.version()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("这条界线有 1 次巡查");
        }
    }

    private static StoredRecord imported(Core core, String code) {
        String[] sides = code.split("-", 2);
        return core.records()
                .create(
                        Actor.OPERATOR,
                        RecordKind.BOUNDARY_LINE,
                        new RecordDraft(
                                code,
                                Map.of(
                                        "line_code",
                                        code,
                                        "name",
                                        "村级管理线",
                                        "left_code",
                                        sides[0],
                                        "right_code",
                                        sides[1],
                                        "level",
                                        5L,
                                        "kind",
                                        "MANAGEMENT"),
                                Optional.of(PatrolSamples.LINE),
                                List.of(),
                                List.of()));
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void onlyInspectorsOfTheLineProveAndOnlyItsStaffSees(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = PatrolSamples.line(core, PatrolSamples.LINE);
            List<TrackFile> files = List.of(walk().along(0, 900).file("a.gpx"));
            assertThatThrownBy(() -> core.patrols().prove(PatrolSamples.OFFICER, line.id(), files, false))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> core.patrols().prove(PatrolSamples.ELSEWHERE, line.id(), files, false))
                    .isInstanceOf(NotFound.class);
            Patrol made = core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), files, false);
            assertThat(core.patrols().get(PatrolSamples.OFFICER, made.id())).isEqualTo(made);
            assertThatThrownBy(() -> core.patrols().get(PatrolSamples.ELSEWHERE, made.id()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aGapThatIsExplainedIsNoLongerHeldAgainstThePatrol(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = PatrolSamples.line(core, PatrolSamples.LINE);
            Walk walk = walk();
            walk.along(0, 1200).pause().along(1800, walk.lineMetres());
            Patrol made = core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), List.of(walk.file("a.gpx")), false);
            assertThat(made.gaps()).hasSize(1);
            assertThat(made.remarks()).hasSize(2);

            Patrol explained = core.patrols().explain(PatrolSamples.INSPECTOR, made.id(), 1, Map.of(1, " 水面，无法通行 "));
            assertThat(explained.version()).isEqualTo(2);
            assertThat(explained.gaps().getFirst().reason()).contains("水面，无法通行");
            assertThat(explained.remarks()).isEmpty();
            assertThatThrownBy(() -> core.patrols().explain(PatrolSamples.INSPECTOR, made.id(), 1, Map.of(1, "再次说明")))
                    .isInstanceOf(Stale.class);
            assertThatThrownBy(() -> core.patrols().explain(PatrolSamples.INSPECTOR, made.id(), 2, Map.of(2, "没有这一处")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("没有第 2 处缺口");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void tracksInAnotherReferenceSystemAreRefusedWithWhatTheyLookLike(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = PatrolSamples.line(core, PatrolSamples.LINE);
            for (var wrong : Map.of(
                            "GCJ-02", at -> moved(at, Crs.GCJ02),
                            "BD-09", at -> moved(at, Crs.BD09),
                            "纬度在前", (UnaryOperator<double[]>) at -> new double[] {at[1], at[0]},
                            "度分", at -> new double[] {minutes(at[0]), minutes(at[1])})
                    .entrySet()) {
                List<String> points = new ArrayList<>();
                Walk walk = walk();
                for (double along = 0; along < 4000; along += 20) {
                    LonLat place = walk.beside(along, 3);
                    double[] written = wrong.getValue().apply(new double[] {place.lon(), place.lat()});
                    points.add(Walk.point(written[0], written[1], ""));
                }
                TrackFile file = Walk.file(wrong.getKey() + ".gpx", List.of(points));
                assertThatThrownBy(() -> core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), List.of(file), false))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("看来是")
                        .hasMessageContaining(wrong.getKey());
            }
            assertThat(core.patrols().list(PatrolSamples.INSPECTOR, line.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatAPersonConfirmedAgainstTheDetectorStandsInTheReport(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = PatrolSamples.line(core, PatrolSamples.LINE);
            Walk walk = walk();
            List<TrackFile> files = List.of(onAPathThatLooksShifted(walk));
            assertThatThrownBy(() -> core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), files, false))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("GCJ-02");
            Patrol made = core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), files, true);
            assertThat(made.report()).contains("\"confirmed\":true");
            assertThat(made.remarks()).anyMatch(remark -> remark.contains("经办人确认"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void tooManyFilesAndTheSameFileTwiceAreRefused(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = PatrolSamples.line(core, PatrolSamples.LINE);
            TrackFile file = walk().along(0, 500).file("a.gpx");
            assertThatThrownBy(
                            () -> core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), List.of(file, file), false))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("内容相同");
            assertThatThrownBy(() -> core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), List.of(), false))
                    .isInstanceOf(Refused.class);
            TrackFile elsewhere = walk().fix(new LonLat(113.5, 22.95), 1)
                    .fix(new LonLat(113.5005, 22.95), 60)
                    .file("b.gpx");
            assertThatThrownBy(() -> core.patrols().prove(PatrolSamples.INSPECTOR, line.id(), List.of(elsewhere), true))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("没有一处走到界线 30 米以内");
        }
    }

    /** Beside the line by what GCJ-02 moves, with a visit to it. */
    private static TrackFile onAPathThatLooksShifted(Walk walk) {
        List<String> points = new ArrayList<>();
        for (double along = 0; along < 4000; along += 20) {
            double[] there = moved(
                    new double[] {
                        walk.beside(along, 0).lon(), walk.beside(along, 0).lat()
                    },
                    Crs.GCJ02);
            points.add(Walk.point(there[0], there[1], ""));
        }
        List<String> visit = new ArrayList<>();
        for (double along = 0; along < 300; along += 20) {
            visit.add(Walk.point(
                    walk.beside(along, 0).lon(), walk.beside(along, 0).lat(), ""));
        }
        return Walk.file("a.gpx", List.of(points, visit));
    }

    private static Walk walk() {
        return new Walk(PatrolSamples.LINE, 7, 3);
    }

    private static double[] moved(double[] at, Crs crs) {
        return CrsTransform.to(crs).apply(at[0], at[1]);
    }

    private static double minutes(double degrees) {
        return Math.floor(degrees) * 100 + (degrees - Math.floor(degrees)) * 60;
    }
}
