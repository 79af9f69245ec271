package cn.diming.api.casework;

import cn.diming.api.answer.Divisions;
import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.CaseApproval;
import cn.diming.api.generated.model.CaseCard;
import cn.diming.api.generated.model.CaseEventCard;
import cn.diming.api.generated.model.CaseItemAction;
import cn.diming.api.generated.model.CaseItemBody;
import cn.diming.api.generated.model.CaseItemOutcome;
import cn.diming.api.generated.model.CaseReport;
import cn.diming.api.generated.model.CaseStage;
import cn.diming.api.generated.model.CaseSummary;
import cn.diming.api.generated.model.DivisionLevel;
import cn.diming.api.generated.model.OrganisationKind;
import cn.diming.api.generated.model.PaperKind;
import cn.diming.api.generated.model.PlaceCategory;
import cn.diming.api.generated.model.ReportSection;
import cn.diming.api.generated.model.Role;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.account.Account;
import cn.diming.core.casework.CaseAction;
import cn.diming.core.casework.CaseDraft;
import cn.diming.core.casework.CaseEvent;
import cn.diming.core.casework.CaseItem;
import cn.diming.core.casework.CasePage;
import cn.diming.core.casework.CaseState;
import cn.diming.core.casework.Cases;
import cn.diming.core.casework.NamingCase;
import cn.diming.core.casework.Stage;
import cn.diming.core.change.RecordKind;
import cn.diming.core.deadline.Deadline;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.DivisionTree;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cases as staff sees them. */
@Component
class CaseCards {

    static final String STORED_CRS = "EPSG:4490";
    private static final int STAFF_DECIMALS = 8;

    private final Core core;
    private final Cases cases;
    private final DivisionTree divisions;

    CaseCards(Core core) {
        this.core = core;
        this.cases = core.casework().cases();
        this.divisions = core.divisions();
    }

    CaseSummary summary(CasePage.Summary one) {
        LocalDate today = core.deadlines().today();
        var dto = new CaseSummary(
                        one.id(),
                        type(one.type()),
                        state(one.state()),
                        one.state().title(),
                        one.title(),
                        one.divisionCode(),
                        one.dueOn().filter(today::isAfter).isPresent(),
                        (long) one.version(),
                        Times.of(one.updatedAt()))
                .divisionName(divisions.address(one.divisionCode()));
        one.applicant().ifPresent(dto::applicant);
        one.awaits().map(CaseCards::state).ifPresent(dto::awaits);
        one.dueOn().ifPresent(dto::dueOn);
        return dto;
    }

    CaseCard card(Actor reader, NamingCase one) {
        List<Stage> stages = cases.stages(one);
        Optional<Stage> awaited = cases.awaited(one);
        CaseDraft content = one.content();
        var dto = new CaseCard(
                        one.id(),
                        type(content.type()),
                        state(one.state()),
                        one.state().title(),
                        one.title(),
                        one.divisionCode(),
                        content.reports().stream().map(CaseCards::report).toList(),
                        items(content.items()),
                        stages.stream().map(stage -> stage(one, stage)).toList(),
                        core.casework().steps().possible(reader, one).stream()
                                .map(CaseCards::action)
                                .toList(),
                        (long) one.version(),
                        Times.of(one.createdAt()),
                        Times.of(one.updatedAt()))
                .divisionName(divisions.address(one.divisionCode()));
        content.applicant().ifPresent(dto::applicant);
        content.contact().ifPresent(dto::contact);
        content.reason().ifPresent(dto::reason);
        awaited.map(stage -> state(stage.state())).ifPresent(dto::awaits);
        one.commentUntil().ifPresent(dto::commentUntil);
        one.approval().map(CaseCards::approval).ifPresent(dto::approval);
        one.profile().ifPresent(profile -> dto.profile(profile.name()).profileVersion(profile.version()));
        one.createdBy()
                .ifPresent(account ->
                        core.accounts().find(account).map(Account::displayName).ifPresent(dto::createdBy));
        due(one.id(), dto);
        return dto;
    }

    private void due(long caseId, CaseCard dto) {
        LocalDate today = core.deadlines().today();
        core.deadlines().of(caseId).stream()
                .filter(limit -> limit.stoppedOn().isEmpty() && limit.pausedOn().isEmpty())
                .min(Comparator.comparing(Deadline::dueOn))
                .ifPresent(limit -> dto.dueOn(limit.dueOn()).overdue(limit.stateOn(today) == Deadline.State.OVERDUE));
    }

    private static CaseApproval approval(cn.diming.core.casework.Approval approval) {
        return new CaseApproval(
                approval.date(),
                approval.organisation(),
                OrganisationKind.fromValue(approval.kind().name()),
                approval.documentNumber(),
                approval.effectiveOn());
    }

    private static CaseReport report(CaseDraft.Report report) {
        return new CaseReport(PaperKind.fromValue(report.paper().name()), report.sections());
    }

    private CaseStage stage(NamingCase one, Stage stage) {
        return stage(stage).missingPapers(papers(cases.missing(one, stage)));
    }

    static CaseStage stage(Stage stage) {
        var dto = new CaseStage(
                state(stage.state()),
                stage.state().stageTitle(),
                action(stage.action()),
                Role.fromValue(stage.role().name()),
                level(stage),
                papers(stage.papers()),
                stage.basis());
        return stage.minimumDays() > 0 ? dto.minimumDays(stage.minimumDays()) : dto;
    }

    private static DivisionLevel level(Stage stage) {
        return Divisions.level(stage.level());
    }

    /** What the three reports must say. */
    static List<ReportSection> sections() {
        return Arrays.stream(cn.diming.core.casework.PaperKind.values())
                .flatMap(kind -> kind.sections().stream()
                        .map(section ->
                                new ReportSection(PaperKind.fromValue(kind.name()), section.key(), section.title())))
                .toList();
    }

    static List<PaperKind> papers(List<cn.diming.core.casework.PaperKind> kinds) {
        return kinds.stream().map(kind -> PaperKind.fromValue(kind.name())).toList();
    }

    List<CaseItemBody> items(List<CaseItem> items) {
        OutputCrs crs = OutputCrs.parse(STORED_CRS, STAFF_DECIMALS);
        return items.stream().map(item -> item(item, crs)).toList();
    }

    private CaseItemBody item(CaseItem item, OutputCrs crs) {
        CaseItem.Description words = item.description();
        var dto = new CaseItemBody(
                item.number(),
                itemAction(item),
                item.mergedIds(),
                item.variants(),
                CaseItemOutcome.fromValue(item.decision().outcome().name()));
        item.placeId().ifPresent(id -> {
            dto.placeId(id);
            currentName(id).ifPresent(dto::currentName);
        });
        item.name().ifPresent(dto::name);
        item.romanised().ifPresent(dto::romanised);
        item.category()
                .map(category -> PlaceCategory.fromValue(category.name()))
                .ifPresent(dto::category);
        item.classCode()
                .ifPresent(code ->
                        dto.classCode(code).className(PlaceClasses.name(code).orElse("")));
        item.divisionCode().ifPresent(code -> dto.divisionCode(code).divisionName(divisions.address(code)));
        item.geometry().map(shape -> GeoJson.write(shape, crs)).ifPresent(dto::geometry);
        words.location().ifPresent(dto::location);
        words.scale().ifPresent(dto::scale);
        words.nature().ifPresent(dto::nature);
        words.meaning().ifPresent(dto::meaning);
        words.origin().ifPresent(dto::origin);
        words.reason().ifPresent(dto::reason);
        words.justification().ifPresent(dto::justification);
        item.decision().reason().ifPresent(dto::outcomeReason);
        item.decision().placeId().ifPresent(dto::resultPlaceId);
        return dto;
    }

    Optional<String> currentName(long placeId) {
        return core.store().find(RecordKind.PLACE, placeId).map(StoredRecord::title);
    }

    static CaseItemAction itemAction(CaseItem item) {
        return CaseItemAction.fromValue(item.action().name());
    }

    static CaseEventCard event(CaseEvent event) {
        var dto = new CaseEventCard(
                        Times.of(event.at()),
                        action(event.action()),
                        event.action().title(),
                        state(event.from()),
                        state(event.to()))
                .date(event.date());
        event.actorName().ifPresent(dto::actor);
        event.organisation().ifPresent(dto::organisation);
        event.documentNumber().ifPresent(dto::documentNumber);
        event.until().ifPresent(dto::until);
        event.reason().ifPresent(dto::reason);
        event.note().ifPresent(dto::note);
        return dto;
    }

    static cn.diming.api.generated.model.CaseState state(CaseState state) {
        return cn.diming.api.generated.model.CaseState.fromValue(state.name());
    }

    static cn.diming.api.generated.model.CaseAction action(CaseAction action) {
        return cn.diming.api.generated.model.CaseAction.fromValue(action.name());
    }

    static cn.diming.api.generated.model.CaseType type(cn.diming.core.casework.CaseType type) {
        return cn.diming.api.generated.model.CaseType.fromValue(type.name());
    }
}
