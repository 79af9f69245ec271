package cn.diming.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordIntakeTest {

    private static final String SOURCE = "survey-2024";

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatIsTakenInComesBackWithEveryValue(Engines engine) {
        try (Core core = engine.open()) {
            RecordDraft draft = new RecordDraft(
                    "n1",
                    Map.of(
                            "name", "𪣻头\t村\\",
                            "category", "NATURAL_VILLAGE",
                            "rank", 3L,
                            "meaning", "第一行\n第二行",
                            "valid_from", LocalDate.of(1958, 10, 1),
                            "attributes", "{\"households\": 12}"),
                    Optional.of(Drafts.point(113.45, 22.91)),
                    List.of(new RecordDraft.Name(
                            "坪上",
                            RecordDraft.NameKind.FORMER,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(LocalDate.of(1952, 1, 1)))),
                    List.of(new RecordDraft.Registration("22200", Optional.of("44011510322200000001"))));

            IntakeResult result = core.intake().take(Actor.OPERATOR, RecordKind.PLACE, SOURCE, List.of(draft));

            assertThat(result).isEqualTo(new IntakeResult(1, 0, 0));
            StoredRecord stored = only(core, RecordKind.PLACE);
            assertThat(stored.values())
                    .containsAllEntriesOf(Map.of(
                            "name",
                            "𪣻头\t村\\",
                            "rank",
                            3L,
                            "meaning",
                            "第一行\n第二行",
                            "valid_from",
                            LocalDate.of(1958, 10, 1),
                            "status",
                            "RECORDED"));
            assertThat(stored.geometry().orElseThrow().getCoordinate().x).isEqualTo(113.45);
            assertThat(stored.updatedAt()).isEqualTo(Engines.CLOCK.instant());
            assertThat(core.store().namesOf(List.of(stored.id())).get(stored.id()))
                    .isEqualTo(draft.names());
            assertThat(core.store().registrationsOf(stored.id())).isEqualTo(draft.registrations());
            assertThat(core.store().sourcesOf(stored.id())).containsExactly(new RecordStore.SourceKey(SOURCE, "n1"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theSameSourceASecondTimeChangesNothing(Engines engine) {
        try (Core core = engine.open()) {
            List<RecordDraft> drafts =
                    List.of(Drafts.village("a", "大稳村", 113.45, 22.91), Drafts.village("b", "细稳村", 113.46, 22.92));
            core.intake().take(Actor.OPERATOR, RecordKind.PLACE, SOURCE, drafts);
            long before = core.journal().latest();

            IntakeResult again = core.intake().take(Actor.OPERATOR, RecordKind.PLACE, SOURCE, drafts);

            assertThat(again).isEqualTo(new IntakeResult(0, 0, 2));
            assertThat(core.journal().since(before, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void onlyWhatTheSourceChangedIsUpdated(Engines engine) {
        try (Core core = engine.open()) {
            core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.PLACE,
                            SOURCE,
                            List.of(
                                    Drafts.village("a", "大稳村", 113.45, 22.91),
                                    Drafts.village("b", "细稳村", 113.46, 22.92)));

            IntakeResult result = core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.PLACE,
                            SOURCE,
                            List.of(
                                    Drafts.village("a", "大稳村", 113.45, 22.91),
                                    Drafts.village("b", "小稳村", 113.46, 22.92)));

            assertThat(result).isEqualTo(new IntakeResult(0, 1, 1));
            assertThat(core.store().inBox(RecordKind.PLACE, new Bbox(113.455, 22.9, 113.5, 22.95), 10))
                    .singleElement()
                    .satisfies(r -> {
                        assertThat(r.title()).isEqualTo("小稳村");
                        assertThat(r.version()).isEqualTo(2);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theJournalTellsWhereAMovedRecordWasAndNothingOfTheUnchanged(Engines engine) {
        try (Core core = engine.open()) {
            RecordDraft still = Drafts.village("b", "细稳村", 100, 30);
            core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.PLACE,
                            SOURCE,
                            List.of(Drafts.village("a", "大稳村", 113.45, 22.91), still));
            long before = core.journal().latest();

            core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.PLACE,
                            SOURCE,
                            List.of(Drafts.village("a", "大稳村", 113.55, 22.95), still));

            assertThat(core.journal().since(before, 10))
                    .singleElement()
                    .satisfies(change -> assertThat(change.box()).contains(new Bbox(113.45, 22.91, 113.55, 22.95)));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void namesFromOneSourceAndPolygonsFromAnotherMeetInOneDivision(Engines engine) {
        try (Core core = engine.open()) {
            core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.DIVISION,
                            "names",
                            List.of(Drafts.division("440115000000", "南沙区", 3, "440100000000", Optional.empty())));

            IntakeResult result = core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.DIVISION,
                            "polygons",
                            List.of(Drafts.division(
                                    "440115000000", "南沙区", 3, "", Optional.of(Drafts.square(113.3, 22.6, 0.4)))));

            assertThat(result).isEqualTo(new IntakeResult(0, 1, 0));
            StoredRecord division = only(core, RecordKind.DIVISION);
            assertThat(division.text("parent_code")).contains("440100000000");
            assertThat(division.geometry()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aPointIsFoundInItsChainOfDivisions(Engines engine) {
        try (Core core = engine.open()) {
            core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, SOURCE, Drafts.dawen());
            core.divisions().rebuild();

            assertThat(core.divisions().at(new LonLat(113.45, 22.91)))
                    .extracting(d -> d.name())
                    .containsExactly("广东省", "广州市", "南沙区", "东涌镇", "大稳村");
            assertThat(core.divisions().address("440115103208")).isEqualTo("广东省广州市南沙区东涌镇大稳村");
            assertThat(core.divisions().at(new LonLat(110, 20))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void anOfficerMayNotImportIntoAnotherDistrict(Engines engine) {
        try (Core core = engine.open()) {
            Actor panyu = new Actor(OptionalLong.of(7), "panyu", Role.NAMING_OFFICER, "440113");
            RecordDraft inNansha = new RecordDraft(
                    "x",
                    Map.of("name", "大稳村", "category", "NATURAL_VILLAGE", "division_code", "440115103208"),
                    Optional.empty(),
                    List.of(),
                    List.of());

            assertThatThrownBy(() -> core.intake().take(panyu, RecordKind.PLACE, SOURCE, List.of(inNansha)))
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("440113");
            assertThat(core.store().count(RecordKind.PLACE)).isZero();
        }
    }

    private static StoredRecord only(Core core, RecordKind kind) {
        List<StoredRecord> all = new java.util.ArrayList<>();
        core.store().forEach(kind, all::add);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
