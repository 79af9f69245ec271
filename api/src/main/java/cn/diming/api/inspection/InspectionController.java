package cn.diming.api.inspection;

import cn.diming.api.answer.Days;
import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.InspectionsApi;
import cn.diming.api.generated.model.Inspection;
import cn.diming.api.generated.model.InspectionAnswerBody;
import cn.diming.api.generated.model.InspectionConfirmation;
import cn.diming.api.generated.model.InspectionDueList;
import cn.diming.api.generated.model.InspectionList;
import cn.diming.api.generated.model.InspectionPlan;
import cn.diming.api.generated.model.InspectionRecord;
import cn.diming.api.generated.model.InspectionRecordBody;
import cn.diming.api.generated.model.InspectionSideBody;
import cn.diming.api.generated.model.InspectionStep;
import cn.diming.api.generated.model.InspectionWork;
import cn.diming.api.generated.model.NewInspection;
import cn.diming.api.generated.model.UploadProgress;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.document.Written;
import cn.diming.core.inspection.FieldRecord;
import cn.diming.core.inspection.FieldWork;
import cn.diming.core.inspection.Inspections;
import cn.diming.core.inspection.ItemAnswer;
import cn.diming.core.inspection.RoundFile;
import cn.diming.core.inspection.RoundKind;
import cn.diming.core.inspection.RoundSteps;
import cn.diming.core.media.MediaFile;
import cn.diming.core.media.MediaSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Joint inspection of boundary lines, at the desk and by telephone. */
@RestController
class InspectionController implements InspectionsApi {

    private final Core core;
    private final Inspections inspections;
    private final RoundSteps steps;
    private final FieldWork field;
    private final InspectionCards cards;
    private final InspectionPapers papers;
    private final Visitor visitor;

    InspectionController(
            Core core,
            Inspections inspections,
            FieldWork field,
            InspectionCards cards,
            InspectionPapers papers,
            Visitor visitor) {
        this.core = core;
        this.inspections = inspections;
        this.steps = new RoundSteps(inspections);
        this.field = field;
        this.cards = cards;
        this.papers = papers;
        this.visitor = visitor;
    }

    private Actor actor() {
        return visitor.actor();
    }

    @Override
    public ResponseEntity<InspectionDueList> listInspectionsDue(@Nullable String division) {
        return ResponseEntity.ok(new InspectionDueList(
                inspections
                        .due(
                                actor(),
                                Optional.ofNullable(division),
                                Days.today(core.clock().instant()))
                        .stream()
                        .map(cards::due)
                        .toList()));
    }

    @Override
    public ResponseEntity<InspectionList> listInspections(@Nullable Long lineId) {
        return ResponseEntity.ok(new InspectionList(inspections.list(actor(), Optional.ofNullable(lineId)).stream()
                .map(round -> cards.round(actor(), round))
                .toList()));
    }

    @Override
    public ResponseEntity<Inspection> openInspection(NewInspection wanted) {
        return answer(
                HttpStatus.CREATED,
                inspections.open(
                        actor(),
                        wanted.getLineId(),
                        RoundKind.valueOf(wanted.getKind().getValue()),
                        Optional.ofNullable(wanted.getReason()),
                        InspectionBodies.plan(wanted.getPlan())));
    }

    @Override
    public ResponseEntity<Inspection> getInspection(Long roundId) {
        return answer(HttpStatus.OK, inspections.get(actor(), roundId));
    }

    @Override
    public ResponseEntity<Inspection> planInspection(Long roundId, InspectionPlan wanted, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return answer(HttpStatus.OK, inspections.plan(actor(), roundId, version, InspectionBodies.plan(wanted)));
    }

    @Override
    public ResponseEntity<Inspection> writeInspectionSide(Long roundId, InspectionSideBody wanted) {
        return answer(HttpStatus.OK, inspections.write(actor(), roundId, InspectionBodies.side(wanted)));
    }

    @Override
    public ResponseEntity<Inspection> answerInspectionItem(Long roundId, String item, InspectionAnswerBody wanted) {
        return answer(
                HttpStatus.OK,
                inspections.answer(
                        actor(),
                        roundId,
                        item,
                        ItemAnswer.Verdict.valueOf(wanted.getVerdict().getValue()),
                        Optional.ofNullable(wanted.getNote())));
    }

    @Override
    public ResponseEntity<Inspection> stepInspection(Long roundId, InspectionStep wanted, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return answer(HttpStatus.OK, steps.act(actor(), roundId, version, InspectionBodies.step(wanted)));
    }

    private ResponseEntity<Inspection> answer(HttpStatus status, RoundFile file) {
        return ResponseEntity.status(status)
                .eTag(Versions.toTag(file.round().version()))
                .cacheControl(CacheControl.noStore())
                .body(cards.file(actor(), file));
    }

    @Override
    public ResponseEntity<InspectionWork> getInspectionWork() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(cards.work(
                        actor(),
                        visitor.account().map(account -> account.displayName()).orElse(""),
                        field.own(actor())));
    }

    @Override
    public ResponseEntity<InspectionRecord> putInspectionRecord(
            Long roundId, UUID clientId, InspectionRecordBody wanted) {
        var kept = field.put(actor(), roundId, InspectionBodies.record(clientId, wanted));
        return ResponseEntity.ok(answer(kept));
    }

    @Override
    public ResponseEntity<InspectionRecord> confirmInspectionRecord(UUID clientId, InspectionConfirmation wanted) {
        var kept = field.confirm(actor(), clientId, wanted.getRevision());
        return ResponseEntity.ok(answer(kept));
    }

    private InspectionRecord answer(FieldRecord kept) {
        return cards.record(kept, cards.rules(inspections.get(actor(), kept.roundId())));
    }

    @Override
    public ResponseEntity<UploadProgress> getInspectionUpload(UUID fileId) {
        return ResponseEntity.ok(InspectionCards.progress(field.progress(actor(), fileId)));
    }

    @Override
    public ResponseEntity<UploadProgress> sendInspectionUpload(UUID fileId, Long offset, Resource piece) {
        try (InputStream in = piece.getInputStream()) {
            return ResponseEntity.ok(InspectionCards.progress(field.receive(actor(), fileId, offset, in)));
        } catch (IOException broken) {
            throw new UncheckedIOException("reading a piece of a photo", broken);
        }
    }

    /** Photos show precise places; they stay with both sides and those above them. */
    @Override
    public ResponseEntity<Resource> getInspectionFile(Long roundId, Long mediaId, String size) {
        MediaFile file = field.file(actor(), roundId, mediaId, MediaSize.valueOf(size.toUpperCase(Locale.ROOT)));
        return FileAnswers.confidential(file);
    }

    @Override
    public ResponseEntity<Resource> getInspectionPaper(Long roundId, String paper, String form) {
        RoundFile file = inspections.get(actor(), roundId);
        Written written = Written.valueOf(form.toUpperCase(Locale.ROOT));
        return paper.equals("report") ? papers.report(file, written) : papers.annex(file, written);
    }
}
