package cn.diming.core.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.board.Figure;
import cn.diming.core.board.Period;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs, their sheets and pins, on both databases. */
class SheetRunsTest {

    private static final String DAWEN = "440115103208";
    private static final SheetTarget VILLAGE = new SheetTarget(DAWEN, "大稳村");
    private static final SheetTarget TOWN = new SheetTarget("440115103000", "东涌镇");
    private static final SheetWish WISH = new SheetWish("东涌镇", "a3", false, List.of("pdf"), "粤S（2026）1号", "南沙区民政局");
    private static final SheetReport GREEN =
            new SheetReport(5000, 12, List.of(new SheetReport.Check("D2", "审图号", Gate.PASSED, "有")), List.of("井头"));

    private static Actor officer(String jurisdiction) {
        return new Actor(OptionalLong.of(1), "dms", Role.NAMING_OFFICER, jurisdiction);
    }

    private static Core open(Engines engine) {
        Core core = engine.open();
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "divisions", Drafts.dawen());
        core.divisions().rebuild();
        return core;
    }

    private static SheetJob.Made made(SheetReport report) {
        return new SheetJob.Made(SheetJob.State.DONE, "ab".repeat(32), 900, 250_000, "cd".repeat(32), report);
    }

    private static SheetRun finished(Core core, SheetWish wish, SheetReport report) {
        SheetRun run = core.sheetRuns().create(officer("4401"), wish, List.of(TOWN, VILLAGE));
        core.sheetRuns().begin(run.id());
        core.sheetRuns().made(run.id(), 1, made(report));
        core.sheetRuns().made(run.id(), 2, made(report));
        core.sheetRuns().finish(run.id());
        return core.sheetRuns().get(Actor.OPERATOR, run.id());
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatBecameOfEachSheetIsKept(Engines engine) {
        try (Core core = open(engine)) {
            SheetRuns runs = core.sheetRuns();
            SheetRun run = runs.create(officer("4401"), WISH, List.of(TOWN, VILLAGE));
            assertThat(run.scope()).isEqualTo("440115103");
            assertThat(runs.next().orElseThrow().id()).isEqualTo(run.id());
            runs.begin(run.id());
            runs.failed(run.id(), 1, "没有界线图形");
            runs.made(run.id(), 2, made(GREEN));
            runs.finish(run.id());
            assertThat(runs.next()).isEmpty();
            SheetRun over = runs.get(officer("440115"), run.id());
            assertThat(over.state()).isEqualTo(SheetRun.State.DONE);
            assertThat(over.wish()).isEqualTo(WISH);
            assertThat(over.counts()).isEqualTo(new SheetRun.Counts(2, 1, 0, 1, 0, 0));
            List<SheetJob> jobs = runs.jobs(officer("440115"), run.id());
            assertThat(jobs.get(0).error()).contains("没有界线图形");
            assertThat(jobs.get(1).report()).contains(GREEN);
            assertThat(runs.earlier("ab".repeat(32))).containsExactly(jobs.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aRunThatIsContinuedTriesAgainOnlyWhatFailed(Engines engine) {
        try (Core core = open(engine)) {
            SheetRuns runs = core.sheetRuns();
            SheetRun run = runs.create(Actor.OPERATOR, WISH, List.of(TOWN, VILLAGE));
            runs.made(run.id(), 1, made(GREEN));
            runs.failed(run.id(), 2, "磁盘已满");
            runs.stop(run.id(), "磁盘已满");
            assertThat(runs.isWanted(run.id())).isFalse();
            runs.resume(Actor.OPERATOR, run.id());
            assertThat(runs.isWanted(run.id())).isTrue();
            assertThat(runs.jobs(Actor.OPERATOR, run.id()))
                    .extracting(SheetJob::state)
                    .containsExactly(SheetJob.State.DONE, SheetJob.State.WAITING);
            runs.cancel(Actor.OPERATOR, run.id());
            assertThat(runs.next()).isEmpty();
            runs.finish(run.id());
            assertThat(runs.get(Actor.OPERATOR, run.id()).state()).isEqualTo(SheetRun.State.CANCELLED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void nobodyPrintsOrSeesWhatLiesOutsideOfTheJurisdiction(Engines engine) {
        try (Core core = open(engine)) {
            SheetRuns runs = core.sheetRuns();
            List<SheetTarget> both = List.of(TOWN, VILLAGE);
            assertThatThrownBy(() -> runs.create(officer("440113"), WISH, both)).isInstanceOf(Denied.class);
            assertThatThrownBy(() -> runs.create(officer("440115103208"), WISH, both))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> runs.create(officer("44"), WISH, List.of()))
                    .isInstanceOf(Refused.class);
            long id = runs.create(officer("440115"), WISH, both).id();
            assertThat(runs.list(officer("440113"))).isEmpty();
            assertThat(runs.list(officer("440115"))).hasSize(1);
            assertThatThrownBy(() -> runs.get(officer("440113"), id)).isInstanceOf(NotFound.class);
            runs.delete(officer("440115"), id);
            assertThat(runs.list(Actor.OPERATOR)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void publishedSheetsCountAsMapsOfTheYear(Engines engine) {
        try (Core core = open(engine)) {
            SheetRun run = finished(core, WISH, GREEN);
            assertThat(core.sheetRuns().publish(officer("440115"), run.id()).publishedOn())
                    .contains(LocalDate.of(2026, 3, 1));
            var year = core.board()
                    .year(Actor.OPERATOR, DivisionCode.parse("440115"), new Period(2026, LocalDate.of(2026, 3, 2)));
            assertThat(year.area().amount(Figure.TOWN_MAPS)).isEqualTo(1);
            assertThat(year.area().amount(Figure.VILLAGE_MAPS)).isEqualTo(1);
            assertThatThrownBy(() -> core.sheetRuns().publish(officer("440115"), run.id()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("已于");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatIsInternalFaultyOrWithoutApprovalIsNotPublished(Engines engine) {
        try (Core core = open(engine)) {
            SheetWish internal = new SheetWish("", "a3", true, List.of("pdf"), null, "");
            SheetReport red = new SheetReport(
                    5000, 1, List.of(new SheetReport.Check("L1", "注记压盖", Gate.FAILED, "2 处")), List.of());
            SheetReport unapproved = new SheetReport(
                    5000, 1, List.of(new SheetReport.Check("D2", "审图号", Gate.WARNING, "没有")), List.of());
            refused(core, finished(core, internal, GREEN), "内部用图");
            refused(core, finished(core, WISH, red), "东涌镇未通过检查");
            refused(core, finished(core, WISH, unapproved), "地图管理条例第十五条");
            refused(core, core.sheetRuns().create(Actor.OPERATOR, WISH, List.of(TOWN)), "还没有印制完");
        }
    }

    private static void refused(Core core, SheetRun run, String why) {
        assertThatThrownBy(() -> core.sheetRuns().publish(officer("440115"), run.id()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aNamePutByHandStaysThereUntilItIsLeftToTheProgramAgain(Engines engine) {
        try (Core core = open(engine)) {
            LabelPins pins = core.labelPins();
            LabelPin first = new LabelPin(4711, "poi", 2.5, -1, 0, false);
            LabelPin moved = new LabelPin(4711, "poi", 3, 1.25, 15, true);
            pins.put(officer("440115"), DAWEN, first);
            pins.put(officer("440115"), DAWEN, moved);
            assertThat(pins.of(DAWEN)).containsExactly(moved);
            assertThatThrownBy(() -> pins.put(officer("440113"), DAWEN, first)).isInstanceOf(Denied.class);
            assertThatThrownBy(() -> pins.put(Actor.OPERATOR, "999999999999", first))
                    .isInstanceOf(NotFound.class);
            pins.remove(officer("440115"), DAWEN, 4711, "poi");
            assertThat(pins.of(DAWEN)).isEmpty();
            assertThatThrownBy(() -> pins.remove(officer("440115"), DAWEN, 4711, "poi"))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> new LabelPin(1, "poi", Double.NaN, 0, 0, false))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theGroundHasAnotherVersionOnlyWhenSomethingOnTheMapChanged(Engines engine) {
        try (Core core = open(engine)) {
            long before = core.sheetRuns().groundVersion();
            core.labelPins().put(Actor.OPERATOR, DAWEN, new LabelPin(1, "poi", 1, 1, 0, false));
            core.sheetRuns().create(Actor.OPERATOR, WISH, List.of(TOWN));
            assertThat(core.sheetRuns().groundVersion()).isEqualTo(before);
            core.records()
                    .create(
                            Actor.OPERATOR,
                            RecordKind.PLACE,
                            Drafts.place("x", "细围", "OTHER", Drafts.point(113.45, 22.91)));
            assertThat(core.sheetRuns().groundVersion()).isGreaterThan(before);
        }
    }
}
