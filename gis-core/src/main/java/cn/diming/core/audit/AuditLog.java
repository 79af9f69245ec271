package cn.diming.core.audit;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Appends to the audit log inside the transaction it speaks of. Each entry's hash covers its content and the hash of the
 * entry before, so a later edit, removal or swap of entries shows.
 */
public final class AuditLog {

    private static final String FIRST = "0".repeat(64);

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
        long seq = changes.seq(); // the counter's lock also keeps two entries from following the same one
        long entry = 1 + db.sql("SELECT COALESCE(MAX(seq), 0) FROM audit").getLong();
        String previous = db.sql("SELECT hash FROM audit WHERE seq = :seq")
                .param("seq", entry - 1)
                .find(row -> row.getText("hash"))
                .orElse(FIRST);
        String content = String.join(
                "\n",
                previous,
                Long.toString(seq),
                changes.at().toString(),
                changes.actor().accountId().toString(),
                action,
                kind.name(),
                Long.toString(id),
                told.before.orElse(""),
                told.after.orElse(""),
                told.reason.orElse(""));
        db.sql("""
                INSERT INTO audit (seq, at, account_id, action, kind, record_id, before_json, after_json,
                  reason, previous_hash, hash)
                VALUES (:seq, :at, :account, :action, :kind, :record, :before, :after, :reason, :previous, :hash)""")
                .param("seq", entry)
                .param("at", changes.at())
                .param("account", changes.actor().accountId())
                .param("action", action)
                .param("kind", kind)
                .param("record", id)
                .param("before", told.before)
                .param("after", told.after)
                .param("reason", told.reason)
                .param("previous", previous)
                .param("hash", sha256(content))
                .update();
    }

    /** What was done to a record, newest first. */
    public List<AuditEntry> entriesOf(RecordKind kind, long id) {
        return db.sql("SELECT * FROM audit WHERE kind = :kind AND record_id = :id ORDER BY seq DESC")
                .param("kind", kind)
                .param("id", id)
                .list(row -> new AuditEntry(
                        row.getInstant("at"),
                        row.findLong("account_id"),
                        row.getText("action"),
                        row.findText("before_json"),
                        row.findText("after_json"),
                        row.findText("reason")));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
