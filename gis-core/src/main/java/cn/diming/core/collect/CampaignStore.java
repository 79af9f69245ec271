package cn.diming.core.collect;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.PlaceCategory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The tables of campaigns, invitations and collectors, and what of the register campaigns are about. */
final class CampaignStore {

    /** A place is settled when a report about it was, also the one that brought it into the register. */
    private static final String TASKS = """
            SELECT p.id, p.name, p.category, p.division_code, p.geom,
              CASE WHEN EXISTS (SELECT 1 FROM collection_report r WHERE r.result_place_id = p.id
                                  AND r.state IN ('ACCEPTED', 'MERGED')) THEN 'DONE'
                   WHEN EXISTS (SELECT 1 FROM collection_report r WHERE r.place_id = p.id AND r.kind <> 'ERROR'
                                  AND r.state IN ('SUBMITTED', 'ASKED', 'SECOND_LOOK')) THEN 'REPORTED'
                   ELSE 'LEFT' END AS progress
            FROM place p
            WHERE p.status = 'RECORDED' AND p.division_code >= :from AND p.division_code < :to
              AND NOT EXISTS (SELECT 1 FROM collection_report n WHERE n.result_place_id = p.id AND n.place_id IS NULL
                                AND n.state = 'ACCEPTED')""";

    private final Db db;

    CampaignStore(Db db) {
        this.db = db;
    }

    long insert(ChangeSet changes, CampaignDraft draft) {
        long id = changes.newId();
        db.sql("""
                INSERT INTO campaign (id, title, division_code, note, ends_on, created_at, created_by)
                VALUES (:id, :title, :division, :note, :ends, :at, :by)""")
                .param("id", id)
                .param("title", draft.title())
                .param("division", draft.division().digits())
                .param("note", draft.note())
                .param("ends", draft.endsOn())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
        return id;
    }

    boolean close(long id, int version) {
        return db.sql("UPDATE campaign SET closed = :yes, version = version + 1 WHERE id = :id AND version = :version")
                        .param("yes", true)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    Optional<Campaign> find(long id) {
        return db.sql("SELECT * FROM campaign WHERE id = :id").param("id", id).find(CampaignStore::campaign);
    }

    List<Campaign> list(String prefix) {
        return db.sql("SELECT * FROM campaign WHERE division_code >= :from AND division_code < :to ORDER BY id DESC")
                .param("from", prefix)
                .param("to", prefix + ":") // the character after the digits
                .list(CampaignStore::campaign);
    }

    private static Campaign campaign(Row row) {
        return new Campaign(
                row.getLong("id"),
                row.getInt("version"),
                row.getText("title"),
                row.getText("division_code"),
                row.findText("note"),
                row.findDate("ends_on").orElseThrow(),
                row.isTrue("closed"),
                row.getInstant("created_at"));
    }

    long insertInvitation(ChangeSet changes, Invitation wanted, String codeHash) {
        long id = changes.newId();
        db.sql("""
                INSERT INTO campaign_invitation (id, campaign_id, label, code_hash, uses_left, expires_at, created_at, created_by)
                VALUES (:id, :campaign, :label, :hash, :uses, :expires, :at, :by)""")
                .param("id", id)
                .param("campaign", wanted.campaignId())
                .param("label", wanted.label())
                .param("hash", codeHash)
                .param("uses", wanted.usesLeft())
                .param("expires", wanted.expiresAt())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
        return id;
    }

    private static final String INVITATIONS = """
            SELECT i.*, (SELECT COUNT(*) FROM collector c WHERE c.invitation_id = i.id) AS joined
            FROM campaign_invitation i""";

    Optional<Invitation> findInvitation(long id) {
        return db.sql(INVITATIONS + " WHERE i.id = :id").param("id", id).find(CampaignStore::invitation);
    }

    Optional<Invitation> findInvitation(String codeHash) {
        return db.sql(INVITATIONS + " WHERE i.code_hash = :hash")
                .param("hash", codeHash)
                .find(CampaignStore::invitation);
    }

    List<Invitation> invitations(long campaign) {
        return db.sql(INVITATIONS + " WHERE i.campaign_id = :campaign ORDER BY i.id DESC")
                .param("campaign", campaign)
                .list(CampaignStore::invitation);
    }

    private static Invitation invitation(Row row) {
        return new Invitation(
                row.getLong("id"),
                row.getLong("campaign_id"),
                row.getText("label"),
                row.getInt("uses_left"),
                row.getInt("joined"),
                row.getInstant("expires_at"),
                row.findInstant("revoked_at"),
                row.getInstant("created_at"));
    }

    /** False when nobody may join with it any more. */
    boolean use(long invitation) {
        return db.sql("UPDATE campaign_invitation SET uses_left = uses_left - 1 WHERE id = :id AND uses_left > 0")
                        .param("id", invitation)
                        .update()
                == 1;
    }

    void revoke(ChangeSet changes, long invitation) {
        db.sql("UPDATE campaign_invitation SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
                .param("at", changes.at())
                .param("id", invitation)
                .update();
    }

    OptionalLong collectorOf(long invitation, UUID device) {
        return db.sql("SELECT account_id FROM collector WHERE invitation_id = :invitation AND device = :device")
                .param("invitation", invitation)
                .param("device", device.toString())
                .find(row -> OptionalLong.of(row.getLong("account_id")))
                .orElse(OptionalLong.empty());
    }

    List<Long> collectorsOf(long invitation) {
        return db.sql("SELECT account_id FROM collector WHERE invitation_id = :invitation")
                .param("invitation", invitation)
                .list(row -> row.getLong("account_id"));
    }

    /** The campaign that an account collects for; empty for an account that was made otherwise. */
    Optional<Campaign> campaignOf(long account) {
        return db.sql("""
                        SELECT c.* FROM campaign c JOIN collector k ON k.campaign_id = c.id WHERE k.account_id = :account""").param("account", account).find(CampaignStore::campaign);
    }

    void insertCollector(ChangeSet changes, long account, Invitation invitation, JoinRequest request) {
        db.sql("""
                INSERT INTO collector (account_id, campaign_id, invitation_id, device, phone, joined_at)
                VALUES (:account, :campaign, :invitation, :device, :phone, :at)""")
                .param("account", account)
                .param("campaign", invitation.campaignId())
                .param("invitation", invitation.id())
                .param("device", request.device().toString())
                .param("phone", request.phone())
                .param("at", changes.at())
                .update();
    }

    /** What there is to find out in a division, by number of record. */
    List<CollectionTask> tasks(String prefix, int limit) {
        return db.sql(TASKS + " ORDER BY p.id LIMIT :limit")
                .param("from", prefix)
                .param("to", prefix + ":")
                .param("limit", limit)
                .list(CampaignStore::task);
    }

    private static CollectionTask task(Row row) {
        PlaceCategory category = PlaceCategory.find(row.getText("category")).orElse(PlaceCategory.OTHER);
        return new CollectionTask(
                row.getLong("id"),
                CollectionTask.Kind.of(category),
                row.getText("name"),
                category,
                row.findText("division_code").orElse(""),
                row.findGeometry("geom").filter(shape -> !shape.isEmpty()).map(LonLat::within),
                CollectionTask.Progress.of(row.getText("progress")));
    }

    /** Tasks and reports of a division, counted by the division that each lies in. */
    List<VillageCoverage> coverage(String prefix) {
        return db.sql("SELECT division, SUM(tasks) AS tasks, SUM(reported) AS reported, SUM(done) AS done,"
                        + " SUM(reports) AS reports FROM (SELECT t.division_code AS division, COUNT(*) AS tasks,"
                        + " SUM(CASE WHEN t.progress = 'REPORTED' THEN 1 ELSE 0 END) AS reported,"
                        + " SUM(CASE WHEN t.progress = 'DONE' THEN 1 ELSE 0 END) AS done, 0 AS reports FROM ("
                        + TASKS + ") t GROUP BY t.division_code UNION ALL"
                        + " SELECT c.division_code, 0, 0, 0, COUNT(*) FROM collection_report c"
                        + " WHERE c.division_code >= :from AND c.division_code < :to GROUP BY c.division_code) both_counts"
                        + " GROUP BY division")
                .param("from", prefix)
                .param("to", prefix + ":")
                .list(row -> new VillageCoverage(
                        row.getText("division"),
                        "",
                        row.getInt("tasks"),
                        row.getInt("reported"),
                        row.getInt("done"),
                        row.getInt("reports")));
    }

    /** What came of the reports of each collector, the busiest first. */
    List<CollectorTally> tallies(String prefix, OptionalLong campaign, int limit) {
        String one = campaign.isPresent() ? " AND r.campaign_id = :campaign" : "";
        var query = db.sql("""
                        SELECT t.*, a.display_name, k.phone FROM (
                          SELECT r.account_id, COUNT(*) AS reports, MAX(r.received_at) AS last_at,
                            SUM(CASE WHEN r.state = 'ACCEPTED' THEN 1 ELSE 0 END) AS accepted,
                            SUM(CASE WHEN r.state = 'MERGED' THEN 1 ELSE 0 END) AS merged,
                            SUM(CASE WHEN r.state = 'REJECTED' THEN 1 ELSE 0 END) AS rejected
                          FROM collection_report r
                          WHERE r.division_code >= :from AND r.division_code < :to""" + one + """
                         GROUP BY r.account_id) t
                        LEFT JOIN account a ON a.id = t.account_id
                        LEFT JOIN collector k ON k.account_id = t.account_id
                        ORDER BY t.reports DESC, t.account_id LIMIT :limit""")
                .param("from", prefix)
                .param("to", prefix + ":")
                .param("limit", limit);
        campaign.ifPresent(id -> query.param("campaign", id));
        return query.list(row -> {
            int settled = row.getInt("accepted") + row.getInt("merged") + row.getInt("rejected");
            return new CollectorTally(
                    row.findLong("account_id"),
                    row.findText("display_name").orElse("匿名"),
                    row.findText("phone"),
                    row.getInt("reports"),
                    row.getInt("reports") - settled,
                    row.getInt("accepted"),
                    row.getInt("merged"),
                    row.getInt("rejected"),
                    row.getInstant("last_at"));
        });
    }
}
