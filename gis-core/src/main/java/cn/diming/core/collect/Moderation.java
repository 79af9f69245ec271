package cn.diming.core.collect;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.change.StateEvent;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaFile;
import cn.diming.core.media.MediaItem;
import cn.diming.core.media.MediaSize;
import cn.diming.core.record.BulkRefused;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Records.Versioned;
import cn.diming.core.record.Refused;
import cn.diming.core.record.RowFault;
import cn.diming.core.record.Stale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The desk where reports are looked at and decided. Who reported is told here, and to staff alone (地名管理条例 Art. 33). */
public final class Moderation {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FieldCollection.Setting core;
    private final Media media;
    private final ReportStore store;
    private final CampaignStore campaigns;
    private final Likeness likeness;
    private final Adoption adoption;

    Moderation(FieldCollection.Setting core, Media media, ReportStore store) {
        this.core = core;
        this.media = media;
        this.store = store;
        this.campaigns = new CampaignStore(core.db());
        this.likeness = new Likeness(core);
        this.adoption = new Adoption(core, media);
    }

    /** Reports and how many there are in each state. */
    public record Page(List<CollectedReport> reports, Map<ReportState, Integer> counts) {}

    /**
     * All that an officer needs to decide.
     *
     * @param proposed what the first officer proposed, where a second one is to look
     */
    public record Card(
            CollectedReport report,
            List<ReportFile> files,
            List<MediaItem> media,
            List<StateEvent<ReportState>> events,
            List<SimilarName> similar,
            Optional<ShiftHint> shift,
            Optional<ModerationStep> proposed) {}

    /**
     * A page of reports, the newest first.
     *
     * @throws Denied when the division is not in the actor's jurisdiction
     */
    public Page list(Actor actor, ReportFilter filter, int limit) {
        AccessPolicy.require(actor, Action.READ_COLLECTION);
        boolean wider = actor.jurisdiction().startsWith(filter.division());
        ReportFilter within = wider ? within(filter, actor.jurisdiction()) : filter;
        AccessPolicy.require(actor, Action.READ_COLLECTION, within.division());
        return new Page(store.list(within, limit), store.counts(within));
    }

    private static ReportFilter within(ReportFilter filter, String division) {
        return new ReportFilter(
                division,
                filter.state(),
                filter.kind(),
                filter.campaignId(),
                filter.accountId(),
                filter.text(),
                filter.beforeId());
    }

    /** @throws NotFound when there is no such report, or none in the actor's jurisdiction */
    public Card get(Actor actor, long id) {
        CollectedReport report = readable(actor, id);
        Optional<Campaign> campaign = report.campaignId().isPresent()
                ? campaigns.find(report.campaignId().getAsLong())
                : Optional.empty();
        return new Card(
                report,
                store.filesOf(id),
                media.of(RecordKind.COLLECTION_REPORT, id),
                store.events().of(id),
                likeness.similar(actor, report),
                likeness.shift(report, campaign),
                store.proposedOf(id).map(Proposals::read));
    }

    /** A photo or recording of a report. */
    public MediaFile file(Actor actor, long id, long mediaId, MediaSize size) {
        readable(actor, id);
        return media.of(RecordKind.COLLECTION_REPORT, id).stream()
                .filter(item -> item.id() == mediaId)
                .findFirst()
                .flatMap(item -> media.fileOf(item, size))
                .orElseThrow(() -> new NotFound("没有这个文件"));
    }

    private CollectedReport readable(Actor actor, long id) {
        AccessPolicy.require(actor, Action.READ_COLLECTION);
        return store.find(id)
                .filter(report -> actor.covers(report.divisionCode()))
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的上报"));
    }

    /**
     * Takes a step with one report.
     *
     * @throws Stale when somebody else was faster
     * @throws Refused when that may not follow, or what it needs is missing
     */
    public CollectedReport act(Actor actor, long id, int version, ModerationStep step) {
        return core.journal().write(actor, changes -> {
            changes.seq();
            return act(changes, new Versioned(id, version), step);
        });
    }

    /**
     * Takes the same step with many, all of them or none.
     *
     * @throws BulkRefused with one fault for each report that could not be
     */
    public List<CollectedReport> actAll(Actor actor, List<Versioned> wanted, ModerationStep step) {
        AccessPolicy.require(actor, Action.MODERATE_COLLECTION);
        return core.journal().write(actor, changes -> {
            changes.seq();
            List<RowFault> faults = new ArrayList<>();
            List<CollectedReport> changed = new ArrayList<>();
            Set<Long> seen = new HashSet<>();
            for (Versioned one : wanted) {
                try {
                    if (!seen.add(one.id())) {
                        throw new Refused(List.of("重复给出"));
                    }
                    changed.add(act(changes, one, step));
                } catch (NotFound missing) {
                    faults.add(new RowFault(one.id(), RowFault.Kind.NOT_FOUND, "没有这条上报"));
                } catch (Denied denied) {
                    faults.add(new RowFault(one.id(), RowFault.Kind.DENIED, String.valueOf(denied.getMessage())));
                } catch (Stale stale) {
                    faults.add(new RowFault(one.id(), RowFault.Kind.STALE, "已被他人处理，请刷新"));
                } catch (Refused refused) {
                    faults.add(new RowFault(one.id(), RowFault.Kind.REFUSED, String.join("；", refused.faults())));
                }
            }
            if (!faults.isEmpty()) {
                throw new BulkRefused(faults);
            }
            return changed;
        });
    }

    private CollectedReport act(ChangeSet changes, Versioned wanted, ModerationStep step) {
        AccessPolicy.require(changes.actor(), Action.MODERATE_COLLECTION);
        CollectedReport seen = readable(changes.actor(), wanted.id());
        AccessPolicy.require(changes.actor(), Action.MODERATE_COLLECTION, seen.divisionCode());
        if (seen.version() != wanted.version()) {
            throw new Stale(seen.version());
        }
        boolean second = step instanceof ModerationStep.Confirm || step instanceof ModerationStep.SendBack;
        if (second ? seen.state() != ReportState.SECOND_LOOK : !seen.state().isOpenToReporter()) {
            throw new Refused(List.of("“" + seen.state().title() + "”的上报不能这样处理"));
        }
        ReportStore.Decision decision = decide(changes, seen, step);
        if (!store.decide(changes, seen, decision)) {
            throw new Stale(seen.version());
        }
        store.events().insert(changes, seen.id(), Optional.of(seen.state()), decision.to(), decision.answer());
        note(changes, seen, decision);
        return store.find(seen.id()).orElseThrow();
    }

    private ReportStore.Decision decide(ChangeSet changes, CollectedReport seen, ModerationStep step) {
        return switch (step) {
            case ModerationStep.Ask ask -> words(ReportState.ASKED, ask.question());
            case ModerationStep.Reject reject -> words(ReportState.REJECTED, reject.reason());
            case ModerationStep.SendBack back -> words(ReportState.SUBMITTED, back.reason());
            case ModerationStep.Confirm confirm -> confirm(changes, seen);
            case ModerationStep.Accept accept -> adoptOrPropose(changes, seen, accept);
            case ModerationStep.Merge merge -> adoptOrPropose(changes, seen, merge);
        };
    }

    private ReportStore.Decision adoptOrPropose(ChangeSet changes, CollectedReport seen, ModerationStep step) {
        adoption.check(changes.actor(), seen, step);
        return CollectionRules.of(core.profiles(), seen.divisionCode()).secondLook()
                ? new ReportStore.Decision(
                        ReportState.SECOND_LOOK,
                        Optional.empty(),
                        Optional.of(Proposals.write(step)),
                        OptionalLong.empty())
                : adopt(changes, seen, step);
    }

    /** The second pair of eyes is not the first one's. */
    private ReportStore.Decision confirm(ChangeSet changes, CollectedReport seen) {
        if (seen.decidedBy().equals(changes.actor().accountId())) {
            throw new Refused(List.of("须由另一人复核"));
        }
        ModerationStep proposed = Proposals.read(store.proposedOf(seen.id()).orElseThrow());
        adoption.check(changes.actor(), seen, proposed);
        return adopt(changes, seen, proposed);
    }

    private ReportStore.Decision adopt(ChangeSet changes, CollectedReport seen, ModerationStep step) {
        long place = adoption.adopt(changes, seen, step);
        ReportState state = step instanceof ModerationStep.Accept ? ReportState.ACCEPTED : ReportState.MERGED;
        return new ReportStore.Decision(state, Optional.empty(), Optional.empty(), OptionalLong.of(place));
    }

    private static ReportStore.Decision words(ReportState state, String words) {
        return new ReportStore.Decision(state, Optional.of(words), Optional.empty(), OptionalLong.empty());
    }

    /** The log keeps what was decided; what people said, and who they are, is not in it. */
    private void note(ChangeSet changes, CollectedReport seen, ReportStore.Decision decision) {
        changes.saved(RecordKind.COLLECTION_REPORT, seen.id(), Optional.empty());
        core.audit()
                .append(
                        changes,
                        "moderate",
                        RecordKind.COLLECTION_REPORT,
                        seen.id(),
                        new AuditLog.Content(
                                Optional.of(JSON.writeValueAsString(Map.of("state", seen.state()))),
                                Optional.of(JSON.writeValueAsString(Map.of("state", decision.to()))),
                                decision.answer()));
    }
}
