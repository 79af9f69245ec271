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
import cn.diming.core.numbering.PlateNumber;
import cn.diming.core.plate.NumberingRequest.Keep;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoorNumberingTest {

    private static final String DAWEN = "440115103208";
    private static final String TOWN = "440115103";
    private static final String NEXT = "440115103209";
    private static final Selection VILLAGE = new Selection(OptionalLong.empty(), DAWEN);
    private static final Actor OFFICER = new Actor(OptionalLong.of(7), "desk", Role.NAMING_OFFICER, "440115");
    private static final Actor NEIGHBOUR = new Actor(OptionalLong.of(8), "panyu", Role.NAMING_OFFICER, "440113");

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aVillageIsNumberedAsOneChangeWithOldAndNewAddresses(Engines engine) {
        try (Core core = village(engine)) {
            long before = core.journal().latest();
            NumberingRequest request = all(Keep.NONE);
            Proposal proposal = core.doorNumbering().propose(OFFICER, request);
            assertThat(proposal.findings().stream().filter(f -> f.rule().isProven()))
                    .isEmpty();
            Renumbering made = core.doorNumbering().commit(OFFICER, request, proposal.sha256(), "整村编号");
            assertThat(core.journal().latest()).isEqualTo(before + 1);
            assertThat(numbers(core)).containsExactly("1号", "2号", "3号", "4号");
            assertThat(core.doorNumbering().lines(OFFICER, made.id()))
                    .hasSize(made.changed())
                    .contains(new Renumbering.Line(plates(core).getFirst().id(), "芝正街9号", "芝正街1号"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void nothingIsStoredBeforeItIsCommitted(Engines engine) {
        try (Core core = village(engine)) {
            List<String> before = numbers(core);
            core.doorNumbering().propose(OFFICER, all(Keep.NONE));
            assertThat(numbers(core)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aProposalThatIsOutOfDateIsRefused(Engines engine) {
        try (Core core = village(engine)) {
            Proposal proposal = core.doorNumbering().propose(OFFICER, all(Keep.NONE));
            StoredRecord plate = plates(core).getFirst();
            core.records()
                    .change(
                            Actor.OPERATOR,
                            plate.id(),
                            plate.version(),
                            Map.of("building", Optional.of("甲栋")),
                            Optional.empty());
            assertThatThrownBy(() -> core.doorNumbering().commit(OFFICER, all(Keep.NONE), proposal.sha256(), "整村编号"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("重新预览");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void twoDoorsAreSwappedByHandAndTheRestFollows(Engines engine) {
        try (Core core = village(engine)) {
            List<StoredRecord> plates = plates(core);
            NumberingRequest request = new NumberingRequest(
                    VILLAGE,
                    "east-south-left",
                    Keep.NONE,
                    List.of(
                            new Adjustment.Set(plates.get(0).id(), PlateNumber.of(5)),
                            new Adjustment.Reserve(street(core), 7)));
            Proposal proposal = core.doorNumbering().propose(OFFICER, request);
            Map<Long, String> numbers = new java.util.TreeMap<>();
            proposal.doors().forEach(door -> numbers.put(door.plateId(), door.number()));
            assertThat(numbers.values()).containsExactly("5号", "2号", "9号", "4号");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void confirmedNumbersStayUnlessTheyAreUnlocked(Engines engine) {
        try (Core core = village(engine)) {
            Proposal kept = core.doorNumbering().propose(OFFICER, all(Keep.CONFIRMED));
            assertThat(kept.changed()).isZero();
            NumberingRequest unlocked = new NumberingRequest(
                    VILLAGE,
                    "east-south-left",
                    Keep.CONFIRMED,
                    List.of(new Adjustment.Unlock(plates(core).getFirst().id())));
            assertThat(core.doorNumbering().propose(OFFICER, unlocked).changed())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aStreetOverTwoVillagesNeverHasANumberTwiceAndIsInOrderOnceItIsNumberedWhole(Engines engine) {
        try (Core core = village(engine)) {
            core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.DOOR_PLATE,
                            "next",
                            List.of(
                                    plate("q1", "1号", NEXT, 113.4499, 22.9061),
                                    plate("q2", "2号", NEXT, 113.4501, 22.9061),
                                    plate("q3", "5号", NEXT, 113.4499, 22.9063)));
            for (String division : List.of(DAWEN, NEXT, TOWN)) {
                NumberingRequest request = new NumberingRequest(
                        new Selection(OptionalLong.empty(), division), "east-south-left", Keep.NONE, List.of());
                Proposal proposal = core.doorNumbering().propose(OFFICER, request);
                core.doorNumbering().commit(OFFICER, request, proposal.sha256(), "整村编号");
                assertThat(numbers(core)).doesNotHaveDuplicates();
            }
            PlateInspection.Report report = core.plateInspection()
                    .check(OFFICER, new Selection(OptionalLong.empty(), TOWN), Optional.of("east-south-left"));
            assertThat(report.findings().stream().filter(f -> f.rule().isProven()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void villagesNumberedOneAfterAnotherShareOneSeriesWhereTheProfileCountsThemTogether(Engines engine) {
        assertThat(oneAfterAnother(engine, "east-south-left"))
                .containsExactly("1号", "2号", "3号", "4号", "5号", "6号", "7号");
        assertThat(oneAfterAnother(engine, "rural")).containsExactly("1号", "2号", "3号", "4号", "11号", "10号", "13号");
    }

    /** The numbers of a planned street over two villages, from its beginning; the far village is numbered first. */
    private static List<String> oneAfterAnother(Engines engine, String profile) {
        try (Core core = village(engine)) {
            core.db().sql("UPDATE door_plate SET status = 'PLANNED'").update();
            core.intake()
                    .take(
                            Actor.OPERATOR,
                            RecordKind.DOOR_PLATE,
                            "next",
                            List.of(
                                    planned("q1", 113.4499, 22.9053),
                                    planned("q2", 113.4501, 22.9053),
                                    planned("q3", 113.4499, 22.9054)));
            for (String division : List.of(NEXT, DAWEN)) {
                NumberingRequest request = new NumberingRequest(
                        new Selection(OptionalLong.empty(), division), profile, Keep.CONFIRMED, List.of());
                Proposal proposal = core.doorNumbering().propose(OFFICER, request);
                core.doorNumbering().commit(OFFICER, request, proposal.sha256(), "整村编号");
            }
            return numbers(core);
        }
    }

    private static RecordDraft planned(String key, double lon, double lat) {
        return new RecordDraft(
                key,
                Map.of("street_name", "芝正街", "number_text", "99号", "division_code", NEXT, "status", "PLANNED"),
                Optional.of(Drafts.point(lon, lat)),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void onlyTheOwnJurisdictionIsNumbered(Engines engine) {
        try (Core core = village(engine)) {
            assertThatThrownBy(() -> core.doorNumbering().propose(NEIGHBOUR, all(Keep.NONE)))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> core.doorNumbering().propose(Actor.PUBLIC, all(Keep.NONE)))
                    .isInstanceOf(Denied.class);
        }
    }

    private static NumberingRequest all(Keep keep) {
        return new NumberingRequest(VILLAGE, "east-south-left", keep, List.of());
    }

    private static Core village(Engines engine) {
        Core core = engine.open();
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
        core.intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.PLACE,
                        "test",
                        List.of(Drafts.street("s1", "芝正街", "LINESTRING (113.45 22.905, 113.45 22.907)")));
        core.intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.DOOR_PLATE,
                        "test",
                        List.of(
                                plate("p1", "9号", 113.4499, 22.9051),
                                plate("p2", "8号", 113.4501, 22.9051),
                                plate("p3", "7号", 113.4499, 22.9052),
                                plate("p4", "6号", 113.4501, 22.9052)));
        return core;
    }

    private static RecordDraft plate(String key, String number, double lon, double lat) {
        return plate(key, number, DAWEN, lon, lat);
    }

    private static RecordDraft plate(String key, String number, String division, double lon, double lat) {
        return new RecordDraft(
                key,
                Map.of("street_name", "芝正街", "number_text", number, "division_code", division),
                Optional.of(Drafts.point(lon, lat)),
                List.of(),
                List.of());
    }

    private static List<StoredRecord> plates(Core core) {
        List<StoredRecord> plates = new ArrayList<>();
        core.store().forEach(RecordKind.DOOR_PLATE, plates::add);
        return plates.stream()
                .filter(plate -> plate.text("status").filter("RESERVED"::equals).isEmpty())
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList();
    }

    private static long street(Core core) {
        List<StoredRecord> places = new ArrayList<>();
        core.store().forEach(RecordKind.PLACE, places::add);
        return places.getFirst().id();
    }

    private static List<String> numbers(Core core) {
        return plates(core).stream()
                .map(plate -> plate.text("number_text").orElseThrow())
                .toList();
    }
}
