package cn.diming.core.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.signage.SignPost;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignsTest {

    private static final String TOWN = "440115103";
    private static final Actor OFFICER = new Actor(OptionalLong.of(7), "desk", Role.NAMING_OFFICER, "440115");
    private static final Actor NEIGHBOUR = new Actor(OptionalLong.of(8), "panyu", Role.NAMING_OFFICER, "440113");

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aPlanIsPricedChangedAndTakenIntoTheRegister(Engines engine) {
        try (Core core = village(engine)) {
            Signs signs = core.signs();
            List<ProposedSign> plan = signs.propose(OFFICER, TOWN, "village", List.of());
            assertThat(plan).hasSize(4); // two ends, the crossing with the lane, the lane's end
            assertThat(plan).allSatisfy(sign -> assertThat(sign.priceYuan()).isPositive());
            assertThat(plan.getFirst().post().blades().getFirst().pinyin()).isEqualTo("ZHIZHENG JIE");
            List<SignAdjustment> changed = List.of(
                    new SignAdjustment.Drop(plan.get(0).key()),
                    new SignAdjustment.Mount(plan.get(1).key(), "附墙"),
                    new SignAdjustment.Move(plan.get(2).key(), new LonLat(113.4512, 22.9061)));
            assertThat(signs.commit(OFFICER, TOWN, "village", changed)).isEqualTo(3);
            assertThat(signs.list(OFFICER, TOWN)).hasSize(3).allMatch(sign -> sign.status() == SignStatus.PLANNED);
            List<BillLine> bill = signs.bill(OFFICER, TOWN);
            double sum = bill.stream().mapToDouble(BillLine::sumYuan).sum();
            double expected = signs.propose(OFFICER, TOWN, "village", changed).stream()
                    .mapToDouble(ProposedSign::priceYuan)
                    .sum();
            assertThat(sum).isEqualTo(expected);
            assertThat(signs.commit(OFFICER, TOWN, "village", List.of())).isEqualTo(4);
            assertThat(signs.list(OFFICER, TOWN)).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aSignGoesThroughItsLifeAndCountsForItsStreetWhileItStands(Engines engine) {
        try (Core core = village(engine)) {
            Signs signs = core.signs();
            signs.commit(OFFICER, TOWN, "village", List.of());
            SignRow sign = signs.list(OFFICER, TOWN).getFirst();
            assertThat(signs.coverage(OFFICER, TOWN, 9)).containsExactly(new Coverage("440115103000", 2, 0));
            sign = signs.advance(OFFICER, sign.id(), sign.version(), step(SignStatus.ORDERED));
            sign = signs.advance(OFFICER, sign.id(), sign.version(), step(SignStatus.INSTALLED));
            assertThat(sign.installedOn()).isPresent();
            assertThat(signs.coverage(OFFICER, TOWN, 9)).containsExactly(new Coverage("440115103000", 2, 1));
            SignRow standing = sign;
            assertThatThrownBy(() ->
                            signs.advance(OFFICER, standing.id(), standing.version() - 1, step(SignStatus.REMOVED)))
                    .isInstanceOf(Stale.class);
            assertThatThrownBy(
                            () -> signs.advance(OFFICER, standing.id(), standing.version(), step(SignStatus.ORDERED)))
                    .isInstanceOf(Refused.class);
            SignRow worn = signs.advance(
                    OFFICER,
                    standing.id(),
                    standing.version(),
                    new SignStep(
                            SignStatus.DEFECTIVE,
                            List.of(Defect.WORN),
                            Optional.of("字迹模糊"),
                            Optional.empty(),
                            Optional.empty()));
            signs.advance(OFFICER, worn.id(), worn.version(), step(SignStatus.REPAIRED));
            assertThat(signs.events(OFFICER, worn.id()))
                    .extracting(SignEvent::to)
                    .containsExactly(
                            SignStatus.ORDERED, SignStatus.INSTALLED, SignStatus.DEFECTIVE, SignStatus.REPAIRED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aVillageIsNamedWhereRoadsComeIntoItsBuiltUpArea(Engines engine) {
        try (Core core = village(engine)) {
            core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.GROUND,
                            "test",
                            List.of(new cn.diming.core.record.RecordDraft(
                                    "g1",
                                    java.util.Map.of("class", "built"),
                                    Optional.of(
                                            Drafts.wkt(
                                                    "POLYGON ((113.4502 22.904, 113.4528 22.904, 113.4528 22.906, 113.4502 22.906, 113.4502 22.904))")),
                                    List.of(),
                                    List.of())));
            Signs signs = core.signs();
            List<ProposedSign> plan = signs.propose(OFFICER, TOWN, "village", List.of());
            List<ProposedSign> entrances = plan.stream()
                    .filter(sign -> sign.post().reasons().contains(SignPost.Reason.ENTRANCE))
                    .toList();
            assertThat(entrances).hasSize(3).allSatisfy(sign -> {
                assertThat(sign.post().blades().getFirst().name()).isEqualTo("大稳村");
                assertThat(sign.post().blades().getFirst().pinyin()).isEqualTo("DAWENCUN");
            });
            assertThat(signs.commit(OFFICER, TOWN, "village", List.of())).isEqualTo(plan.size());
            assertThat(signs.list(OFFICER, TOWN))
                    .filteredOn(sign -> sign.name().equals("大稳村"))
                    .hasSize(3)
                    .allMatch(sign -> sign.outdated().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void onlyTheOwnJurisdictionIsPlanned(Engines engine) {
        try (Core core = village(engine)) {
            assertThatThrownBy(() -> core.signs().propose(NEIGHBOUR, TOWN, "village", List.of()))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> core.signs().list(Actor.PUBLIC, TOWN)).isInstanceOf(Denied.class);
        }
    }

    private static SignStep step(SignStatus to) {
        return new SignStep(to, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Core village(Engines engine) {
        Core core = engine.open();
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
        core.divisions().rebuild();
        core.intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.PLACE,
                        "test",
                        List.of(
                                in(Drafts.street("s1", "芝正街", "LINESTRING (113.45 22.905, 113.453 22.905)")),
                                in(Drafts.street("s2", "稳东巷", "LINESTRING (113.4515 22.905, 113.4515 22.9065)"))));
        return core;
    }

    private static RecordDraft in(RecordDraft draft) {
        return Drafts.with(draft, "division_code", "440115103208");
    }
}
