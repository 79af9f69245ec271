package cn.diming.core.casework;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Optional;

/** The scanned papers of cases. They lie in the database, so that a backup of it is a backup of the files (ADR 17). */
public final class CasePapers {

    private static final int MOST_PAPERS = 200;

    private final CaseParts parts;
    private final Cases cases;
    private final ChangeJournal journal;
    private final AuditLog audit;

    CasePapers(CaseParts parts, Cases cases, ChangeJournal journal, AuditLog audit) {
        this.parts = parts;
        this.cases = cases;
        this.journal = journal;
        this.audit = audit;
    }

    /** In the order in which they came in. */
    public List<CasePaper> list(Actor actor, long caseId) {
        cases.get(actor, caseId);
        return parts.papers().of(caseId);
    }

    /** A paper with its bytes. */
    public record Scan(CasePaper paper, byte[] content) {}

    /** @throws NotFound when the case has no such paper */
    public Scan get(Actor actor, long caseId, long paperId) {
        cases.get(actor, caseId);
        CasePaper paper = find(caseId, paperId);
        return new Scan(paper, parts.papers().content(paperId));
    }

    /** @throws Refused when the case is over, or has as many papers as anybody can read */
    public CasePaper add(Actor actor, long caseId, PaperKind kind, ScannedPaper scan) {
        return journal.write(actor, changes -> {
            refuseOver(changes, caseId);
            if (parts.papers().of(caseId).size() >= MOST_PAPERS) {
                throw new Refused(List.of("一件事项至多 " + MOST_PAPERS + " 份材料"));
            }
            CasePaper paper = find(caseId, parts.papers().insert(changes, caseId, kind, scan));
            tell(changes, "add-paper", caseId, paper);
            return paper;
        });
    }

    /** @throws Refused when the case is over */
    public void delete(Actor actor, long caseId, long paperId) {
        journal.write(actor, changes -> {
            refuseOver(changes, caseId);
            CasePaper paper = find(caseId, paperId);
            parts.papers().delete(paperId);
            tell(changes, "delete-paper", caseId, paper);
            return true;
        });
    }

    private void refuseOver(ChangeSet changes, long caseId) {
        changes.seq();
        NamingCase about = cases.get(changes.actor(), caseId);
        AccessPolicy.require(changes.actor(), Action.FILE_PAPER, about.divisionCode());
        if (about.state().isOver()) {
            throw new Refused(List.of("事项" + about.state().title() + "，材料不能再增减"));
        }
    }

    private CasePaper find(long caseId, long paperId) {
        return parts.papers().find(caseId, paperId).orElseThrow(() -> new NotFound("本事项没有编号为 " + paperId + " 的材料"));
    }

    private void tell(ChangeSet changes, String action, long caseId, CasePaper paper) {
        String told = paper.kind().title() + " " + paper.sha256();
        audit.append(
                changes,
                action,
                RecordKind.NAMING_CASE,
                caseId,
                new AuditLog.Content(Optional.empty(), Optional.empty(), Optional.of(told)));
    }
}
