package cn.diming.api.inspection;

import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.Officers;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.Inspection;
import cn.diming.api.generated.model.InspectionAnswer;
import cn.diming.api.generated.model.InspectionDue;
import cn.diming.api.generated.model.InspectionEvent;
import cn.diming.api.generated.model.InspectionItem;
import cn.diming.api.generated.model.InspectionLine;
import cn.diming.api.generated.model.InspectionMarker;
import cn.diming.api.generated.model.InspectionMarkerStatus;
import cn.diming.api.generated.model.InspectionParticipant;
import cn.diming.api.generated.model.InspectionPhoto;
import cn.diming.api.generated.model.InspectionPlan;
import cn.diming.api.generated.model.InspectionRecord;
import cn.diming.api.generated.model.InspectionRoundCard;
import cn.diming.api.generated.model.InspectionSection;
import cn.diming.api.generated.model.InspectionSide;
import cn.diming.api.generated.model.InspectionSignature;
import cn.diming.api.generated.model.InspectionStation;
import cn.diming.api.generated.model.InspectionWork;
import cn.diming.api.generated.model.UploadProgress;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.CourseDescription;
import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.boundary.LineVersion;
import cn.diming.core.change.StateEvent;
import cn.diming.core.inspection.FieldRecord;
import cn.diming.core.inspection.FieldWork;
import cn.diming.core.inspection.InspectionRound;
import cn.diming.core.inspection.InspectionRules;
import cn.diming.core.inspection.Inspections;
import cn.diming.core.inspection.RoundFile;
import cn.diming.core.inspection.RoundPlan;
import cn.diming.core.inspection.RoundSignature;
import cn.diming.core.inspection.RoundState;
import cn.diming.core.inspection.Side;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From what the core knows to what callers get. */
@Component
final class InspectionCards {

    private static final OutputCrs STORED = OutputCrs.parse("EPSG:4490", 9);

    private final Core core;
    private final Inspections inspections;
    private final FieldWork field;
    private final Officers officers;
    private final Media media;

    InspectionCards(Core core, Inspections inspections, FieldWork field, Officers officers, Media media) {
        this.core = core;
        this.inspections = inspections;
        this.field = field;
        this.officers = officers;
        this.media = media;
    }

    InspectionDue due(Inspections.DueLine due) {
        BoundaryLine line = due.line();
        InspectionDue card = new InspectionDue(
                line.id(),
                line.code(),
                line.name(),
                name(line.left()),
                name(line.right()),
                new LineMeasure(line.current().geometry()).lengthMetres(),
                due.overdue(),
                due.soon(),
                due.rules().years(),
                due.rules().yearsSource());
        line.inspectedOn().ifPresent(card::last);
        due.due().ifPresent(card::due);
        due.open()
                .ifPresent(round ->
                        card.openRoundId(round.id()).openState(round.state().title()));
        return card;
    }

    InspectionRoundCard round(Actor actor, InspectionRound round) {
        InspectionRoundCard card = new InspectionRoundCard(
                round.id(),
                round.version(),
                round.lineId(),
                inspections.line(round).name(),
                round.lineNumber(),
                round.lineSha256(),
                name(round.left()),
                name(round.right()),
                round.number(),
                InspectionRoundCard.KindEnum.fromValue(round.kind().name()),
                round.kind().title(),
                InspectionRoundCard.StateEnum.fromValue(round.state().name()),
                round.state().title(),
                plan(round.plan()),
                Times.of(round.createdAt()));
        boolean inspector = AccessPolicy.allows(actor.role(), Action.EDIT_BOUNDARY);
        Optional<Side> own = inspector ? round.sideOf(actor.jurisdiction()) : Optional.empty();
        own.ifPresent(side -> card.ownSide(InspectionRoundCard.OwnSideEnum.fromValue(side.name())));
        card.maySign(own.filter(side -> round.division(side).prefix().equals(actor.jurisdiction()))
                .isPresent());
        card.mayPlan(inspector
                && (own.isPresent()
                        || actor.covers(round.left().digits())
                                && actor.covers(round.right().digits())));
        round.reason().ifPresent(card::reason);
        round.filedOn().ifPresent(card::filedOn);
        round.receiver().ifPresent(card::receiver);
        return card;
    }

    private static InspectionPlan plan(RoundPlan plan) {
        return new InspectionPlan(
                InspectionPlan.LeadingEnum.fromValue(plan.leading().name()),
                plan.from(),
                plan.to(),
                plan.sections().stream()
                        .map(section -> new InspectionSection(
                                section.fromMetres(),
                                section.toMetres(),
                                InspectionSection.SideEnum.fromValue(
                                        section.side().name())))
                        .toList());
    }

    Inspection file(Actor actor, RoundFile file) {
        String sha256 = file.sha256();
        InspectionRules rules = rules(file);
        return new Inspection(
                round(actor, file.round()),
                line(file),
                Arrays.stream(Side.values()).map(side -> side(file, side)).toList(),
                rules.items().stream().map(InspectionCards::item).toList(),
                file.records().stream().map(record -> record(record, rules)).toList(),
                file.signatures().stream()
                        .map(signature -> signature(signature, sha256))
                        .toList(),
                file.events().stream().map(this::event).toList(),
                file.round().state().isOpen() ? inspections.lacks(file) : List.of(),
                sha256);
    }

    InspectionRules rules(RoundFile file) {
        return inspections.rules(inspections.line(file.round()));
    }

    private InspectionLine line(RoundFile file) {
        InspectionRound round = file.round();
        LineVersion version = inspections.version(round);
        LineMeasure measure = new LineMeasure(version.geometry());
        List<BoundaryMarker> markers = core.boundaryMarkers().of(inspections.line(round));
        InspectionLine card = new InspectionLine(
                measure.lengthMetres(),
                GeoJson.write(version.geometry(), STORED),
                version.agreement().title(),
                new CourseDescription(version, markers).text(),
                markers.stream().map(marker -> marker(round, marker, measure)).toList(),
                stations(markers, measure));
        version.agreement().course().ifPresent(card::statedCourse);
        return card;
    }

    private static List<InspectionStation> stations(List<BoundaryMarker> markers, LineMeasure measure) {
        List<InspectionStation> stations = new ArrayList<>(List.of(new InspectionStation("起点", 0.0)));
        markers.forEach(marker -> marker.position()
                .map(measure::foot)
                .ifPresent(foot ->
                        stations.add(new InspectionStation(marker.officialNumber() + "号界桩", foot.alongMetres()))));
        stations.add(new InspectionStation("终点", measure.lengthMetres()));
        stations.sort(Comparator.comparing(InspectionStation::getAlongMetres));
        return stations;
    }

    private static InspectionMarker marker(InspectionRound round, BoundaryMarker marker, LineMeasure measure) {
        InspectionMarker card = new InspectionMarker(
                        marker.id(),
                        marker.officialNumber(),
                        marker.kind().title(),
                        InspectionMarkerStatus.fromValue(marker.status().name()),
                        marker.status().title())
                .witnesses(marker.witnesses().stream()
                        .map(witness -> "%s，方位角 %.1f°，距 %.1f 米"
                                .formatted(witness.description(), witness.bearingDegrees(), witness.distanceMetres()))
                        .toList());
        marker.position()
                .ifPresent(at -> card.lon(at.lon())
                        .lat(at.lat())
                        .alongMetres(measure.foot(at).alongMetres()));
        marker.detail().placeText().ifPresent(card::placeText);
        marker.detail()
                .managingCode()
                .flatMap(code -> Arrays.stream(Side.values())
                        .filter(side -> round.isOf(side, code))
                        .findFirst())
                .ifPresent(side -> card.managing(InspectionMarker.ManagingEnum.fromValue(side.name())));
        return card;
    }

    private InspectionSide side(RoundFile file, Side side) {
        DivisionCode code = file.round().division(side);
        InspectionSide card = new InspectionSide(
                InspectionSide.SideEnum.fromValue(side.name()),
                side.title(),
                code.digits(),
                name(code),
                file.side(side).participants().stream()
                        .map(one -> new InspectionParticipant(one.name(), one.duty(), one.office()))
                        .toList(),
                file.answers().stream()
                        .filter(answer -> answer.side() == side)
                        .map(this::answer)
                        .toList());
        file.side(side).problems().ifPresent(card::problems);
        file.side(side).opinion().ifPresent(card::opinion);
        return card;
    }

    private InspectionAnswer answer(cn.diming.core.inspection.ItemAnswer answer) {
        InspectionAnswer card = new InspectionAnswer(
                answer.item(),
                InspectionAnswer.VerdictEnum.fromValue(answer.verdict().name()),
                answer.verdict().title(),
                Times.of(answer.at()),
                officers.name(answer.accountId(), true));
        answer.note().ifPresent(card::note);
        return card;
    }

    private static InspectionItem item(cn.diming.core.inspection.InspectionItem item) {
        return new InspectionItem(
                        item.key(),
                        InspectionItem.PartEnum.fromValue(item.part().name()),
                        item.part().title(),
                        item.title(),
                        item.must(),
                        item.source())
                .note(item.note());
    }

    InspectionRecord record(FieldRecord record, InspectionRules rules) {
        InspectionRecord card = new InspectionRecord(
                record.clientId(),
                InspectionRecord.SideEnum.fromValue(record.side().name()),
                record.revision(),
                record.withdrawn(),
                Times.of(record.checkedAt()),
                officers.name(record.accountId(), true),
                record.needsConfirmation(),
                record.isConfirmed(),
                record.photos().stream().map(this::photo).toList());
        record.marker().ifPresent(check -> card.marker(FindingCards.marker(check, rules)));
        record.segment().ifPresent(segment -> card.segment(FindingCards.segment(segment)));
        record.confirmation().ifPresent(one -> card.confirmedBy(officers.name(one.accountId(), true)));
        return card;
    }

    private InspectionPhoto photo(FieldRecord.FieldPhoto photo) {
        InspectionPhoto card = new InspectionPhoto(
                photo.id(), InspectionPhoto.PhaseEnum.fromValue(photo.phase().name()), progress(field.progress(photo)));
        photo.mediaId().ifPresent(card::mediaId);
        return card;
    }

    static UploadProgress progress(FieldWork.Progress progress) {
        UploadProgress card = new UploadProgress(
                progress.offset(), progress.photo().bytes(), progress.photo().isSettled());
        progress.photo().refusal().ifPresent(card::refusal);
        return card;
    }

    private InspectionSignature signature(RoundSignature signature, String now) {
        InspectionSignature card = new InspectionSignature(
                InspectionSignature.SideEnum.fromValue(signature.side().name()),
                signature.side().title(),
                officers.name(signature.accountId(), true),
                signature.sha256(),
                Times.of(signature.signedAt()),
                signature.holds() && signature.sha256().equals(now));
        signature.voidReason().ifPresent(card::voidReason);
        return card;
    }

    private InspectionEvent event(StateEvent<RoundState> event) {
        InspectionEvent card = new InspectionEvent(
                Times.of(event.at()),
                officers.name(event.accountId(), true),
                event.to().name(),
                event.to().title());
        event.words().ifPresent(card::words);
        return card;
    }

    InspectionWork work(Actor actor, String displayName, List<RoundFile> rounds) {
        Optional<InspectionRules> rules = rounds.stream().map(this::rules).findFirst();
        return new InspectionWork(
                displayName,
                media.uploads().limit(MediaItem.Kind.PHOTO),
                rules.map(InspectionRules::mostPhotos).orElse(0),
                rules.map(InspectionRules::photos).orElse(0),
                rules.map(InspectionRules::offsetMetres).orElse(0.0),
                rounds.stream().map(file -> file(actor, file)).toList());
    }

    String name(DivisionCode code) {
        return core.divisions().find(code.digits()).map(Division::name).orElse(code.prefix());
    }
}
