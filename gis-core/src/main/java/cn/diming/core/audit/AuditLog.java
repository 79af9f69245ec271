package cn.diming.core.audit;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    /**
     * @param action what was done: {@code create}, {@code update}, {@code delete}
     * @param before JSON of the record before; empty when it is new
     * @param after JSON of the record after; empty when it is gone
     */
    public void append(
            ChangeSet changes,
            String action,
            RecordKind kind,
            long id,
            Optional<String> before,
            Optional<String> after) {
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
                before.orElse(""),
                after.orElse(""));
        db.sql("""
                INSERT INTO audit (seq, at, account_id, action, kind, record_id, before_json, after_json,
                  previous_hash, hash)
                VALUES (:seq, :at, :account, :action, :kind, :record, :before, :after, :previous, :hash)""")
                .param("seq", entry)
                .param("at", changes.at())
                .param("account", changes.actor().accountId())
                .param("action", action)
                .param("kind", kind)
                .param("record", id)
                .param("before", before)
                .param("after", after)
                .param("previous", previous)
                .param("hash", sha256(content))
                .update();
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
