package cn.diming.api.casework;

import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.Given;
import cn.diming.api.generated.model.CaseItemDecision;
import cn.diming.api.generated.model.CaseItemDraft;
import cn.diming.api.generated.model.CaseReport;
import cn.diming.api.generated.model.PublicCommentDraft;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.core.casework.Approval;
import cn.diming.core.casework.CaseAction;
import cn.diming.core.casework.CaseComment;
import cn.diming.core.casework.CaseDraft;
import cn.diming.core.casework.CaseItem;
import cn.diming.core.casework.CaseStep;
import cn.diming.core.casework.CaseType;
import cn.diming.core.casework.PaperKind;
import cn.diming.core.record.PlaceCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Field by field: what a body does not name here cannot come in. A text of blanks is none. */
final class CaseBodies {

    static CaseDraft draft(cn.diming.api.generated.model.CaseDraft body) {
        List<CaseItem> items = new ArrayList<>();
        orEmpty(body.getItems()).forEach(item -> items.add(item(item, items.size() + 1)));
        return new CaseDraft(
                CaseType.valueOf(body.getType().name()),
                Given.text(body.getTitle()),
                Given.text(body.getDivisionCode()),
                Given.text(body.getApplicant()),
                Given.text(body.getContact()),
                Given.text(body.getReason()),
                orEmpty(body.getReports()).stream().map(CaseBodies::report).toList(),
                items);
    }

    private static CaseDraft.Report report(CaseReport report) {
        return report(report.getPaper().name(), report.getSections());
    }

    static CaseDraft.Report report(String paper, Map<String, String> sections) {
        Map<String, String> written = sections.entrySet().stream()
                .filter(section -> section.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new CaseDraft.Report(PaperKind.valueOf(paper), written);
    }

    private static CaseItem item(CaseItemDraft item, int number) {
        return new CaseItem(
                number,
                CaseType.valueOf(item.getAction().name()),
                Given.number(item.getPlaceId()),
                orEmpty(item.getMergedIds()),
                orEmpty(item.getVariants()),
                Given.text(item.getName()),
                Given.text(item.getRomanised()),
                Optional.ofNullable(item.getCategory()).map(category -> PlaceCategory.valueOf(category.name())),
                Given.text(item.getClassCode()),
                Given.text(item.getDivisionCode()),
                Optional.ofNullable(item.getGeometry())
                        .map(geometry -> GeoJson.read(geometry, crs(item)))
                        .filter(geometry -> !geometry.isEmpty()),
                new CaseItem.Description(
                        Given.text(item.getLocation()),
                        Given.text(item.getScale()),
                        Given.text(item.getNature()),
                        Given.text(item.getMeaning()),
                        Given.text(item.getOrigin()),
                        Given.text(item.getReason()),
                        Given.text(item.getJustification())),
                CaseItem.Decision.PENDING);
    }

    private static String crs(CaseItemDraft item) {
        String given = item.getCrs();
        return given == null ? CaseCards.STORED_CRS : given;
    }

    static CaseStep step(cn.diming.api.generated.model.CaseStep body) {
        return new CaseStep(
                CaseAction.valueOf(body.getAction().name()),
                Optional.ofNullable(body.getDate()),
                Given.text(body.getOrganisation()),
                Optional.ofNullable(body.getOrganisationKind())
                        .map(kind -> Approval.OrganisationKind.valueOf(kind.name())),
                Given.text(body.getDocumentNumber()),
                Optional.ofNullable(body.getEffectiveOn()),
                Optional.ofNullable(body.getUntil()),
                Given.text(body.getReason()),
                Given.text(body.getNote()),
                orEmpty(body.getOutcomes()).stream().map(CaseBodies::outcome).toList());
    }

    private static CaseStep.ItemOutcome outcome(CaseItemDecision decision) {
        return new CaseStep.ItemOutcome(
                decision.getNumber(),
                CaseItem.Outcome.valueOf(decision.getOutcome().name()),
                Given.text(decision.getReason()));
    }

    static CaseComment.Draft comment(PublicCommentDraft body) {
        return new CaseComment.Draft(
                CaseComment.Opinion.valueOf(body.getOpinion().name()),
                body.getText(),
                Given.text(body.getName()),
                Given.text(body.getContact()));
    }

    /** @throws ProblemException 400 for a list with a hole in it, which validation lets pass */
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        if (list != null && list.stream().anyMatch(Objects::isNull)) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "列表中有一项是 null。");
        }
        return list == null ? List.of() : list;
    }

    private CaseBodies() {}
}
