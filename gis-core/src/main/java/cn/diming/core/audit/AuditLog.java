package cn.diming.core.audit;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Appends to the audit log inside the transaction it speaks of. Each entry's hash covers its content and the hash of the
 * entry before, and the newest is noted beside the log, so a later edit, removal, swap or cut shows.
 */
public final class AuditLog {

    private static final String HEAD = "audit.head";

    private final Db db;

    public AuditLog(Db db) {
        this.db = db;
    }

    /** Appends an entry that needs no reason; see {@link #append(ChangeSet, String, RecordKind, long, Content)}. */
    public void append(
            ChangeSet changes,
            String action,
            RecordKind kind,
            long id,
            Optional<String> before,
            Optional<String> after) {
        append(changes, action, kind, id, new Content(before, after, Optional.empty()));
    }

    /**
     * What an entry tells of the record.
     *
     * @param before JSON of the record before; empty when it is new
     * @param after JSON of the record after; empty when it is gone
     * @param reason why, in the words of whoever did it
     */
    public record Content(Optional<String> before, Optional<String> after, Optional<String> reason) {}

    /** @param action what was done, in English, imperative: {@code create}, {@code update}, {@code delete} */
    public void append(ChangeSet changes, String action, RecordKind kind, long id, Content told) {
        changes.seq(); // the counter's lock also keeps two entries from following the same one
        AuditHead head = head();
        AuditEntry open = new AuditEntry(
                head.seq() + 1,
                changes.at(),
                changes.actor().accountId(),
                action,
                kind,
                id,
                told.before,
                told.after,
                told.reason,
                head.hash(),
                "");
        String hash = AuditChain.hash(open);
        insert(open, hash);
        db.sql("""
                INSERT INTO setting (name, value) VALUES (:name, :head)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value""")
                .param("name", HEAD)
                .param("head", new AuditHead(open.seq(), hash).toText())
                .update();
    }

    private void insert(AuditEntry entry, String hash) {
        db.sql("""
                INSERT INTO audit (seq, at, account_id, action, kind, record_id, before_json, after_json,
                  reason, previous_hash, hash)
                VALUES (:seq, :at, :account, :action, :kind, :record, :before, :after, :reason, :previous, :hash)""")
                .param("seq", entry.seq())
                .param("at", entry.at())
                .param("account", entry.accountId())
                .param("action", entry.action())
                .param("kind", entry.kind())
                .param("record", entry.recordId())
                .param("before", entry.before())
                .param("after", entry.after())
                .param("reason", entry.reason())
                .param("previous", entry.previousHash())
                .param("hash", hash)
                .update();
    }

    private AuditHead head() {
        return db.sql("SELECT value FROM setting WHERE name = :name")
                .param("name", HEAD)
                .find(row -> row.getText("value"))
                .flatMap(AuditHead::parse)
                .orElse(AuditHead.EMPTY);
    }

    /** What was done to a record, newest first. */
    public List<AuditEntry> entriesOf(RecordKind kind, long id) {
        return db.sql("SELECT * FROM audit WHERE kind = :kind AND record_id = :id ORDER BY seq DESC")
                .param("kind", kind)
                .param("id", id)
                .list(AuditLog::read);
    }

    /**
     * Entries that fit, newest first.
     *
     * @throws cn.diming.core.access.Denied for others than administrators of everything: entries belong to no division
     */
    public List<AuditEntry> list(Actor actor, AuditFilter filter, int limit) {
        AccessPolicy.require(actor, Action.READ_AUDIT, null);
        List<String> conditions = new ArrayList<>();
        filter.kind().ifPresent(kind -> conditions.add("kind = :kind"));
        filter.recordId().ifPresent(id -> conditions.add("record_id = :record"));
        filter.accountId().ifPresent(id -> conditions.add("account_id = :account"));
        filter.action().ifPresent(action -> conditions.add("action = :action"));
        filter.from().ifPresent(from -> conditions.add("at >= :from"));
        filter.until().ifPresent(until -> conditions.add("at < :until"));
        filter.before().ifPresent(before -> conditions.add("seq < :before"));
        Statement query = db.sql("SELECT * FROM audit"
                        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                        + " ORDER BY seq DESC LIMIT :limit")
                .param("limit", limit);
        filter.kind().ifPresent(kind -> query.param("kind", kind));
        filter.recordId().ifPresent(id -> query.param("record", id));
        filter.accountId().ifPresent(id -> query.param("account", id));
        filter.action().ifPresent(action -> query.param("action", action));
        filter.from().ifPresent(from -> query.param("from", from));
        filter.until().ifPresent(until -> query.param("until", until));
        filter.before().ifPresent(before -> query.param("before", before));
        return query.list(AuditLog::read);
    }

    /**
     * Recomputes every hash from the first entry, or from a later one on whose predecessor one relies.
     *
     * @param from number of the first entry to look at, from 1
     * @param anchors heads that were kept outside of the database; each must still be in the log
     * @throws cn.diming.core.access.Denied for others than administrators of everything
     */
    public AuditVerification verify(Actor actor, long from, List<AuditHead> anchors) {
        AccessPolicy.require(actor, Action.READ_AUDIT, null);
        AuditHead start = from <= 1
                ? AuditHead.EMPTY
                : db.sql("SELECT seq, hash FROM audit WHERE seq = :seq")
                        .param("seq", from - 1)
                        .find(row -> new AuditHead(row.getLong("seq"), row.getText("hash")))
                        .orElse(new AuditHead(from - 1, AuditHead.EMPTY.hash()));
        AuditChain chain = new AuditChain(
                start, anchors.stream().filter(anchor -> anchor.seq() >= from).toList());
        AuditHead[] stored = {head()};
        // the note of the newest entry in the same snapshot as the entries: others may be writing
        db.forEach(
                "SELECT a.*, (SELECT value FROM setting WHERE name = 'audit.head') AS head FROM audit a ORDER BY seq",
                row -> {
                    stored[0] = row.findText("head").flatMap(AuditHead::parse).orElse(AuditHead.EMPTY);
                    if (row.getLong("seq") >= from) {
                        chain.follow(read(row));
                    }
                });
        return chain.end(stored[0]);
    }

    private static AuditEntry read(Row row) {
        return new AuditEntry(
                row.getLong("seq"),
                row.getInstant("at"),
                row.findLong("account_id"),
                row.getText("action"),
                RecordKind.valueOf(row.getText("kind")),
                row.findLong("record_id").orElse(0),
                row.findText("before_json"),
                row.findText("after_json"),
                row.findText("reason"),
                row.getText("previous_hash"),
                row.getText("hash"));
    }
}
