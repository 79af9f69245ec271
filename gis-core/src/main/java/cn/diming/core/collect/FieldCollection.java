package cn.diming.core.collect;

import cn.diming.core.account.Accounts;
import cn.diming.core.account.ApiKeys;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.db.Db;
import cn.diming.core.history.Aliases;
import cn.diming.core.media.Media;
import cn.diming.core.naming.NameChecks;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.region.DivisionTree;
import java.time.Clock;

/** The services of collection, built together. */
public final class FieldCollection {

    private final Campaigns campaigns;
    private final Passes passes;
    private final FieldReports reports;
    private final Moderation moderation;
    private final PlatformSubmissions submissions;

    /** What collection needs of the rest of the core. */
    public record Setting(
            Db db,
            Clock clock,
            ChangeJournal journal,
            AuditLog audit,
            DivisionTree divisions,
            Records records,
            RecordStore store,
            Aliases aliases,
            NameChecks nameChecks,
            RuleProfiles profiles,
            Accounts accounts,
            ApiKeys apiKeys) {}

    public FieldCollection(Setting core, Media media) {
        CampaignStore campaignStore = new CampaignStore(core.db);
        ReportStore reportStore = new ReportStore(core.db);
        this.campaigns = new Campaigns(core, campaignStore);
        this.passes = new Passes(core, campaignStore, campaigns);
        this.reports = new FieldReports(core, media, reportStore, campaignStore);
        this.moderation = new Moderation(core, media, reportStore);
        this.submissions = new PlatformSubmissions(core);
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public Passes passes() {
        return passes;
    }

    public FieldReports reports() {
        return reports;
    }

    public Moderation moderation() {
        return moderation;
    }

    public PlatformSubmissions submissions() {
        return submissions;
    }
}
