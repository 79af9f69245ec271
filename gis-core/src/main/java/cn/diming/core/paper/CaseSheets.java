package cn.diming.core.paper;

import cn.diming.core.casework.Approval;
import cn.diming.core.casework.CaseAction;
import cn.diming.core.casework.CaseComment;
import cn.diming.core.casework.CaseEvent;
import cn.diming.core.casework.CaseFile;
import cn.diming.core.casework.CaseItem;
import cn.diming.core.casework.NamingCase;
import cn.diming.core.document.TemplateFolder;
import cn.diming.core.font.Lettering;
import cn.diming.core.paper.CaseSheet.AffectedPaper;
import cn.diming.core.paper.CaseSheet.Consultation;
import cn.diming.core.paper.CaseSheet.Dates;
import cn.diming.core.paper.CaseSheet.Decided;
import cn.diming.core.paper.CaseSheet.Opinion;
import cn.diming.core.paper.CaseSheet.Request;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What papers say of a case, taken from its file. */
final class CaseSheets {

    private final Offices offices;
    private final NameSheets names;
    private final TemplateFolder templates;
    private final ZoneId zone;

    CaseSheets(Offices offices, NameSheets names, TemplateFolder templates, ZoneId zone) {
        this.templates = templates;
        this.offices = offices;
        this.names = names;
        this.zone = zone;
    }

    CaseSheet sheet(CaseFile file) {
        NamingCase content = file.content();
        return new CaseSheet(
                content.id(),
                content.content().type(),
                content.title(),
                offices.address(content.divisionCode()),
                offices.bureau(content.divisionCode()),
                new Request(
                        content.content().applicant(),
                        content.content().contact(),
                        content.content().reason()),
                dates(file),
                decided(file),
                consultation(file),
                reports(content),
                items(content).stream().map(item -> names.sheet(content, item)).toList(),
                affected());
    }

    /** Of an approved batch those that were approved. */
    private static List<CaseItem> items(NamingCase content) {
        return content.content().items().stream()
                .filter(item -> item.decision().outcome() != CaseItem.Outcome.REFUSED)
                .toList();
    }

    private static Dates dates(CaseFile file) {
        return new Dates(
                date(file, CaseAction.SUBMIT),
                date(file, CaseAction.ACCEPT),
                date(file, CaseAction.OPINION),
                date(file, CaseAction.FILE),
                date(file, CaseAction.ANNOUNCE));
    }

    /** The last time counts: a case may have been returned and come again. */
    private static Optional<CaseEvent> event(CaseFile file, CaseAction action) {
        return file.timeline().stream()
                .filter(event -> event.action() == action)
                .reduce((earlier, later) -> later);
    }

    private static Optional<LocalDate> date(CaseFile file, CaseAction action) {
        return event(file, action).map(CaseEvent::date);
    }

    private Decided decided(CaseFile file) {
        Optional<Approval> approval = file.content().approval();
        Optional<CaseEvent> filed = event(file, CaseAction.FILE);
        return new Decided(
                approval.map(Approval::organisation),
                approval.map(Approval::date),
                approval.map(Approval::documentNumber),
                approval.map(Approval::effectiveOn),
                filed.flatMap(CaseEvent::organisation)
                        .or(() -> offices.bureauAbove(file.content().divisionCode())),
                filed.flatMap(CaseEvent::documentNumber));
    }

    private Consultation consultation(CaseFile file) {
        return new Consultation(
                date(file, CaseAction.OPEN_COMMENT),
                file.content().commentUntil(),
                Optional.of(offices.bureau(file.content().divisionCode())),
                file.comments().stream()
                        .filter(comment -> comment.state() == CaseComment.State.SHOWN)
                        .map(this::opinion)
                        .toList());
    }

    private Opinion opinion(CaseComment comment) {
        String kind = switch (comment.opinion()) {
            case AGREE -> "赞成";
            case DISAGREE -> "不赞成";
            case SUGGEST -> "建议";
        };
        return new Opinion(
                comment.at().atZone(zone).toLocalDate(),
                kind,
                Lettering.printable(comment.text()),
                comment.reply().map(Lettering::printable));
    }

    private static Map<String, String> reports(NamingCase content) {
        Map<String, String> sections = new HashMap<>();
        content.content().reports().forEach(report -> sections.putAll(report.sections()));
        return sections;
    }

    private List<AffectedPaper> affected() {
        return templates.table("affected-papers.tsv", 4).stream()
                .map(row -> new AffectedPaper(row.get(0), row.get(1), row.get(2), row.get(3)))
                .toList();
    }
}
