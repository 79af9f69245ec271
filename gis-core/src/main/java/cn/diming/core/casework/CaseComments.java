package cn.diming.core.casework;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the public says about cases that are open for comment. Anybody may write; staff decides what is shown. Whoever wrote
 * is nobody's business but the officer's who answers.
 */
public final class CaseComments {

    private static final int MOST_COMMENTS = 5000;

    private final CaseParts parts;
    private final Cases cases;
    private final ChangeJournal journal;
    private final AuditLog audit;

    CaseComments(CaseParts parts, Cases cases, ChangeJournal journal, AuditLog audit) {
        this.parts = parts;
        this.cases = cases;
        this.journal = journal;
        this.audit = audit;
    }

    /** A case as the public sees it: the content without the contact, and the comments that are shown, without theirs. */
    public record Open(NamingCase content, LocalDate until, List<CaseComment> comments) {}

    /** Cases open for comment today, the first to end first. */
    public List<Open> open(Actor actor) {
        AccessPolicy.require(actor, Action.READ_PUBLIC);
        List<NamingCase> found = parts.store().inPublicComment(parts.deadlines().today());
        Map<Long, List<CaseComment>> shown =
                parts.comments().shown(found.stream().map(NamingCase::id).toList());
        return found.stream()
                .map(one -> new Open(
                        withoutContact(one), one.commentUntil().orElseThrow(), shown.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** @throws NotFound when it is not open for comment today */
    public Open open(Actor actor, long caseId) {
        return open(actor).stream()
                .filter(one -> one.content.id() == caseId)
                .findFirst()
                .orElseThrow(() -> new NotFound("没有编号为 " + caseId + " 的正在征求意见的事项"));
    }

    /**
     * Takes a comment in; it waits for an officer before anybody sees it.
     *
     * @throws NotFound when the case is not open for comment today
     */
    public void add(Actor actor, long caseId, CaseComment.Draft draft) {
        open(actor, caseId);
        List<String> faults =
                new ArrayList<>(CaseTexts.faults(Optional.of(draft.text()), draft.name(), draft.contact()));
        if (draft.text().strip().length() < 2) {
            faults.add("请写下您的意见");
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        journal.write(actor, changes -> {
            changes.seq();
            if (parts.comments().count(caseId) >= MOST_COMMENTS) {
                throw new Refused(List.of("本事项收到的意见已满，请直接联系民政部门"));
            }
            parts.comments().insert(changes, caseId, tidy(draft));
            return true;
        });
    }

    private static CaseComment.Draft tidy(CaseComment.Draft draft) {
        return new CaseComment.Draft(
                draft.opinion(),
                draft.text().strip(),
                draft.name().map(String::strip).filter(name -> !name.isEmpty()),
                draft.contact().map(String::strip).filter(contact -> !contact.isEmpty()));
    }

    /** All comments of a case, for staff. */
    public List<CaseComment> list(Actor actor, long caseId) {
        cases.get(actor, caseId);
        return parts.comments().of(caseId);
    }

    /**
     * Shows or hides a comment, with a reply; the comment itself is never changed.
     *
     * @param reply shown with it; empty = as before
     */
    public CaseComment moderate(
            Actor actor, long caseId, long commentId, CaseComment.State state, Optional<String> reply) {
        NamingCase about = cases.get(actor, caseId);
        AccessPolicy.require(actor, Action.MODERATE_COMMENT, about.divisionCode());
        List<String> faults = CaseTexts.faults(reply);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return journal.write(actor, changes -> {
            CaseComment before = find(caseId, commentId);
            parts.comments().moderate(changes, commentId, state, reply.or(before::reply));
            audit.append(
                    changes,
                    "moderate-comment",
                    RecordKind.NAMING_CASE,
                    caseId,
                    new AuditLog.Content(
                            Optional.empty(), Optional.empty(), Optional.of("意见 " + commentId + " " + state)));
            return find(caseId, commentId);
        });
    }

    private CaseComment find(long caseId, long commentId) {
        return parts.comments()
                .find(caseId, commentId)
                .orElseThrow(() -> new NotFound("本事项没有编号为 " + commentId + " 的意见"));
    }

    private static NamingCase withoutContact(NamingCase whole) {
        CaseDraft content = whole.content();
        return new NamingCase(
                whole.id(),
                whole.version(),
                whole.state(),
                whole.title(),
                whole.divisionCode(),
                new CaseDraft(
                        content.type(),
                        content.title(),
                        content.divisionCode(),
                        content.applicant(),
                        Optional.empty(),
                        content.reason(),
                        List.of(),
                        content.items()),
                whole.profile(),
                whole.approval(),
                whole.commentUntil(),
                whole.createdBy(),
                whole.createdAt(),
                whole.updatedAt());
    }
}
