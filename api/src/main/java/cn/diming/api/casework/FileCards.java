package cn.diming.api.casework;

import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.CaseCommentCard;
import cn.diming.api.generated.model.CasePaperCard;
import cn.diming.api.generated.model.CommentState;
import cn.diming.api.generated.model.DeadlineCard;
import cn.diming.api.generated.model.DeadlineState;
import cn.diming.api.generated.model.Opinion;
import cn.diming.api.generated.model.PaperKind;
import cn.diming.api.generated.model.PlaceCategory;
import cn.diming.api.generated.model.PublicCase;
import cn.diming.api.generated.model.PublicCaseItem;
import cn.diming.api.generated.model.PublicComment;
import cn.diming.core.Core;
import cn.diming.core.casework.CaseComment;
import cn.diming.core.casework.CaseComments;
import cn.diming.core.casework.CaseItem;
import cn.diming.core.casework.CasePaper;
import cn.diming.core.deadline.Deadline;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** What lies in a case's file, and what of it the public sees. */
@Component
class FileCards {

    private final Core core;
    private final CaseCards cards;

    FileCards(Core core, CaseCards cards) {
        this.core = core;
        this.cards = cards;
    }

    static CasePaperCard paper(CasePaper paper) {
        var dto = new CasePaperCard(
                paper.id(),
                PaperKind.fromValue(paper.kind().name()),
                paper.kind().title(),
                paper.fileName(),
                paper.mediaType(),
                paper.size(),
                paper.sha256(),
                Times.of(paper.uploadedAt()));
        paper.uploadedBy().ifPresent(dto::uploadedBy);
        return dto;
    }

    static CaseCommentCard comment(CaseComment comment) {
        var dto = new CaseCommentCard(
                comment.id(),
                Times.of(comment.at()),
                opinion(comment),
                comment.text(),
                CommentState.fromValue(comment.state().name()));
        comment.name().ifPresent(dto::name);
        comment.contact().ifPresent(dto::contact);
        comment.reply().ifPresent(dto::reply);
        return dto;
    }

    DeadlineCard deadline(Deadline limit, LocalDate today) {
        LocalDate judged = limit.stoppedOn().orElse(today);
        var dto = new DeadlineCard(
                        limit.id(),
                        limit.timer(),
                        limit.title(),
                        limit.subjectId(),
                        limit.startedOn(),
                        limit.dueOn(),
                        (int) ChronoUnit.DAYS.between(judged, limit.dueOn()),
                        DeadlineState.fromValue(limit.stateOn(today).name()),
                        limit.basis())
                .caseTitle(limit.subjectTitle())
                .divisionCode(limit.divisionCode())
                .divisionName(core.divisions().address(limit.divisionCode()));
        limit.stoppedOn().ifPresent(dto::stoppedOn);
        return dto;
    }

    PublicCase open(CaseComments.Open open, OutputCrs crs) {
        var content = open.content();
        var dto = new PublicCase(
                        content.id(),
                        CaseCards.type(content.content().type()),
                        content.title(),
                        open.until(),
                        content.content().items().stream()
                                .map(item -> item(item, crs))
                                .toList(),
                        open.comments().stream().map(FileCards::shown).toList())
                .divisionName(core.divisions().address(content.divisionCode()));
        content.content().applicant().ifPresent(dto::applicant);
        content.content().reason().ifPresent(dto::reason);
        return dto;
    }

    private PublicCaseItem item(CaseItem item, OutputCrs crs) {
        var dto = new PublicCaseItem(item.number(), CaseCards.itemAction(item));
        item.placeId().ifPresent(id -> cards.currentName(id).ifPresent(dto::currentName));
        item.name().ifPresent(dto::name);
        item.romanised().ifPresent(dto::romanised);
        item.category()
                .map(category -> PlaceCategory.fromValue(category.name()))
                .ifPresent(dto::category);
        item.divisionCode().map(core.divisions()::address).ifPresent(dto::divisionName);
        item.geometry().map(shape -> GeoJson.write(shape, crs)).ifPresent(dto::geometry);
        item.description().location().ifPresent(dto::location);
        item.description().scale().ifPresent(dto::scale);
        item.description().meaning().ifPresent(dto::meaning);
        item.description().origin().ifPresent(dto::origin);
        return dto;
    }

    private static PublicComment shown(CaseComment comment) {
        var dto = new PublicComment(Times.of(comment.at()), opinion(comment), comment.text());
        comment.name().ifPresent(dto::name);
        comment.reply().ifPresent(dto::reply);
        return dto;
    }

    private static Opinion opinion(CaseComment comment) {
        return Opinion.fromValue(comment.opinion().name());
    }
}
