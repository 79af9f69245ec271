package cn.diming.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.inspection.InspectionRound;
import cn.diming.core.inspection.RoundState;
import cn.diming.core.plate.NumberingRequest;
import cn.diming.core.plate.Proposal;
import cn.diming.core.plate.Selection;
import cn.diming.core.record.RecordSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoCountyTest {

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theCountyLoadsWholeAndASecondTimeChangesNothing(Engines engine) {
        try (Core core = engine.open()) {
            Map<String, Long> steps = new LinkedHashMap<>();
            DemoCounty.load(core, steps::put);
            assertThat(steps).hasSize(14).containsEntry("演示县：乡镇", 24L).containsEntry("演示县：行政村", 590L);
            assertThat(core.demoNotice()).contains("演示数据，纯属虚构");
            assertThat(DemoInspection.find(core).map(InspectionRound::state)).contains(RoundState.FIELD);
            Map<RecordKind, Long> loaded = counts(core);
            assertThat(loaded)
                    .containsEntry(RecordKind.DIVISION, 617L)
                    .containsEntry(RecordKind.PLACE, 6659L)
                    .containsEntry(RecordKind.DOOR_PLATE, 35181L)
                    .containsEntry(RecordKind.SHOP, 4181L)
                    .containsEntry(RecordKind.FACILITY, 2489L)
                    .containsEntry(RecordKind.LOCAL_ENTRY, 1467L)
                    .containsEntry(RecordKind.GROUND, 36159L);
            long journal = core.journal().latest();

            DemoCounty.load(core, (title, count) -> {});

            assertThat(counts(core)).isEqualTo(loaded);
            assertThat(core.journal().since(journal, 10)).isEmpty();
            everyRecordLiesInTheFictionalCounty(core);
        }
    }

    /** The second village of the county is numbered along its street; the eighth numbered itself, house by house. */
    @Test
    void theConfirmedNumbersOfAVillageStandAndThoseThatPeopleGaveThemselvesAreQuestioned() {
        try (Core core = Engines.GEOPACKAGE.open()) {
            DemoCounty.load(core, (title, count) -> {});
            assertThat(conflicts(core, "349901100201")).isZero();
            assertThat(conflicts(core, "349901100207")).isGreaterThan(20);
        }
    }

    private static long conflicts(Core core, String village) {
        NumberingRequest request = new NumberingRequest(
                new Selection(OptionalLong.empty(), village),
                "east-south-left",
                NumberingRequest.Keep.CONFIRMED,
                List.of());
        Proposal proposal = core.doorNumbering().propose(Actor.OPERATOR, request);
        assertThat(proposal.doors().size() + proposal.undecided().size()).isGreaterThanOrEqualTo(50);
        return proposal.undecided().stream().filter(Proposal.Open::conflict).count()
                + proposal.findings().stream()
                        .filter(finding -> finding.rule().isProven())
                        .count();
    }

    private static void everyRecordLiesInTheFictionalCounty(Core core) {
        for (RecordSchema schema : RecordSchema.all()) {
            if (!schema.divisionColumn().isEmpty()) {
                List<String> elsewhere = core.db()
                        .sql("SELECT id FROM " + schema.table() + " WHERE " + schema.divisionColumn()
                                + " IS NULL OR NOT (" + schema.divisionColumn() + " LIKE '3499%' OR "
                                + schema.divisionColumn() + " = '340000000000')")
                        .list(row -> schema.kind() + " " + row.getLong("id"));
                assertThat(elsewhere).isEmpty();
            }
        }
    }

    private static Map<RecordKind, Long> counts(Core core) {
        Map<RecordKind, Long> counts = new LinkedHashMap<>();
        RecordSchema.all()
                .forEach(schema -> counts.put(schema.kind(), core.store().count(schema.kind())));
        return counts;
    }
}
