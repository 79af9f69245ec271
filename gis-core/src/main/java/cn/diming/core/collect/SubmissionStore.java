package cn.diming.core.collect;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.record.StoredRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The table of what became of records at map platforms. */
final class SubmissionStore {

    private final Db db;

    SubmissionStore(Db db) {
        this.db = db;
    }

    List<PlatformSubmission> list(long recordId) {
        return db.sql("SELECT * FROM platform_submission WHERE record_id = :id ORDER BY platform")
                .param("id", recordId)
                .list(SubmissionStore::read);
    }

    /** An answer keeps the day on which the record was submitted; submitting again begins anew. */
    void save(ChangeSet changes, StoredRecord record, PlatformSubmission now) {
        db.sql("""
                INSERT INTO platform_submission (record_id, platform, record_kind, status, reason, submitted_at, answered_at,
                  account_id)
                VALUES (:id, :platform, :kind, :status, :reason, :submitted, :answered, :by)
                ON CONFLICT (record_id, platform) DO UPDATE SET status = excluded.status, reason = excluded.reason,
                  submitted_at = CASE WHEN excluded.status = 'SUBMITTED' THEN excluded.submitted_at
                    ELSE platform_submission.submitted_at END,
                  answered_at = excluded.answered_at, account_id = excluded.account_id""")
                .param("id", record.id())
                .param("platform", now.platform())
                .param("kind", record.kind())
                .param("status", now.status())
                .param("reason", now.reason())
                .param("submitted", now.submittedAt())
                .param("answered", now.answeredAt())
                .param("by", changes.actor().accountId())
                .update();
    }

    Map<MapPlatform, PlatformSubmission.Tally> tallies(String prefix) {
        Map<MapPlatform, PlatformSubmission.Tally> counted = new EnumMap<>(MapPlatform.class);
        db.sql("""
                SELECT s.platform, COUNT(*) AS submitted,
                  SUM(CASE WHEN s.status = 'ACCEPTED' THEN 1 ELSE 0 END) AS accepted,
                  SUM(CASE WHEN s.status = 'REJECTED' THEN 1 ELSE 0 END) AS rejected
                FROM platform_submission s JOIN place p ON p.id = s.record_id
                WHERE p.division_code >= :from AND p.division_code < :to GROUP BY s.platform""")
                .param("from", prefix)
                .param("to", prefix + ":") // the character after the digits
                .list(row -> new PlatformSubmission.Tally(
                        MapPlatform.valueOf(row.getText("platform")),
                        row.getInt("submitted"),
                        row.getInt("accepted"),
                        row.getInt("rejected")))
                .forEach(tally -> counted.put(tally.platform(), tally));
        return counted;
    }

    private static PlatformSubmission read(Row row) {
        return new PlatformSubmission(
                MapPlatform.valueOf(row.getText("platform")),
                PlatformSubmission.Status.valueOf(row.getText("status")),
                row.findText("reason"),
                row.getInstant("submitted_at"),
                row.findInstant("answered_at"));
    }
}
