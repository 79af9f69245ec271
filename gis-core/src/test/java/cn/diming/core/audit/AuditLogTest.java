package cn.diming.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.Records;
import cn.diming.core.record.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engines.class)
class AuditLogTest {

    /** What somebody with the database in his hands may do, and the entry at which it must show. */
    private static final Map<String, Long> TAMPERINGS = Map.ofEntries(
            Map.entry("UPDATE audit SET reason = '没有的事' WHERE seq = 3", 3L),
            Map.entry("UPDATE audit SET account_id = 99 WHERE seq = 2", 2L),
            Map.entry("UPDATE audit SET action = 'delete' WHERE seq = 6", 6L),
            Map.entry("UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 1", 1L),
            Map.entry("UPDATE audit SET record_id = 77 WHERE seq = 5", 5L),
            Map.entry("UPDATE audit SET kind = 'SHOP' WHERE seq = 5", 5L),
            Map.entry("UPDATE audit SET after_json = NULL WHERE seq = 4", 4L),
            Map.entry("UPDATE audit SET before_json = after_json, after_json = before_json WHERE seq = 4", 4L),
            Map.entry("UPDATE audit SET after_json = after_json || ' ' WHERE seq = 4", 4L),
            Map.entry("UPDATE audit SET hash = previous_hash WHERE seq = 2", 2L),
            Map.entry("DELETE FROM audit WHERE seq = 1", 1L),
            Map.entry("DELETE FROM audit WHERE seq = 3", 3L),
            Map.entry("DELETE FROM audit WHERE seq = 6", 6L),
            Map.entry("DELETE FROM audit WHERE seq > 2", 3L),
            Map.entry("DELETE FROM audit", 1L),
            Map.entry("DELETE FROM setting WHERE name = 'audit.head'", 6L));

    private final Engines engine;

    AuditLogTest(Engines engine) {
        this.engine = engine;
    }

    @Test
    void anUntouchedLogIsIntactFromEveryEntryOn() {
        try (Core core = withEntries()) {
            AuditVerification whole = verify(core, 1);
            assertThat(whole.isIntact()).isTrue();
            assertThat(whole.entries()).isEqualTo(6);
            assertThat(whole.head().seq()).isEqualTo(6);
            assertThat(verify(core, 4).entries()).isEqualTo(3);
            assertThat(verify(core, 4).isIntact()).isTrue();
        }
    }

    @Test
    void whoeverTampersIsFoundAtTheFirstBrokenEntry() {
        try (Core core = withEntries()) {
            for (String step : List.of(
                    "CREATE TABLE kept AS SELECT * FROM audit", "CREATE TABLE kept_setting AS SELECT * FROM setting")) {
                core.db().inTransaction(() -> core.db().sql(step).update());
            }
            TAMPERINGS.forEach((tampering, broken) -> {
                core.db().inTransaction(() -> core.db().sql(tampering).update());
                AuditVerification found = verify(core, 1);
                assertThat(found.fault()).as(tampering).isPresent();
                assertThat(found.fault().orElseThrow().seq()).as(tampering).isEqualTo(broken);
                assertThat(found.fault().orElseThrow().message()).containsPattern("\\p{IsHan}");
                for (String step : List.of(
                        "DELETE FROM audit",
                        "INSERT INTO audit SELECT * FROM kept",
                        "DELETE FROM setting",
                        "INSERT INTO setting SELECT * FROM kept_setting")) {
                    core.db().inTransaction(() -> core.db().sql(step).update());
                }
                assertThat(verify(core, 1).isIntact()).isTrue();
            });
        }
    }

    @Test
    void twoEntriesThatWereSwappedAreFound() {
        try (Core core = withEntries()) {
            for (String step : List.of(
                    "UPDATE audit SET seq = 100 WHERE seq = 3",
                    "UPDATE audit SET seq = 3 WHERE seq = 4",
                    "UPDATE audit SET seq = 4 WHERE seq = 100")) {
                core.db().inTransaction(() -> core.db().sql(step).update());
            }
            assertThat(verify(core, 1).fault().orElseThrow().seq()).isEqualTo(3);
        }
    }

    @Test
    void anEndThatWasCutOffWithItsNoteIsFoundByAHeadKeptOutside() {
        try (Core core = withEntries()) {
            AuditHead kept = verify(core, 1).head();
            AuditEntry fourth = core.audit()
                    .list(Actor.OPERATOR, filter(OptionalLong.of(5)), 1)
                    .getFirst();
            core.db()
                    .inTransaction(() ->
                            core.db().sql("DELETE FROM audit WHERE seq > 4").update());
            core.db()
                    .inTransaction(() -> core.db()
                            .sql("UPDATE setting SET value = :head WHERE name = 'audit.head'")
                            .param("head", new AuditHead(4, fourth.hash()).toText())
                            .update());

            assertThat(verify(core, 1).isIntact()).isTrue();
            assertThat(core.audit()
                            .verify(Actor.OPERATOR, 1, List.of(kept))
                            .fault()
                            .orElseThrow()
                            .seq())
                    .isEqualTo(5);
            change(core, "又一次");
            change(core, "再一次");
            assertThat(core.audit()
                            .verify(Actor.OPERATOR, 1, List.of(kept))
                            .fault()
                            .orElseThrow()
                            .message())
                    .contains("整体重写");
        }
    }

    @Test
    void onlyAnAdministratorOfEverythingReadsTheLog() {
        try (Core core = withEntries()) {
            for (Actor other : List.of(
                    Actor.PUBLIC,
                    new Actor(OptionalLong.of(1), "a", Role.ADMINISTRATOR, "440115"),
                    new Actor(OptionalLong.of(1), "o", Role.NAMING_OFFICER, ""))) {
                assertThatThrownBy(() -> core.audit().list(other, filter(OptionalLong.empty()), 10))
                        .isInstanceOf(Denied.class);
                assertThatThrownBy(() -> core.audit().verify(other, 1, List.of()))
                        .isInstanceOf(Denied.class);
            }
            assertThat(core.audit().list(Actor.OPERATOR, filter(OptionalLong.empty()), 10))
                    .extracting(AuditEntry::seq)
                    .containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        }
    }

    private static AuditFilter filter(OptionalLong before) {
        return new AuditFilter(
                Optional.of("PLACE"),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before);
    }

    private static AuditVerification verify(Core core, long from) {
        return core.audit().verify(Actor.OPERATOR, from, List.of());
    }

    private Core withEntries() {
        Core core = engine.open();
        core.records().create(Actor.OPERATOR, RecordKind.PLACE, Drafts.village("x", "细围", 113.45, 22.91));
        for (int i = 0; i < 5; i++) {
            change(core, "第 " + i + " 次\n核对");
        }
        return core;
    }

    private static void change(Core core, String reason) {
        StoredRecord place = core.store().page(RecordKind.PLACE, 0, 1).getFirst();
        core.records()
                .change(
                        Actor.OPERATOR,
                        place.id(),
                        place.version(),
                        new Records.Edit(
                                Map.of("meaning", Optional.of("小围 " + place.version())),
                                Optional.empty(),
                                Optional.of(reason)));
    }
}
