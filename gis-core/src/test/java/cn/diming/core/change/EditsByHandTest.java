package cn.diming.core.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.db.Db;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others change in the database by SQL is in the journal; what we change is there once. */
class EditsByHandTest {

    private static long village(Core core, String name) {
        return core.records()
                .create(Actor.OPERATOR, RecordKind.PLACE, Drafts.village(name, name, 113, 23))
                .id();
    }

    private static int byHand(Core core, String sql) {
        return core.db().inTransaction(() -> core.db().sql(sql).update());
    }

    private static List<Change> after(Core core, long seq) {
        return core.journal().since(seq, 1000);
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void anUpdateIsSeenAndOutdatesWhoStillHasTheRowBefore(Engines engine) {
        try (Core core = engine.open()) {
            long id = village(core, "甲村");
            StoredRecord before = core.store().find(RecordKind.PLACE, id).orElseThrow();
            long seq = core.journal().latest();
            byHand(core, "UPDATE place SET name = '乙村' WHERE id = " + id);

            List<Change> changes = after(core, seq);
            assertThat(changes).hasSize(1);
            assertThat(core.store().changedBy(changes.getFirst()))
                    .extracting(StoredRecord::id, record -> record.text("name").orElseThrow())
                    .containsExactly(tuple(id, "乙村"));
            StoredRecord now = core.store().find(RecordKind.PLACE, id).orElseThrow();
            assertThat(now.version()).isEqualTo(before.version() + 1);
            assertThat(now.changeSeq()).isEqualTo(core.journal().latest());
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aDeletionIsSeen(Engines engine) {
        try (Core core = engine.open()) {
            long kept = village(core, "甲村");
            long lost = village(core, "乙村");
            long seq = core.journal().latest();
            byHand(core, "DELETE FROM place WHERE id = " + lost);

            assertThat(after(core, seq))
                    .extracting(Change::op, Change::recordId)
                    .containsExactly(tuple(Change.Op.DELETED, OptionalLong.of(lost)));
            assertThat(core.store().find(RecordKind.PLACE, kept)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void newRowsAreSeenWithWhateverNumberTheyBring(Engines engine) {
        try (Core core = engine.open()) {
            village(core, "甲村");
            long id = 5_000_000;
            for (long number : new long[] {0, 1, core.journal().latest(), 999_999}) {
                long seq = core.journal().latest();
                id++;
                byHand(core, """
                        INSERT INTO ground (id, change_seq, class, created_at, updated_at)
                        VALUES (%d, %d, 'water', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')""".formatted(id, number));
                List<StoredRecord> seen = new ArrayList<>();
                after(core, seq).forEach(change -> seen.addAll(core.store().changedBy(change)));
                assertThat(seen).extracting(StoredRecord::id).containsExactly(id);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Engines.class, names = "POSTGIS")
    void onAServerANewRowNeedsNoMoreThanItsOwnColumns(Engines engine) {
        try (Core core = engine.open()) {
            long before = village(core, "甲村");
            long seq = core.journal().latest();
            byHand(core, "INSERT INTO ground (class) VALUES ('water'), ('wood')");
            List<StoredRecord> seen = core.store().changedBy(after(core, seq).getFirst());
            assertThat(seen).hasSize(2).allMatch(record -> record.id() > before && record.changeSeq() == seq + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void manyRowsOfManyStatementsAreSeenInOrder(Engines engine) {
        try (Core core = engine.open()) {
            for (int i = 0; i < 20; i++) {
                village(core, "村" + i);
            }
            long seq = core.journal().latest();
            core.db().inTransaction(() -> {
                core.db().sql("UPDATE place SET rank = 2").update();
                core.db().sql("DELETE FROM place WHERE name IN ('村3', '村4')").update();
                return core.db()
                        .sql("UPDATE place SET rank = 3 WHERE name = '村5'")
                        .update();
            });
            List<Change> changes = after(core, seq);
            assertThat(changes).extracting(Change::seq).isSorted();
            assertThat(changes.stream().filter(change -> change.op() == Change.Op.DELETED))
                    .hasSize(2);
            List<Long> saved = new ArrayList<>();
            changes.forEach(change -> core.store().changedBy(change).forEach(record -> saved.add(record.id())));
            assertThat(saved.stream().distinct()).hasSize(18);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void ourOwnWritesAreInTheJournalOnce(Engines engine) {
        try (Core core = engine.open()) {
            long id = village(core, "甲村");
            core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "divisions", Drafts.dawen());
            StoredRecord seen = core.store().find(RecordKind.PLACE, id).orElseThrow();
            core.records().delete(Actor.OPERATOR, id, seen.version());

            assertThat(after(core, 0))
                    .extracting(Change::op)
                    .containsExactly(Change.Op.SAVED, Change.Op.BATCH, Change.Op.DELETED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void everyTableOfTheMapIsWatched(Engines engine) {
        try (Core core = engine.open()) {
            String sql = core.db().kind().equals("postgis")
                    ? "SELECT DISTINCT event_object_table AS name FROM information_schema.triggers"
                            + " WHERE trigger_name LIKE 'journal_%'"
                    : "SELECT DISTINCT tbl_name AS name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal_%'";
            assertThat(core.db().sql(sql).list(row -> row.getText("name")))
                    .containsExactlyInAnyOrderElementsOf(
                            RecordSchema.all().stream().map(RecordSchema::table).toList());
        }
    }

    /** Another connection of the same server commits; nobody tells this process but the server. */
    @ParameterizedTest
    @EnumSource(value = Engines.class, names = "POSTGIS")
    void aServerTellsOfTheCommitsOfOthers(Engines engine) throws InterruptedException {
        var config = engine.fresh();
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(2);
        try (Core here = Core.open(config, Engines.CLOCK);
                Core there = Core.open(config, Engines.CLOCK);
                Db.Listening ears = here.journal().listen(() -> {
                    listening.countDown();
                    told.countDown();
                })) {
            assertThat(listening.await(10, TimeUnit.SECONDS)).isTrue();
            village(there, "甲村");
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ears).isNotNull();
        }
    }
}
