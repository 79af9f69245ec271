package cn.diming.core.collect;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionLevel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns: who is called where until when, what there is to find out and how far that has come. */
public final class Campaigns {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_TASKS = 5000;
    private static final int MOST_COLLECTORS = 1000;
    private static final int LONGEST_YEARS = 2;

    private final FieldCollection.Setting core;
    private final CampaignStore store;

    Campaigns(FieldCollection.Setting core, CampaignStore store) {
        this.core = core;
        this.store = store;
    }

    /** @throws Refused for a division that is not known, or an end that is past or too far away */
    public Campaign begin(Actor actor, CampaignDraft draft) {
        AccessPolicy.require(actor, Action.MODERATE_COLLECTION, draft.division().digits());
        if (core.divisions().find(draft.division().digits()).isEmpty()) {
            throw new Refused(List.of("没有代码为 " + draft.division() + " 的行政区划"));
        }
        LocalDate today = LocalDate.ofInstant(core.clock().instant(), CHINA);
        if (draft.endsOn().isBefore(today) || draft.endsOn().isAfter(today.plusYears(LONGEST_YEARS))) {
            throw new Refused(List.of("结束日期应在今天之后、" + LONGEST_YEARS + " 年之内"));
        }
        return core.journal().write(actor, changes -> {
            long id = store.insert(changes, draft);
            changes.saved(RecordKind.CAMPAIGN, id, Optional.empty());
            core.audit()
                    .append(
                            changes,
                            "create",
                            RecordKind.CAMPAIGN,
                            id,
                            Optional.empty(),
                            Optional.of(JSON.writeValueAsString(Map.of(
                                    "title", draft.title(),
                                    "division", draft.division().digits(),
                                    "endsOn", draft.endsOn().toString()))));
            return store.find(id).orElseThrow();
        });
    }

    /**
     * Ends a campaign: nobody joins or reports any more.
     *
     * @throws Stale when somebody else was faster
     */
    public Campaign close(Actor actor, long id, int version) {
        return core.journal().write(actor, changes -> {
            changes.seq();
            Campaign seen = existing(id);
            AccessPolicy.require(actor, Action.MODERATE_COLLECTION, seen.divisionCode());
            if (seen.version() != version || !store.close(id, version)) {
                throw new Stale(seen.version());
            }
            changes.saved(RecordKind.CAMPAIGN, id, Optional.empty());
            core.audit()
                    .append(
                            changes,
                            "close",
                            RecordKind.CAMPAIGN,
                            id,
                            new AuditLog.Content(Optional.empty(), Optional.empty(), Optional.of("结束采集活动")));
            return existing(id);
        });
    }

    /** Campaigns within the actor's jurisdiction, the newest first. */
    public List<Campaign> list(Actor actor) {
        AccessPolicy.require(actor, Action.READ_COLLECTION);
        return store.list(actor.jurisdiction());
    }

    /** @throws NotFound when there is none, or none within the actor's jurisdiction */
    public Campaign get(Actor actor, long id) {
        AccessPolicy.require(actor, Action.READ_COLLECTION);
        return store.find(id)
                .filter(found -> actor.covers(found.divisionCode()))
                .orElseThrow(() -> missing(id));
    }

    /** The campaign that the actor collects for; empty for those who were not invited to one. */
    public Optional<Campaign> own(Actor actor) {
        AccessPolicy.require(actor, Action.COLLECT);
        return actor.accountId().isPresent()
                ? store.campaignOf(actor.accountId().getAsLong())
                : Optional.empty();
    }

    /** What there is to find out in the campaign's division. */
    public List<CollectionTask> tasks(Actor actor, long id) {
        return store.tasks(prefix(get(actor, id)), MOST_TASKS);
    }

    /** What there is to find out where the actor collects; without reports of others' in detail. */
    public List<CollectionTask> ownTasks(Actor actor) {
        AccessPolicy.require(actor, Action.COLLECT);
        String prefix = own(actor).map(Campaigns::prefix).orElse(actor.jurisdiction());
        return prefix.isEmpty() ? List.of() : store.tasks(prefix, MOST_TASKS);
    }

    /** How far each village of the campaign has come, where most is left first. */
    public List<VillageCoverage> coverage(Actor actor, long id) {
        String prefix = prefix(get(actor, id));
        Map<String, VillageCoverage> counted = new HashMap<>();
        core.divisions().below(prefix).stream()
                .filter(Division::isCurrent)
                .filter(division -> division.level() == DivisionLevel.VILLAGE)
                .forEach(village -> counted.put(
                        village.code().digits(),
                        new VillageCoverage(village.code().digits(), village.name(), 0, 0, 0, 0)));
        store.coverage(prefix).forEach(row -> counted.put(row.divisionCode(), named(row)));
        return counted.values().stream()
                .sorted(Comparator.comparingInt(VillageCoverage::left)
                        .reversed()
                        .thenComparing(VillageCoverage::divisionCode))
                .toList();
    }

    private VillageCoverage named(VillageCoverage row) {
        String name =
                core.divisions().find(row.divisionCode()).map(Division::name).orElse(row.divisionCode());
        return new VillageCoverage(row.divisionCode(), name, row.tasks(), row.reported(), row.done(), row.reports());
    }

    /** What came of each collector's reports, within the actor's jurisdiction. */
    public List<CollectorTally> collectors(Actor actor, OptionalLong campaign) {
        AccessPolicy.require(actor, Action.READ_COLLECTION);
        return store.tallies(actor.jurisdiction(), campaign, MOST_COLLECTORS);
    }

    Campaign existing(long id) {
        return store.find(id).orElseThrow(() -> missing(id));
    }

    static String prefix(Campaign campaign) {
        return new DivisionCode(campaign.divisionCode()).prefix();
    }

    private static NotFound missing(long id) {
        return new NotFound("没有编号为 " + id + " 的采集活动");
    }
}
