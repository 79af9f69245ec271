package cn.diming.core.collect;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.region.Division;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What telephones send: reports, and their files in pieces. Everything may be sent again after a line broke; the telephone made the
 * ids, so nothing is doubled. One sees one's own reports only.
 */
public final class FieldReports {

    private static final int WHOLE = 12;
    private static final int RECORDINGS = 1;
    private static final Duration DAY = Duration.ofDays(1);

    private final FieldCollection.Setting core;
    private final Media media;
    private final ReportStore store;
    private final CampaignStore campaigns;

    FieldReports(FieldCollection.Setting core, Media media, ReportStore store, CampaignStore campaigns) {
        this.core = core;
        this.media = media;
        this.store = store;
        this.campaigns = campaigns;
    }

    /** A report and its files. */
    public record Filed(CollectedReport report, List<ReportFile> files) {}

    /**
     * Takes a report in. The same revision again, or an older one, changes nothing.
     *
     * @throws NotFound when the id is somebody else's
     * @throws Refused for faults of form, a campaign that is over, too many in a day, or a change of what is decided
     */
    public Filed put(Actor actor, ReportDraft draft) {
        AccessPolicy.require(actor, Action.COLLECT);
        long account = actor.accountId().orElseThrow(() -> new Refused(List.of("上报须有账号")));
        return core.journal().write(actor, changes -> {
            changes.seq(); // the same report on two lines at once comes one after the other
            Optional<CollectedReport> known = store.find(draft.clientId());
            if (known.isPresent()) {
                return revise(changes, own(known, account), draft);
            }
            refuseLate(changes, account);
            ReportStore.Origin origin = origin(actor, draft);
            refuseFiles(draft, origin);
            refuseFlood(changes, account, origin);
            return filed(changes, store.insert(changes, draft, origin), Optional.empty());
        });
    }

    /**
     * Takes in what somebody says is wrong, without knowing who. No files: nobody answers for them.
     *
     * @throws Refused for faults of form, files, or a place where nobody is in charge
     */
    public void putAnonymous(ReportDraft draft) {
        if (draft.kind() != ReportKind.ERROR
                || !draft.files().isEmpty()
                || draft.toldBy().isPresent()) {
            throw new Refused(List.of("匿名只能纠错，不能附文件"));
        }
        core.journal().write(Actor.PUBLIC, changes -> {
            changes.seq();
            if (store.find(draft.clientId()).isEmpty()) {
                filed(changes, store.insert(changes, draft, origin(Actor.PUBLIC, draft)), Optional.empty());
            }
            return true;
        });
    }

    private Filed revise(ChangeSet changes, CollectedReport before, ReportDraft draft) {
        if (draft.revision() <= before.revision()) {
            return new Filed(before, store.filesOf(before.id()));
        }
        if (!before.state().isOpenToReporter()) {
            throw new Refused(List.of("这条上报" + before.state().title() + "，不能再改"));
        }
        ReportStore.Origin origin = origin(changes.actor(), draft);
        refuseFiles(draft, origin);
        store.revise(before, draft, origin, store.filesOf(before.id()));
        return filed(changes, before.id(), Optional.of(before.state()));
    }

    private Filed filed(ChangeSet changes, long id, Optional<ReportState> from) {
        store.events().insert(changes, id, from, ReportState.SUBMITTED, Optional.empty());
        return new Filed(store.find(id).orElseThrow(), store.filesOf(id));
    }

    /** One's own reports, the newest first. */
    public List<Filed> mine(Actor actor, OptionalLong beforeId, int limit) {
        AccessPolicy.require(actor, Action.COLLECT);
        return actor.accountId().isEmpty()
                ? List.of()
                : store.ofAccount(actor.accountId().getAsLong(), beforeId, limit).stream()
                        .map(report -> new Filed(report, store.filesOf(report.id())))
                        .toList();
    }

    /**
     * A file and how much of it has come.
     *
     * @param offset where the next piece begins; its length when nothing more is to come
     */
    public record Progress(ReportFile file, long offset) {}

    /** How much of each file of one's own report has come. */
    public List<Progress> progress(Filed own) {
        return own.files().stream().map(this::progress).toList();
    }

    private Progress progress(ReportFile file) {
        return new Progress(
                file, file.isSettled() ? file.bytes() : media.uploads().received(file.id()));
    }

    /** How much one may send: photos of a report, bytes of a photo and of a recording. */
    public record Limits(int photos, long photoBytes, long voiceBytes) {}

    public Limits limits(Actor actor) {
        AccessPolicy.require(actor, Action.COLLECT);
        return new Limits(
                CollectionRules.of(core.profiles(), actor.jurisdiction()).photos(),
                media.uploads().limit(MediaItem.Kind.PHOTO),
                media.uploads().limit(MediaItem.Kind.VOICE));
    }

    /** @throws NotFound when nobody announced it in a report of this actor's */
    public Progress progress(Actor actor, UUID fileId) {
        ReportFile file = ownFile(actor, fileId);
        return new Progress(
                file, file.isSettled() ? file.bytes() : media.uploads().received(fileId));
    }

    /**
     * Takes the next piece of a file; one that begins elsewhere changes nothing, and the answer says where to go on. The last piece
     * has the file cleaned (no metadata survives) and kept, or refused for good.
     */
    public Progress receive(Actor actor, UUID fileId, long offset, InputStream piece) {
        ReportFile file = ownFile(actor, fileId);
        if (file.isSettled()) {
            return new Progress(file, file.bytes());
        }
        long received = media.uploads().receive(fileId, offset, file.bytes(), piece);
        if (received < file.bytes()) {
            return new Progress(file, received);
        }
        settle(actor, file);
        return progress(actor, fileId);
    }

    private void settle(Actor actor, ReportFile file) {
        media.uploads()
                .finish(
                        file.id(),
                        file.kind(),
                        (sound, refusal) -> core.journal().write(actor, changes -> {
                            changes.seq();
                            OptionalLong kept = sound.map(one -> OptionalLong.of(media.uploads()
                                            .keep(changes, one, RecordKind.COLLECTION_REPORT, file.reportId())
                                            .id()))
                                    .orElse(OptionalLong.empty());
                            store.settle(file, kept, refusal);
                            return true;
                        }));
    }

    private ReportFile ownFile(Actor actor, UUID fileId) {
        AccessPolicy.require(actor, Action.COLLECT);
        return store.findFile(fileId)
                .filter(file -> store.find(file.reportId())
                        .filter(report -> report.accountId().equals(actor.accountId()))
                        .isPresent())
                .orElseThrow(() -> new NotFound("没有这个文件，请先上报再传文件"));
    }

    private static CollectedReport own(Optional<CollectedReport> known, long account) {
        return known.filter(report -> report.accountId().equals(OptionalLong.of(account)))
                .orElseThrow(() -> new NotFound("没有这条上报"));
    }

    private void refuseLate(ChangeSet changes, long account) {
        if (campaigns
                .campaignOf(account)
                .filter(campaign -> !Passes.isRunning(campaign, changes.at()))
                .isPresent()) {
            throw new Refused(List.of("采集活动已结束，不再接收新的上报"));
        }
    }

    private void refuseFlood(ChangeSet changes, long account, ReportStore.Origin origin) {
        int most = CollectionRules.of(core.profiles(), origin.divisionCode()).reportsADay();
        if (store.countSince(account, changes.at().minus(DAY)) >= most) {
            throw new Refused(List.of("一天至多上报 " + most + " 条，请明天再报"));
        }
    }

    private void refuseFiles(ReportDraft draft, ReportStore.Origin origin) {
        int most = CollectionRules.of(core.profiles(), origin.divisionCode()).photos();
        long photos = count(draft, MediaItem.Kind.PHOTO);
        if (photos > most || draft.files().size() - photos > RECORDINGS) {
            throw new Refused(List.of("一条上报至多 " + most + " 张照片、" + RECORDINGS + " 段录音"));
        }
        for (ReportDraft.FileDraft file : draft.files()) {
            long limit = media.uploads().limit(file.kind());
            if (file.bytes() < 1 || file.bytes() > limit) {
                throw new Refused(List.of(file.kind().title() + "过大或是空的，至多 " + limit / 1_000_000 + " MB"));
            }
        }
    }

    private static long count(ReportDraft draft, MediaItem.Kind kind) {
        return draft.files().stream().filter(file -> file.kind() == kind).count();
    }

    /** Where it lies; what lies outside of the campaign (or of the jurisdiction) is still that office's to look at. */
    private ReportStore.Origin origin(Actor actor, ReportDraft draft) {
        Optional<Campaign> campaign = actor.accountId().isPresent()
                ? campaigns.campaignOf(actor.accountId().getAsLong())
                : Optional.empty();
        String within = campaign.map(Campaigns::prefix).orElse(actor.jurisdiction());
        String division = divisionAt(draft.position().at())
                .or(() -> divisionOf(draft))
                .filter(code -> code.startsWith(within))
                .or(() -> Optional.of(within).filter(code -> !code.isEmpty()).map(FieldReports::whole))
                .orElseThrow(() -> new Refused(List.of("这个位置不在任何行政区划内，请检查定位")));
        return new ReportStore.Origin(
                actor.accountId(),
                campaign.map(found -> OptionalLong.of(found.id())).orElse(OptionalLong.empty()),
                division);
    }

    private Optional<String> divisionAt(LonLat position) {
        List<Division> chain = core.divisions().at(position);
        return chain.isEmpty()
                ? Optional.empty()
                : Optional.of(chain.getLast().code().digits());
    }

    private Optional<String> divisionOf(ReportDraft draft) {
        return draft.placeId().isEmpty()
                ? Optional.empty()
                : core.store().find(draft.placeId().getAsLong()).flatMap(place -> place.divisionCode());
    }

    private static String whole(String prefix) {
        return prefix + "0".repeat(WHOLE - prefix.length());
    }
}
