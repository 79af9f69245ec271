package cn.diming.core.geocode;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.geocode.GeocodeJob.State;
import cn.diming.core.record.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The jobs of all accounts; each sees its own, administrators all. The rows themselves are the business of whoever runs them. */
public final class GeocodeJobs {

    private static final int MOST = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Db db;
    private final ChangeJournal journal;
    private final Clock clock;

    public GeocodeJobs(Db db, ChangeJournal journal, Clock clock) {
        this.db = db;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws cn.diming.core.access.Denied for somebody who is not signed in */
    public GeocodeJob create(Actor actor, String fileName, GeocodeOptions options, long total) {
        AccessPolicy.require(actor, Action.GEOCODE_TABLE);
        long id = journal.write(actor, changes -> {
            long number = changes.newId();
            db.sql("""
                    INSERT INTO geocode_job (id, account_id, state, file_name, options, total, created_at)
                    VALUES (:id, :account, 'WAITING', :file, :options, :total, :at)""")
                    .param("id", number)
                    .param("account", actor.accountId())
                    .param("file", fileName)
                    .param("options", JSON.writeValueAsString(options))
                    .param("total", total)
                    .param("at", changes.at())
                    .update();
            return number;
        });
        return get(actor, id);
    }

    /** @throws NotFound when there is none, or it is somebody else's */
    public GeocodeJob get(Actor actor, long id) {
        AccessPolicy.require(actor, Action.GEOCODE_TABLE);
        return find(id).filter(job -> maySee(actor, job)).orElseThrow(() -> new NotFound("没有编号为 " + id + " 的批量任务"));
    }

    /** One's own, the newest first. */
    public List<GeocodeJob> list(Actor actor) {
        AccessPolicy.require(actor, Action.GEOCODE_TABLE);
        return db.sql("SELECT * FROM geocode_job WHERE account_id = :account ORDER BY id DESC LIMIT " + MOST)
                .param("account", actor.accountId())
                .list(GeocodeJobs::read);
    }

    /** Forgets a job; whoever is running it notices. */
    public void delete(Actor actor, long id) {
        get(actor, id);
        db.inTransaction(() ->
                db.sql("DELETE FROM geocode_job WHERE id = :id").param("id", id).update());
    }

    /**
     * Forgets the jobs that were over before then; addresses of a whole table are kept no longer than they are needed.
     *
     * @return the numbers of those that are forgotten, whose files go too
     */
    public List<Long> forgetOverBefore(Instant then) {
        List<Long> old = db.sql("SELECT id FROM geocode_job WHERE finished_at < :then")
                .param("then", then)
                .list(row -> row.getLong("id"));
        if (!old.isEmpty()) { // whoever only looks does not wait for writers
            db.inTransaction(() -> db.sql("DELETE FROM geocode_job WHERE id IN (:ids)")
                    .param("ids", old)
                    .update());
        }
        return old;
    }

    /** The oldest job that is not over, also one that a stop of the server interrupted. */
    public Optional<GeocodeJob> next() {
        return db.sql("SELECT * FROM geocode_job WHERE state IN ('WAITING', 'RUNNING') ORDER BY id LIMIT 1")
                .find(GeocodeJobs::read);
    }

    /** @return false when the job has been deleted meanwhile */
    public boolean advance(long id, long done, long matched) {
        return set(
                "UPDATE geocode_job SET state = 'RUNNING', done = :done, matched = :matched WHERE id = :id",
                id,
                done,
                matched);
    }

    public void finish(long id, long done, long matched) {
        set("UPDATE geocode_job SET done = :done, matched = :matched WHERE id = :id", id, done, matched);
        end(id, State.DONE, Optional.empty());
    }

    /** @param message Chinese, for the person whose job it is */
    public void fail(long id, String message) {
        end(id, State.FAILED, Optional.of(message));
    }

    private boolean set(String sql, long id, long done, long matched) {
        return db.inTransaction(() -> db.sql(sql)
                        .param("id", id)
                        .param("done", done)
                        .param("matched", matched)
                        .update()
                > 0);
    }

    private void end(long id, State state, Optional<String> message) {
        db.inTransaction(() -> db.sql(
                        "UPDATE geocode_job SET state = :state, message = :message, finished_at = :at WHERE id = :id")
                .param("id", id)
                .param("state", state)
                .param("message", message.orElse(""))
                .param("at", clock.instant())
                .update());
    }

    private Optional<GeocodeJob> find(long id) {
        return db.sql("SELECT * FROM geocode_job WHERE id = :id")
                .param("id", id)
                .find(GeocodeJobs::read);
    }

    private static boolean maySee(Actor actor, GeocodeJob job) {
        return AccessPolicy.allows(actor.role(), Action.MANAGE_ACCOUNTS)
                || actor.accountId().orElse(0) == job.accountId();
    }

    private static GeocodeJob read(Row row) {
        return new GeocodeJob(
                row.getLong("id"),
                row.getLong("account_id"),
                State.valueOf(row.getText("state")),
                row.getText("file_name"),
                JSON.readValue(row.getText("options"), GeocodeOptions.class),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("matched"),
                row.findText("message").filter(text -> !text.isEmpty()),
                row.getInstant("created_at"),
                row.findInstant("finished_at"));
    }
}
