package cn.diming.core.sheet;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The rows of runs and their sheets. */
final class SheetRunStore {

    private static final int MOST = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String RUNS = """
            SELECT r.*, j.total, j.done, j.unchanged, j.failed, j.red, j.amber FROM sheet_run r
            JOIN (SELECT run_id, COUNT(*) AS total,
                SUM(CASE WHEN state = 'DONE' THEN 1 ELSE 0 END) AS done,
                SUM(CASE WHEN state = 'UNCHANGED' THEN 1 ELSE 0 END) AS unchanged,
                SUM(CASE WHEN state = 'FAILED' THEN 1 ELSE 0 END) AS failed,
                SUM(CASE WHEN gate = 'FAILED' THEN 1 ELSE 0 END) AS red,
                SUM(CASE WHEN gate = 'WARNING' THEN 1 ELSE 0 END) AS amber
              FROM sheet_job GROUP BY run_id) j ON j.run_id = r.id
            """;

    private final Db db;

    SheetRunStore(Db db) {
        this.db = db;
    }

    void insert(ChangeSet changes, long id, String scope, SheetWish wish, List<SheetTarget> targets) {
        db.sql("""
                INSERT INTO sheet_run (id, account_id, state, scope, wish, created_at)
                VALUES (:id, :account, 'WAITING', :scope, :wish, :at)""")
                .param("id", id)
                .param("account", changes.actor().accountId())
                .param("scope", scope)
                .param("wish", JSON.writeValueAsString(wish))
                .param("at", changes.at())
                .update();
        for (int number = 1; number <= targets.size(); number++) {
            SheetTarget target = targets.get(number - 1);
            db.sql("""
                    INSERT INTO sheet_job (run_id, number, division_code, name, state)
                    VALUES (:run, :number, :code, :name, 'WAITING')""")
                    .param("run", id)
                    .param("number", number)
                    .param("code", target.divisionCode())
                    .param("name", target.name())
                    .update();
        }
    }

    Optional<SheetRun> find(long id) {
        return db.sql(RUNS + "WHERE r.id = :id").param("id", id).find(SheetRunStore::run);
    }

    /** Those that lie in a jurisdiction, the newest first. */
    List<SheetRun> list(String jurisdiction) {
        return db.sql(RUNS + "WHERE r.scope >= :prefix AND r.scope < :end ORDER BY r.id DESC LIMIT " + MOST)
                .param("prefix", jurisdiction)
                .param("end", jurisdiction + ":")
                .list(SheetRunStore::run);
    }

    Optional<SheetRun> next() {
        return db.sql(RUNS + "WHERE r.state IN ('WAITING', 'RUNNING') ORDER BY r.id LIMIT 1")
                .find(SheetRunStore::run);
    }

    List<SheetJob> jobs(long run) {
        return db.sql("SELECT * FROM sheet_job WHERE run_id = :run ORDER BY number")
                .param("run", run)
                .list(SheetRunStore::job);
    }

    /** Sheets that were drawn from the very same, the newest first. */
    List<SheetJob> earlier(String inputHash) {
        return db.sql("""
                SELECT * FROM sheet_job WHERE input_hash = :hash AND state IN ('DONE', 'UNCHANGED')
                ORDER BY run_id DESC LIMIT 10""").param("hash", inputHash).list(SheetRunStore::job);
    }

    /** @return false when the run is no longer in one of the states it may leave */
    boolean setState(long id, SheetRun.State to, List<String> from, Optional<String> message, Optional<Instant> end) {
        return db.sql("""
                        UPDATE sheet_run SET state = :state, message = :message, finished_at = :at
                        WHERE id = :id AND state IN (:from)""")
                        .param("id", id)
                        .param("state", to)
                        .param("from", from)
                        .param("message", message)
                        .param("at", end)
                        .update()
                > 0;
    }

    void setPublished(long id, LocalDate day) {
        db.sql("UPDATE sheet_run SET published_on = :day WHERE id = :id")
                .param("day", day)
                .param("id", id)
                .update();
    }

    void made(long run, int number, SheetJob.Made made) {
        db.sql("""
                UPDATE sheet_job SET state = :state, attempt = attempt + 1, gate = :gate, input_hash = :hash, millis = :millis,
                  bytes = :bytes, sha256 = :sha, report = :report, error = NULL WHERE run_id = :run AND number = :number""")
                .param("run", run)
                .param("number", number)
                .param("state", made.state())
                .param("gate", made.report().gate())
                .param("hash", made.inputHash())
                .param("millis", made.millis())
                .param("bytes", made.bytes())
                .param("sha", made.sha256())
                .param("report", JSON.writeValueAsString(made.report()))
                .update();
    }

    void failed(long run, int number, String error) {
        db.sql("""
                UPDATE sheet_job SET state = 'FAILED', attempt = attempt + 1, error = :error, gate = NULL, report = NULL
                WHERE run_id = :run AND number = :number""")
                .param("run", run)
                .param("number", number)
                .param("error", error)
                .update();
    }

    void retryFailed(long run) {
        db.sql("UPDATE sheet_job SET state = 'WAITING', error = NULL WHERE run_id = :run AND state = 'FAILED'")
                .param("run", run)
                .update();
    }

    void delete(long run) {
        db.sql("DELETE FROM sheet_job WHERE run_id = :run").param("run", run).update();
        db.sql("DELETE FROM sheet_run WHERE id = :run").param("run", run).update();
    }

    /** The last journal number of anything that can be on a map. */
    long lastChangeOf(List<String> kinds) {
        return db.sql("SELECT COALESCE(MAX(seq), 0) FROM change WHERE kind IN (:kinds)")
                .param("kinds", kinds)
                .getLong();
    }

    private static SheetRun run(Row row) {
        return new SheetRun(
                row.getLong("id"),
                SheetRun.State.valueOf(row.getText("state")),
                row.getText("scope"),
                JSON.readValue(row.getText("wish"), SheetWish.class),
                new SheetRun.Counts(
                        row.getInt("total"),
                        row.getInt("done"),
                        row.getInt("unchanged"),
                        row.getInt("failed"),
                        row.getInt("red"),
                        row.getInt("amber")),
                row.findText("message"),
                row.getInstant("created_at"),
                row.findInstant("finished_at"),
                row.findDate("published_on"));
    }

    private static SheetJob job(Row row) {
        return new SheetJob(
                row.getLong("run_id"),
                row.getInt("number"),
                new SheetTarget(row.getText("division_code"), row.getText("name")),
                SheetJob.State.valueOf(row.getText("state")),
                row.getInt("attempt"),
                row.findText("input_hash"),
                row.findLong("millis").orElse(0),
                row.findLong("bytes").orElse(0),
                row.findText("sha256"),
                row.findText("report").map(text -> JSON.readValue(text, SheetReport.class)),
                row.findText("error"));
    }
}
