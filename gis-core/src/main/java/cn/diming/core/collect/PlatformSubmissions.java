package cn.diming.core.collect;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What became of each record at the map platforms (乡村著名行动 counts what was submitted and what was taken). */
public final class PlatformSubmissions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FieldCollection.Setting core;
    private final Db db;

    PlatformSubmissions(FieldCollection.Setting core) {
        this.core = core;
        this.db = core.db();
    }

    /** How a record stands with each platform that has it. */
    public List<PlatformSubmission> of(Actor actor, long recordId) {
        AccessPolicy.require(actor, Action.READ_COLLECTION);
        core.records().get(actor, recordId);
        return list(recordId);
    }

    private List<PlatformSubmission> list(long recordId) {
        return db.sql("SELECT * FROM platform_submission WHERE record_id = :id ORDER BY platform")
                .param("id", recordId)
                .list(PlatformSubmissions::read);
    }

    /**
     * Notes how a record stands with a platform now.
     *
     * @throws cn.diming.core.record.Refused for a rejection without a reason
     */
    public List<PlatformSubmission> note(
            Actor actor,
            long recordId,
            MapPlatform platform,
            PlatformSubmission.Status status,
            Optional<String> reason) {
        return core.journal().write(actor, changes -> {
            changes.seq();
            AccessPolicy.require(actor, Action.MODERATE_COLLECTION);
            StoredRecord record = core.records().get(actor, recordId);
            AccessPolicy.require(
                    actor,
                    RecordSchema.of(record.kind()).action(),
                    record.divisionCode().orElse(null));
            boolean answered = status != PlatformSubmission.Status.SUBMITTED;
            PlatformSubmission now = new PlatformSubmission(
                    platform, status, reason, changes.at(), answered ? Optional.of(changes.at()) : Optional.empty());
            save(changes, record, now);
            changes.saved(record.kind(), recordId, record.box());
            core.audit()
                    .append(
                            changes,
                            "platform",
                            record.kind(),
                            recordId,
                            Optional.empty(),
                            Optional.of(JSON.writeValueAsString(Map.of(
                                    "version",
                                    record.version(),
                                    "platform",
                                    platform,
                                    "status",
                                    status,
                                    "reason",
                                    now.reason().orElse("")))));
            return list(recordId);
        });
    }

    /** An answer keeps the day on which the record was submitted; submitting again begins anew. */
    private void save(ChangeSet changes, StoredRecord record, PlatformSubmission now) {
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

    /** Submitted, taken and not taken for each platform, within the actor's jurisdiction; of place names. */
    public List<PlatformSubmission.Tally> tallies(Actor actor) {
        AccessPolicy.require(actor, Action.READ_COLLECTION);
        Map<MapPlatform, PlatformSubmission.Tally> counted = new HashMap<>();
        db.sql("""
                SELECT s.platform, COUNT(*) AS submitted,
                  SUM(CASE WHEN s.status = 'ACCEPTED' THEN 1 ELSE 0 END) AS accepted,
                  SUM(CASE WHEN s.status = 'REJECTED' THEN 1 ELSE 0 END) AS rejected
                FROM platform_submission s JOIN place p ON p.id = s.record_id
                WHERE p.division_code >= :from AND p.division_code < :to GROUP BY s.platform""")
                .param("from", actor.jurisdiction())
                .param("to", actor.jurisdiction() + ":")
                .list(row -> new PlatformSubmission.Tally(
                        MapPlatform.valueOf(row.getText("platform")),
                        row.getInt("submitted"),
                        row.getInt("accepted"),
                        row.getInt("rejected")))
                .forEach(tally -> counted.put(tally.platform(), tally));
        return List.of(MapPlatform.values()).stream()
                .map(platform -> counted.getOrDefault(platform, new PlatformSubmission.Tally(platform, 0, 0, 0)))
                .toList();
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
