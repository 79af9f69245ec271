package cn.diming.api.collect;

import cn.diming.api.answer.Officers;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.Campaign;
import cn.diming.api.generated.model.CollectedCard;
import cn.diming.api.generated.model.CollectedEvent;
import cn.diming.api.generated.model.CollectedFile;
import cn.diming.api.generated.model.CollectedPlace;
import cn.diming.api.generated.model.CollectedReport;
import cn.diming.api.generated.model.CollectionTask;
import cn.diming.api.generated.model.CollectorTally;
import cn.diming.api.generated.model.FieldReportKind;
import cn.diming.api.generated.model.FieldReportState;
import cn.diming.api.generated.model.Invitation;
import cn.diming.api.generated.model.MapPlatform;
import cn.diming.api.generated.model.ModerationStep;
import cn.diming.api.generated.model.OwnReport;
import cn.diming.api.generated.model.OwnReportFile;
import cn.diming.api.generated.model.PlaceCategory;
import cn.diming.api.generated.model.Reporter;
import cn.diming.api.generated.model.ShiftHint;
import cn.diming.api.generated.model.SimilarName;
import cn.diming.api.generated.model.Submission;
import cn.diming.api.generated.model.UploadProgress;
import cn.diming.api.generated.model.VillageCoverage;
import cn.diming.core.Core;
import cn.diming.core.change.RecordKind;
import cn.diming.core.change.StateEvent;
import cn.diming.core.collect.FieldReports;
import cn.diming.core.collect.Moderation;
import cn.diming.core.collect.PlatformSubmission;
import cn.diming.core.collect.ReportState;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.MediaItem;
import cn.diming.core.region.Division;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Collection as the contract has it. Only what goes to staff names people. */
@Component
class CollectionDtos {

    private static final String ANONYMOUS = "匿名";

    private final Core core;
    private final Officers officers;

    CollectionDtos(Core core, Officers officers) {
        this.core = core;
        this.officers = officers;
    }

    Campaign campaign(cn.diming.core.collect.Campaign stored) {
        Campaign campaign = new Campaign(
                stored.id(),
                stored.version(),
                stored.title(),
                stored.divisionCode(),
                division(stored.divisionCode()),
                stored.endsOn(),
                stored.closed(),
                Times.of(stored.createdAt()));
        stored.note().ifPresent(campaign::note);
        return campaign;
    }

    private String division(String code) {
        return core.divisions().find(code).map(Division::name).orElse(code);
    }

    static CollectionTask task(cn.diming.core.collect.CollectionTask stored) {
        CollectionTask task = new CollectionTask(
                stored.placeId(),
                CollectionTask.KindEnum.fromValue(stored.kind().name()),
                stored.name(),
                PlaceCategory.fromValue(stored.category().name()),
                stored.divisionCode(),
                CollectionTask.ProgressEnum.fromValue(stored.progress().name()));
        stored.position().map(CollectionDtos::position).ifPresent(task::position);
        return task;
    }

    static VillageCoverage coverage(cn.diming.core.collect.VillageCoverage row) {
        return new VillageCoverage(
                row.divisionCode(), row.name(), row.tasks(), row.reported(), row.done(), row.left(), row.reports());
    }

    static Invitation invitation(cn.diming.core.collect.Invitation stored) {
        Invitation invitation = new Invitation(
                stored.id(),
                stored.campaignId(),
                stored.label(),
                stored.usesLeft(),
                stored.joined(),
                Times.of(stored.expiresAt()),
                Times.of(stored.createdAt()));
        stored.revokedAt().map(Times::of).ifPresent(invitation::revokedAt);
        return invitation;
    }

    static CollectorTally tally(cn.diming.core.collect.CollectorTally row) {
        CollectorTally tally = new CollectorTally(
                row.displayName(),
                row.reports(),
                row.open(),
                row.accepted(),
                row.merged(),
                row.rejected(),
                Times.of(row.lastAt()));
        row.accountId().ifPresent(tally::accountId);
        row.phone().ifPresent(tally::phone);
        return tally;
    }

    /** One's own report: how it stands, and how much of each file has come. */
    static OwnReport own(FieldReports.Filed filed, List<FieldReports.Progress> files) {
        var stored = filed.report();
        OwnReport report = new OwnReport(
                UUID.fromString(stored.clientId()),
                stored.revision(),
                FieldReportKind.fromValue(stored.kind().name()),
                FieldReportState.fromValue(stored.state().name()),
                stored.title(),
                Times.of(stored.receivedAt()),
                files.stream()
                        .map(file -> new OwnReportFile(
                                file.file().id(),
                                OwnReportFile.KindEnum.fromValue(
                                        file.file().kind().name()),
                                progress(file)))
                        .toList());
        stored.answer().ifPresent(report::answer);
        stored.resultPlaceId().ifPresent(report::resultPlaceId);
        return report;
    }

    static UploadProgress progress(FieldReports.Progress now) {
        UploadProgress progress =
                new UploadProgress(now.offset(), now.file().bytes(), now.file().isSettled());
        now.file().refusal().ifPresent(progress::refusal);
        return progress;
    }

    CollectedReport report(cn.diming.core.collect.CollectedReport stored) {
        CollectedReport report = new CollectedReport(
                stored.id(),
                stored.version(),
                FieldReportKind.fromValue(stored.kind().name()),
                FieldReportState.fromValue(stored.state().name()),
                stored.title(),
                position(stored.position()),
                CollectedReport.PositionSourceEnum.fromValue(
                        stored.positionSource().name()),
                stored.divisionCode(),
                division(stored.divisionCode()),
                reporter(stored.accountId()),
                Times.of(stored.collectedAt()),
                Times.of(stored.receivedAt()),
                stored.files(),
                stored.filesReceived());
        stored.campaignId().ifPresent(report::campaignId);
        stored.placeId().ifPresent(report::placeId);
        stored.spoken().ifPresent(report::spoken);
        stored.written().ifPresent(report::written);
        stored.category()
                .map(category -> PlaceCategory.fromValue(category.name()))
                .ifPresent(report::category);
        stored.meaning().ifPresent(report::meaning);
        stored.origin().ifPresent(report::origin);
        stored.toldBy().ifPresent(report::toldBy);
        stored.note().ifPresent(report::note);
        stored.accuracyMetres().ifPresent(report::accuracyMetres);
        stored.answer().ifPresent(report::answer);
        stored.decidedAt().map(Times::of).ifPresent(report::decidedAt);
        stored.decidedBy().ifPresent(id -> report.decidedBy(officers.name(OptionalLong.of(id), true)));
        stored.resultPlaceId().ifPresent(report::resultPlaceId);
        return report;
    }

    private Reporter reporter(OptionalLong account) {
        if (account.isEmpty()) {
            return new Reporter(ANONYMOUS);
        }
        return new Reporter(officers.name(account, true)).accountId(account.getAsLong());
    }

    CollectedCard card(Moderation.Card card) {
        CollectedCard answer = new CollectedCard(
                report(card.report()),
                card.media().stream()
                        .map(item -> file(card.report().id(), item))
                        .toList(),
                card.files().stream().flatMap(file -> file.refusal().stream()).toList(),
                card.similar().stream().map(CollectionDtos::similar).toList(),
                card.events().stream().map(this::event).toList());
        card.report()
                .placeId()
                .ifPresent(id -> core.store()
                        .find(RecordKind.PLACE, id)
                        .map(place -> new CollectedPlace(place.id(), place.title())
                                .position(place.position()
                                        .map(CollectionDtos::position)
                                        .orElse(null)))
                        .ifPresent(answer::place));
        card.shift()
                .map(hint -> new ShiftHint(hint.system(), position(hint.corrected()), hint.why()))
                .ifPresent(answer::shift);
        card.proposed().map(CollectionDtos::step).ifPresent(answer::proposed);
        return answer;
    }

    private static CollectedFile file(long report, MediaItem item) {
        CollectedFile file = new CollectedFile(
                item.id(),
                CollectedFile.KindEnum.fromValue(item.kind().name()),
                "/api/v1/collection/desk/reports/" + report + "/files/" + item.id());
        item.width().ifPresent(file::width);
        item.height().ifPresent(file::height);
        item.duration().map(Duration::toMillis).map(millis -> millis / 1000.0).ifPresent(file::durationSeconds);
        item.takenAt().map(Times::of).ifPresent(file::takenAt);
        return file;
    }

    private static SimilarName similar(cn.diming.core.collect.SimilarName found) {
        SimilarName name = new SimilarName(
                found.placeId(),
                found.name(),
                found.how(),
                found.categoryTitle(),
                found.divisionCode(),
                position(found.position()));
        found.distanceMetres().ifPresent(name::distanceMetres);
        return name;
    }

    private CollectedEvent event(StateEvent<ReportState> stored) {
        CollectedEvent event = new CollectedEvent(
                Times.of(stored.at()),
                stored.accountId().isEmpty() ? ANONYMOUS : officers.name(stored.accountId(), true),
                FieldReportState.fromValue(stored.to().name()));
        stored.from().map(state -> FieldReportState.fromValue(state.name())).ifPresent(event::from);
        stored.words().ifPresent(event::words);
        return event;
    }

    private static ModerationStep step(cn.diming.core.collect.ModerationStep proposed) {
        if (proposed instanceof cn.diming.core.collect.ModerationStep.Merge merge) {
            return new ModerationStep(ModerationStep.ActionEnum.MERGE)
                    .placeId(merge.placeId())
                    .alias(merge.alias());
        }
        var accept = (cn.diming.core.collect.ModerationStep.Accept) proposed;
        ModerationStep step = new ModerationStep(ModerationStep.ActionEnum.ACCEPT);
        accept.name().ifPresent(step::name);
        accept.category()
                .map(category -> PlaceCategory.fromValue(category.name()))
                .ifPresent(step::category);
        accept.position().ifPresent(at -> step.lon(at.lon()).lat(at.lat()));
        return step;
    }

    static Submission submission(PlatformSubmission stored) {
        Submission submission = new Submission(
                MapPlatform.fromValue(stored.platform().name()),
                Submission.StatusEnum.fromValue(stored.status().name()),
                Times.of(stored.submittedAt()));
        stored.reason().ifPresent(submission::reason);
        stored.answeredAt().map(Times::of).ifPresent(submission::answeredAt);
        return submission;
    }

    private static List<Double> position(LonLat at) {
        return List.of(at.lon(), at.lat());
    }

    /** The version of a report in a batch. */
    static cn.diming.core.record.Records.Versioned versioned(
            cn.diming.api.generated.model.ModerationBatchItemsInner item) {
        return new cn.diming.core.record.Records.Versioned(
                Objects.requireNonNull(item.getId()), Objects.requireNonNull(item.getVersion()));
    }
}
