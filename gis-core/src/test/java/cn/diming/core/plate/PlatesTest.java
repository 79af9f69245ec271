package cn.diming.core.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlatesTest {

    private static final String DAWEN = "440115103208";
    private static final Selection VILLAGE = new Selection(OptionalLong.empty(), DAWEN);
    private static final Actor OFFICER = new Actor(OptionalLong.of(7), "desk", Role.NAMING_OFFICER, "440115");
    private static final Actor NEIGHBOUR = new Actor(OptionalLong.of(8), "panyu", Role.NAMING_OFFICER, "440113");

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aPlateGoesFromItsNumberToTheWallAndEveryStepIsOnRecord(Engines engine) {
        try (Core core = plate(engine, PlateStatus.PLANNED)) {
            Plates plates = core.plates();
            PlateCard card = only(core);
            assertThatThrownBy(() -> plates.advance(OFFICER, card.id(), card.version(), step(PlateStatus.MADE)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("“已编号”的门牌不能变为“已制作”");
            PlateCard confirmed = plates.advance(OFFICER, card.id(), card.version(), confirmation());
            assertThat(confirmed.authority()).hasValue("南沙区公安分局");
            assertThatThrownBy(() -> plates.advance(OFFICER, card.id(), card.version(), step(PlateStatus.MADE)))
                    .isInstanceOf(Stale.class);
            PlateCard made = plates.advance(OFFICER, card.id(), confirmed.version(), step(PlateStatus.MADE));
            PlateCard hung = plates.advance(OFFICER, card.id(), made.version(), step(PlateStatus.INSTALLED));
            assertThat(hung.events())
                    .extracting(PlateCard.Event::to)
                    .containsExactly(PlateStatus.CONFIRMED, PlateStatus.MADE, PlateStatus.INSTALLED);
            assertThat(hung.events().getFirst().document()).hasValue("门确〔2026〕12号");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aConfirmationSaysByWhom(Engines engine) {
        assertThatThrownBy(() -> step(PlateStatus.CONFIRMED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("机关");
        try (Core core = plate(engine, PlateStatus.PLANNED)) {
            assertThat(only(core).authority()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void everybodyReportsAFaultAndTheOfficeAnswers(Engines engine) {
        try (Core core = plate(engine, PlateStatus.INSTALLED)) {
            Plates plates = core.plates();
            long id = only(core).id();
            plates.report(id, ErrorReport.Kind.DAMAGED, Optional.of(" 号牌掉了 "));
            assertThatThrownBy(() -> plates.report(id, ErrorReport.Kind.OTHER, Optional.of("长".repeat(501))))
                    .isInstanceOf(Refused.class);
            ErrorReport report = plates.reports(OFFICER, VILLAGE, true, 10).getFirst();
            assertThat(report.address()).isEqualTo("芝正街9号");
            assertThat(report.text()).hasValue("号牌掉了");
            assertThatThrownBy(() -> plates.answer(NEIGHBOUR, report.id(), "好")).isInstanceOf(Denied.class);
            assertThatThrownBy(() -> plates.answer(OFFICER, report.id(), " ")).isInstanceOf(Refused.class);
            assertThat(plates.answer(OFFICER, report.id(), "已更换").open()).isFalse();
            assertThat(plates.reports(OFFICER, VILLAGE, true, 10)).isEmpty();
            assertThat(plates.reports(OFFICER, VILLAGE, false, 10))
                    .singleElement()
                    .satisfies(answered -> assertThat(answered.answer()).hasValue("已更换"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aNumberThatIsOnlyPlannedIsNotPublic(Engines engine) {
        try (Core core = plate(engine, PlateStatus.PLANNED)) {
            long id = only(core).id();
            assertThatThrownBy(() -> core.plates().getPublic(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> core.plates().report(id, ErrorReport.Kind.OTHER, Optional.empty()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void thePublicSeesTheAddressAndNothingOfWhoDidWhat(Engines engine) {
        try (Core core = plate(engine, PlateStatus.MADE)) {
            PlateCard made = only(core);
            core.plates().advance(OFFICER, made.id(), made.version(), step(PlateStatus.INSTALLED));
            PlateCard shown = core.plates().getPublic(made.id());
            assertThat(shown.address()).isEqualTo("芝正街9号");
            assertThat(shown.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void onlyTheOwnJurisdictionIsReadAndChanged(Engines engine) {
        try (Core core = plate(engine, PlateStatus.INSTALLED)) {
            PlateCard card = only(core);
            Plates plates = core.plates();
            assertThatThrownBy(() -> plates.get(NEIGHBOUR, card.id())).isInstanceOf(Denied.class);
            assertThatThrownBy(() -> plates.list(Actor.PUBLIC, VILLAGE, Optional.empty(), 0, 10))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> plates.advance(NEIGHBOUR, card.id(), card.version(), step(PlateStatus.DAMAGED)))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> plates.reports(NEIGHBOUR, VILLAGE, true, 10))
                    .isInstanceOf(Denied.class);
            assertThat(only(core).version()).isEqualTo(card.version());
        }
    }

    private static PlateStep step(PlateStatus to) {
        return new PlateStep(
                to, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static PlateStep confirmation() {
        return new PlateStep(
                PlateStatus.CONFIRMED,
                Optional.of("南沙区公安分局"),
                Optional.of("门确〔2026〕12号"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static PlateCard only(Core core) {
        long id = core.plates()
                .list(OFFICER, VILLAGE, Optional.empty(), 0, 10)
                .getFirst()
                .id();
        return core.plates().get(OFFICER, id);
    }

    private static Core plate(Engines engine, PlateStatus status) {
        Core core = engine.open();
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
        Map<String, Object> values = new HashMap<>(
                Map.of("street_name", "芝正街", "number_text", "9号", "division_code", DAWEN, "status", status.name()));
        core.intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.DOOR_PLATE,
                        "test",
                        List.of(new RecordDraft(
                                "p1", values, Optional.of(Drafts.point(113.45, 22.905)), List.of(), List.of())));
        return core;
    }
}
