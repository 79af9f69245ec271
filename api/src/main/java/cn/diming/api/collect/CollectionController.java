package cn.diming.api.collect;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Given;
import cn.diming.api.answer.QrCode;
import cn.diming.api.answer.SiteAddress;
import cn.diming.api.answer.Times;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.CollectionApi;
import cn.diming.api.generated.model.Campaign;
import cn.diming.api.generated.model.CampaignCard;
import cn.diming.api.generated.model.CampaignDraft;
import cn.diming.api.generated.model.CampaignJoin;
import cn.diming.api.generated.model.CampaignList;
import cn.diming.api.generated.model.CollectedCard;
import cn.diming.api.generated.model.CollectedList;
import cn.diming.api.generated.model.CollectedPage;
import cn.diming.api.generated.model.CollectedReport;
import cn.diming.api.generated.model.CollectionPass;
import cn.diming.api.generated.model.CollectorList;
import cn.diming.api.generated.model.ErrorReportDraft;
import cn.diming.api.generated.model.FieldReportDraft;
import cn.diming.api.generated.model.FieldReportKind;
import cn.diming.api.generated.model.FieldReportState;
import cn.diming.api.generated.model.FieldWork;
import cn.diming.api.generated.model.InvitationDraft;
import cn.diming.api.generated.model.InvitationList;
import cn.diming.api.generated.model.IssuedInvitation;
import cn.diming.api.generated.model.MapPlatform;
import cn.diming.api.generated.model.ModerationBatch;
import cn.diming.api.generated.model.ModerationStep;
import cn.diming.api.generated.model.OwnReport;
import cn.diming.api.generated.model.OwnReportList;
import cn.diming.api.generated.model.StateCount;
import cn.diming.api.generated.model.SubmissionDraft;
import cn.diming.api.generated.model.SubmissionList;
import cn.diming.api.generated.model.SubmissionTally;
import cn.diming.api.generated.model.SubmissionTallyList;
import cn.diming.api.generated.model.UploadProgress;
import cn.diming.api.security.Limiter;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.collect.FieldCollection;
import cn.diming.core.collect.FieldReports;
import cn.diming.core.collect.JoinRequest;
import cn.diming.core.collect.PlatformSubmission;
import cn.diming.core.collect.ReportFilter;
import cn.diming.core.collect.ReportKind;
import cn.diming.core.collect.ReportState;
import cn.diming.core.media.MediaFile;
import cn.diming.core.media.MediaSize;
import cn.diming.core.region.DivisionCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What telephones send and learn, the desk that decides, campaigns, and submissions to map platforms. */
@RestController
class CollectionController implements CollectionApi {

    private final FieldCollection collection;
    private final CollectionDtos dtos;
    private final Visitor visitor;
    private final Limiter limiter;
    private final HttpServletRequest request;
    private final SiteAddress site;
    private final Core core;

    CollectionController(
            FieldCollection collection,
            CollectionDtos dtos,
            Visitor visitor,
            Limiter limiter,
            HttpServletRequest request,
            SiteAddress site,
            Core core) {
        this.collection = collection;
        this.dtos = dtos;
        this.visitor = visitor;
        this.limiter = limiter;
        this.request = request;
        this.site = site;
        this.core = core;
    }

    private Actor actor() {
        return visitor.actor();
    }

    @Override
    public ResponseEntity<CollectionPass> joinCampaign(CampaignJoin wanted) {
        limiter.admitLogin(request);
        var pass = collection
                .passes()
                .join(new JoinRequest(
                        wanted.getCode(),
                        wanted.getDevice(),
                        wanted.getName(),
                        Optional.ofNullable(wanted.getPhone())));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new CollectionPass(
                        pass.token(), pass.displayName(), Times.of(pass.expiresAt()), dtos.campaign(pass.campaign())));
    }

    @Override
    public ResponseEntity<FieldWork> getFieldWork() {
        var campaign = collection.campaigns().own(actor());
        var limits = collection.reports().limits(actor());
        FieldWork work = new FieldWork(
                visitor.account().map(account -> account.displayName()).orElse(""),
                limits.photos(),
                limits.photoBytes(),
                limits.voiceBytes(),
                collection.campaigns().ownTasks(actor()).stream()
                        .map(CollectionDtos::task)
                        .toList());
        campaign.map(dtos::campaign).ifPresent(work::campaign);
        return ResponseEntity.ok(work);
    }

    @Override
    public ResponseEntity<OwnReportList> listOwnReports(@Nullable Long before, Integer limit) {
        return ResponseEntity.ok(
                new OwnReportList(collection.reports().mine(actor(), Given.number(before), limit).stream()
                        .map(this::own)
                        .toList()));
    }

    private OwnReport own(FieldReports.Filed filed) {
        return CollectionDtos.own(filed, collection.reports().progress(filed));
    }

    @Override
    public ResponseEntity<OwnReport> putReport(UUID clientId, FieldReportDraft draft) {
        return ResponseEntity.ok(own(collection.reports().put(actor(), ReportBodies.draft(clientId, draft))));
    }

    @Override
    public ResponseEntity<UploadProgress> getUpload(UUID fileId) {
        return ResponseEntity.ok(CollectionDtos.progress(collection.reports().progress(actor(), fileId)));
    }

    @Override
    public ResponseEntity<UploadProgress> sendUpload(UUID fileId, Long offset, Resource piece) {
        try (InputStream in = piece.getInputStream()) {
            return ResponseEntity.ok(
                    CollectionDtos.progress(collection.reports().receive(actor(), fileId, offset, in)));
        } catch (IOException broken) {
            throw new UncheckedIOException("reading a piece of a file", broken);
        }
    }

    @Override
    public ResponseEntity<Void> reportError(UUID clientId, ErrorReportDraft draft) {
        collection
                .reports()
                .putAnonymous(ReportBodies.error(clientId, draft, core.clock().instant()));
        return ResponseEntity.accepted().build();
    }

    @Override
    public ResponseEntity<CollectedPage> listCollected(
            @Nullable String division,
            @Nullable FieldReportState state,
            @Nullable FieldReportKind kind,
            @Nullable Long campaign,
            @Nullable Long collector,
            @Nullable String text,
            @Nullable Long before,
            Integer limit) {
        ReportFilter filter = new ReportFilter(
                Given.prefix(division),
                Optional.ofNullable(state).map(word -> ReportState.valueOf(word.getValue())),
                Optional.ofNullable(kind).map(word -> ReportKind.valueOf(word.getValue())),
                Given.number(campaign),
                Given.number(collector),
                Given.text(text),
                Given.number(before));
        var page = collection.moderation().list(actor(), filter, limit);
        return ResponseEntity.ok(new CollectedPage(
                page.reports().stream().map(dtos::report).toList(),
                page.counts().entrySet().stream()
                        .map(count -> new StateCount(
                                FieldReportState.fromValue(count.getKey().name()), count.getValue()))
                        .toList()));
    }

    @Override
    public ResponseEntity<CollectedCard> getCollected(Long reportId) {
        var card = collection.moderation().get(actor(), reportId);
        return ResponseEntity.ok()
                .eTag(Versions.toTag(card.report().version()))
                .cacheControl(CacheControl.noStore())
                .body(dtos.card(card));
    }

    @Override
    public ResponseEntity<CollectedReport> moderate(Long reportId, ModerationStep step, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        var after = collection.moderation().act(actor(), reportId, version, ReportBodies.step(step));
        return ResponseEntity.ok().eTag(Versions.toTag(after.version())).body(dtos.report(after));
    }

    @Override
    public ResponseEntity<CollectedList> moderateAll(ModerationBatch batch) {
        var after = collection
                .moderation()
                .actAll(
                        actor(),
                        batch.getItems().stream().map(CollectionDtos::versioned).toList(),
                        ReportBodies.step(batch.getStep()));
        return ResponseEntity.ok(
                new CollectedList(after.stream().map(dtos::report).toList()));
    }

    /** Like other photos, a file can do nothing but be looked at; it stays with the officer alone. */
    @Override
    public ResponseEntity<Resource> getCollectedFile(Long reportId, Long mediaId, String size) {
        MediaFile file = collection
                .moderation()
                .file(actor(), reportId, mediaId, MediaSize.valueOf(size.toUpperCase(Locale.ROOT)));
        return FileAnswers.confidential(file);
    }

    @Override
    public ResponseEntity<CollectorList> listCollectors(@Nullable Long campaign) {
        return ResponseEntity.ok(
                new CollectorList(collection.campaigns().collectors(actor(), Given.number(campaign)).stream()
                        .map(CollectionDtos::tally)
                        .toList()));
    }

    @Override
    public ResponseEntity<CampaignList> listCampaigns() {
        return ResponseEntity.ok(new CampaignList(collection.campaigns().list(actor()).stream()
                .map(dtos::campaign)
                .toList()));
    }

    @Override
    public ResponseEntity<Campaign> beginCampaign(CampaignDraft wanted) {
        var begun = collection
                .campaigns()
                .begin(
                        actor(),
                        new cn.diming.core.collect.CampaignDraft(
                                wanted.getTitle(),
                                DivisionCode.parse(wanted.getDivision()),
                                Optional.ofNullable(wanted.getNote()),
                                wanted.getEndsOn()));
        return ResponseEntity.status(HttpStatus.CREATED).body(dtos.campaign(begun));
    }

    @Override
    public ResponseEntity<CampaignCard> getCampaign(Long campaignId) {
        var campaigns = collection.campaigns();
        return ResponseEntity.ok(new CampaignCard(
                dtos.campaign(campaigns.get(actor(), campaignId)),
                campaigns.coverage(actor(), campaignId).stream()
                        .map(CollectionDtos::coverage)
                        .toList(),
                campaigns.tasks(actor(), campaignId).stream()
                        .map(CollectionDtos::task)
                        .toList()));
    }

    @Override
    public ResponseEntity<Campaign> closeCampaign(Long campaignId, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return ResponseEntity.ok(dtos.campaign(collection.campaigns().close(actor(), campaignId, version)));
    }

    @Override
    public ResponseEntity<InvitationList> listInvitations(Long campaignId) {
        return ResponseEntity.ok(new InvitationList(collection.passes().list(actor(), campaignId).stream()
                .map(CollectionDtos::invitation)
                .toList()));
    }

    @Override
    public ResponseEntity<IssuedInvitation> inviteCollectors(Long campaignId, InvitationDraft wanted) {
        var issued = collection
                .passes()
                .invite(actor(), campaignId, wanted.getLabel(), wanted.getUses(), Duration.ofDays(wanted.getDays()));
        String link = "/collect/#" + issued.code();
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new IssuedInvitation(
                        CollectionDtos.invitation(issued.invitation()),
                        issued.code(),
                        link,
                        new QrCode(site.of(request) + link).svg()));
    }

    @Override
    public ResponseEntity<Void> revokeInvitation(Long invitationId) {
        collection.passes().revoke(actor(), invitationId);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<SubmissionTallyList> countSubmissions() {
        return ResponseEntity.ok(new SubmissionTallyList(collection.submissions().tallies(actor()).stream()
                .map(tally -> new SubmissionTally(
                        MapPlatform.fromValue(tally.platform().name()),
                        tally.submitted(),
                        tally.accepted(),
                        tally.rejected()))
                .toList()));
    }

    @Override
    public ResponseEntity<SubmissionList> listSubmissions(Long id) {
        return list(collection.submissions().of(actor(), id));
    }

    @Override
    public ResponseEntity<SubmissionList> noteSubmission(Long id, MapPlatform platform, SubmissionDraft wanted) {
        return list(collection
                .submissions()
                .note(
                        actor(),
                        id,
                        cn.diming.core.collect.MapPlatform.valueOf(platform.getValue()),
                        PlatformSubmission.Status.valueOf(wanted.getStatus().getValue()),
                        Optional.ofNullable(wanted.getReason())));
    }

    private static ResponseEntity<SubmissionList> list(List<PlatformSubmission> submissions) {
        return ResponseEntity.ok(new SubmissionList(
                submissions.stream().map(CollectionDtos::submission).toList()));
    }
}
