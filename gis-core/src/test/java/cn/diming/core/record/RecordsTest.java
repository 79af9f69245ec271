package cn.diming.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.change.Change;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordsTest {

    private static final Actor NANSHA = new Actor(OptionalLong.empty(), "nansha", Role.NAMING_OFFICER, "440115");
    private static final Actor PANYU = new Actor(OptionalLong.empty(), "panyu", Role.NAMING_OFFICER, "440113");

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aNewPlaceGetsTheDivisionItLiesIn(Engines engine) {
        try (Core core = withDivisions(engine)) {
            StoredRecord place =
                    core.records().create(NANSHA, RecordKind.PLACE, Drafts.village("x", "细围", 113.45, 22.91));

            assertThat(place.divisionCode()).contains("440115103208");
            assertThat(core.db().sql("SELECT COUNT(*) FROM audit").getLong()).isEqualTo(1);
            assertThat(core.journal().since(0, 100).getLast())
                    .isEqualTo(new Change(
                            core.journal().latest(),
                            RecordKind.PLACE,
                            Change.Op.SAVED,
                            OptionalLong.of(place.id()),
                            place.box()));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void anOfficerOfAnotherDistrictIsDenied(Engines engine) {
        try (Core core = withDivisions(engine)) {
            assertThatThrownBy(() ->
                            core.records().create(PANYU, RecordKind.PLACE, Drafts.village("x", "细围", 113.45, 22.91)))
                    .isInstanceOf(Denied.class);
            StoredRecord place =
                    core.records().create(NANSHA, RecordKind.PLACE, Drafts.village("x", "细围", 113.45, 22.91));
            assertThatThrownBy(() -> core.records().delete(PANYU, place.id(), 1))
                    .isInstanceOf(Denied.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theSecondOfTwoEditorsIsToldAndLosesNothing(Engines engine) {
        try (Core core = withDivisions(engine)) {
            StoredRecord place =
                    core.records().create(NANSHA, RecordKind.PLACE, Drafts.village("x", "细围", 113.45, 22.91));
            core.records().change(NANSHA, place.id(), 1, Map.of("meaning", Optional.of("小围")), Optional.empty());

            assertThatThrownBy(() -> core.records()
                            .change(NANSHA, place.id(), 1, Map.of("meaning", Optional.of("别的")), Optional.empty()))
                    .isInstanceOf(Stale.class);
            assertThat(core.records().get(place.id()).text("meaning")).contains("小围");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aRecordMovesItsDivisionAlongAndNotOutOfTheOfficersDistrict(Engines engine) {
        try (Core core = withDivisions(engine)) {
            StoredRecord place =
                    core.records().create(NANSHA, RecordKind.PLACE, Drafts.village("x", "细围", 113.45, 22.91));
            StoredRecord moved =
                    core.records().change(NANSHA, place.id(), 1, Map.of(), Optional.of(Drafts.point(113.5, 22.7)));

            assertThat(moved.divisionCode()).contains("440115000000");
            assertThatThrownBy(() ->
                            core.records().change(NANSHA, place.id(), 2, Map.of(), Optional.of(Drafts.point(120, 30))))
                    .isInstanceOf(Denied.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatIsOnlyProposedIsSeenByStaffOfThatDistrictAlone(Engines engine) {
        try (Core core = withDivisions(engine)) {
            RecordDraft draft = Drafts.with(Drafts.village("x", "细围", 113.45, 22.91), "status", "PROPOSED");
            StoredRecord place = core.records().create(NANSHA, RecordKind.PLACE, draft);

            assertThat(core.records().get(NANSHA, place.id()).title()).isEqualTo("细围");
            assertThatThrownBy(() -> core.records().get(PANYU, place.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> core.records().get(Actor.PUBLIC, place.id()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theAuditLogTellsWhoChangedWhatAndWhy(Engines engine) {
        try (Core core = withDivisions(engine)) {
            StoredRecord place =
                    core.records().create(NANSHA, RecordKind.PLACE, Drafts.village("x", "细围", 113.45, 22.91));
            core.records()
                    .change(
                            NANSHA,
                            place.id(),
                            1,
                            new Records.Edit(
                                    Map.of("meaning", Optional.of("小围")), Optional.empty(), Optional.of("实地核对")));

            var entries = core.audit().entriesOf(RecordKind.PLACE, place.id());
            assertThat(entries).hasSize(2);
            assertThat(entries.getFirst().action()).isEqualTo("update");
            assertThat(entries.getFirst().reason()).contains("实地核对");
            assertThat(entries.getFirst().after().orElseThrow()).contains("小围");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aNameIsNotChangedOutsideACase(Engines engine) {
        try (Core core = withDivisions(engine)) {
            StoredRecord place =
                    core.records().create(NANSHA, RecordKind.PLACE, Drafts.village("x", "细围", 113.45, 22.91));

            assertThatThrownBy(() -> core.records()
                            .change(NANSHA, place.id(), 1, Map.of("name", Optional.of("大围")), Optional.empty()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("第四条");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aDeletedRecordIsGoneAndTheJournalSaysWhereItWas(Engines engine) {
        try (Core core = withDivisions(engine)) {
            StoredRecord place =
                    core.records().create(NANSHA, RecordKind.PLACE, Drafts.village("x", "细围", 113.45, 22.91));

            core.records().delete(NANSHA, place.id(), 1);

            assertThatThrownBy(() -> core.records().get(place.id())).isInstanceOf(NotFound.class);
            Change last = core.journal().since(0, 100).getLast();
            assertThat(last.op()).isEqualTo(Change.Op.DELETED);
            assertThat(last.box()).isEqualTo(place.box());
        }
    }

    private static Core withDivisions(Engines engine) {
        Core core = engine.open();
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
        core.divisions().rebuild();
        return core;
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void nothingIsWrittenWhenADraftHasFaults(Engines engine) {
        try (Core core = withDivisions(engine)) {
            assertThatThrownBy(() ->
                            core.records().create(NANSHA, RecordKind.PLACE, Drafts.village("x", " ", 113.45, 22.91)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("名称是空的");
            assertThat(core.store().count(RecordKind.PLACE)).isZero();
            assertThat(List.of(core.journal().latest())).containsExactly(1L);
        }
    }
}
