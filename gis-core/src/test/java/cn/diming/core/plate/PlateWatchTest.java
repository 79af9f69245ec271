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
import cn.diming.core.numbering.PlateFinding;
import cn.diming.core.numbering.PlateRule;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlateWatchTest {

    private static final String DAWEN = "440115103208";
    private static final Selection VILLAGE = new Selection(OptionalLong.empty(), DAWEN);
    private static final Actor OFFICER = new Actor(OptionalLong.of(7), "desk", Role.NAMING_OFFICER, "440115");

    @ParameterizedTest
    @EnumSource(Engines.class)
    void findingsFollowEachEditOfAPlateWithoutACheck(Engines engine) {
        try (Core core = village(engine)) {
            assertThat(rules(core)).isEmpty();
            StoredRecord second = plate(core, "3号");
            change(core, second, Map.of("number_text", Optional.of("1号")));
            assertThat(rules(core)).contains(PlateRule.DP_01);
            PlateCard card = core.plates().get(OFFICER, second.id());
            assertThat(core.plateWatch().findings(OFFICER, card))
                    .extracting(PlateFinding::rule)
                    .contains(PlateRule.DP_01);
            change(core, core.records().get(second.id()), Map.of("number_text", Optional.of("3号")));
            assertThat(rules(core)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void findingsFollowAStreetThatIsRenamedAndAnOutlineThatIsMoved(Engines engine) {
        try (Core core = village(engine)) {
            assertThat(rules(core)).isEmpty();
            takeStreet(core, "芝直街");
            assertThat(rules(core)).contains(PlateRule.DP_04);
            takeStreet(core, "芝正街");
            assertThat(rules(core)).isEmpty();
            core.records()
                    .change(
                            Actor.OPERATOR,
                            only(core, RecordKind.DIVISION, "大稳村").id(),
                            only(core, RecordKind.DIVISION, "大稳村").version(),
                            Map.of(),
                            Optional.of(Drafts.wkt("POLYGON ((113.6 22.9, 113.61 22.9, 113.61 22.91, 113.6 22.9))")));
            assertThat(rules(core)).containsOnly(PlateRule.DP_14);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aNumberThatStandsInAnotherVillageOfTheStreetIsFoundInBoth(Engines engine) {
        try (Core core = village(engine)) {
            assertThat(rules(core)).isEmpty();
            take(core, draft("q1", "1号", "440115103209", 113.4499, 22.9061));
            assertThat(rules(core)).contains(PlateRule.DP_01);
            assertThat(core.plateWatch()
                            .findings(OFFICER, new Selection(OptionalLong.empty(), "440115103209"))
                            .plates())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void onlyStaffOfTheDivisionSeesFindings(Engines engine) {
        try (Core core = village(engine)) {
            Actor neighbour = new Actor(OptionalLong.of(8), "panyu", Role.NAMING_OFFICER, "440113");
            for (Actor stranger : List.of(neighbour, Actor.PUBLIC)) {
                assertThatThrownBy(() -> core.plateWatch().findings(stranger, VILLAGE))
                        .isInstanceOf(Denied.class);
            }
        }
    }

    private static List<PlateRule> rules(Core core) {
        return core.plateWatch().findings(OFFICER, VILLAGE).findings().stream()
                .map(PlateFinding::rule)
                .toList();
    }

    private static void change(Core core, StoredRecord record, Map<String, Optional<Object>> values) {
        core.records().change(Actor.OPERATOR, record.id(), record.version(), values, Optional.empty());
    }

    private static Core village(Engines engine) {
        Core core = engine.open();
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
        takeStreet(core, "芝正街");
        take(core, draft("p1", "1号", DAWEN, 113.4499, 22.9051));
        take(core, draft("p2", "2号", DAWEN, 113.4501, 22.9051));
        take(core, draft("p3", "3号", DAWEN, 113.4499, 22.9052));
        return core;
    }

    private static void takeStreet(Core core, String name) {
        RecordDraft street = Drafts.street("s1", name, "LINESTRING (113.45 22.905, 113.45 22.907)");
        core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "test", List.of(street));
    }

    private static void take(Core core, RecordDraft draft) {
        core.intake().take(Actor.OPERATOR, RecordKind.DOOR_PLATE, "test", List.of(draft));
    }

    private static RecordDraft draft(String key, String number, String division, double lon, double lat) {
        return new RecordDraft(
                key,
                Map.of("street_name", "芝正街", "number_text", number, "division_code", division),
                Optional.of(Drafts.point(lon, lat)),
                List.of(),
                List.of());
    }

    private static StoredRecord plate(Core core, String number) {
        return all(core, RecordKind.DOOR_PLATE).stream()
                .filter(plate ->
                        plate.text("number_text").filter(number::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static StoredRecord only(Core core, RecordKind kind, String name) {
        return all(core, kind).stream()
                .filter(record -> record.text("name").filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static List<StoredRecord> all(Core core, RecordKind kind) {
        List<StoredRecord> records = new ArrayList<>();
        core.store().forEach(kind, records::add);
        return records;
    }
}
