package cn.diming.core.contact;

import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.time.Instant;
import java.util.Optional;

/** The table of codes that were sent, one row a number. */
final class ContactCodeStore {

    private final Db db;

    ContactCodeStore(Db db) {
        this.db = db;
    }

    Optional<SentCode> find(String phoneHash) {
        return db.sql("SELECT * FROM contact_code WHERE phone_hash = :phone")
                .param("phone", phoneHash)
                .find(ContactCodeStore::read);
    }

    void save(SentCode code) {
        db.sql("""
                INSERT INTO contact_code (phone_hash, salt, code_hash, attempts, sent_at, expires_at, day_began_at, sent_this_day)
                VALUES (:phone, :salt, :code, 0, :sent, :expires, :day, :count)
                ON CONFLICT (phone_hash) DO UPDATE SET salt = excluded.salt, code_hash = excluded.code_hash, attempts = 0,
                  sent_at = excluded.sent_at, expires_at = excluded.expires_at, day_began_at = excluded.day_began_at,
                  sent_this_day = excluded.sent_this_day""")
                .param("phone", code.phoneHash())
                .param("salt", code.salt())
                .param("code", code.codeHash())
                .param("sent", code.sentAt())
                .param("expires", code.expiresAt())
                .param("day", code.dayBeganAt())
                .param("count", code.sentThisDay())
                .update();
    }

    /** Counts an attempt; empty when there is no code that may still be tried. */
    Optional<SentCode> countAttempt(String phoneHash, Instant now, int most) {
        return db.sql("""
                UPDATE contact_code SET attempts = attempts + 1
                WHERE phone_hash = :phone AND attempts < :most AND expires_at > :now
                RETURNING *""")
                .param("phone", phoneHash)
                .param("most", most)
                .param("now", now)
                .find(ContactCodeStore::read);
    }

    void useUp(String phoneHash, Instant now) {
        db.sql("UPDATE contact_code SET expires_at = :now WHERE phone_hash = :phone")
                .param("now", now)
                .param("phone", phoneHash)
                .update();
    }

    /** Nothing stays of a number that asked long ago. */
    void forgetBefore(Instant before) {
        db.sql("DELETE FROM contact_code WHERE day_began_at < :before AND sent_at < :before")
                .param("before", before)
                .update();
    }

    private static SentCode read(Row row) {
        return new SentCode(
                row.getText("phone_hash"),
                row.getText("salt"),
                row.getText("code_hash"),
                row.getInt("attempts"),
                row.getInstant("sent_at"),
                row.getInstant("expires_at"),
                row.getInstant("day_began_at"),
                row.getInt("sent_this_day"));
    }
}
