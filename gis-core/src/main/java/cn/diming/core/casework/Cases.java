package cn.diming.core.casework;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.deadline.Deadlines;
import cn.diming.core.naming.Finding;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Naming cases as staff reads and writes them; {@link CaseSteps} moves them on. A case is there for those whose
 * jurisdiction holds its division, and for nobody else.
 */
public final class Cases {

    private static final int MOST_ITEMS = 500;

    private final CaseStore store;
    private final CaseEventStore events;
    private final CaseParts parts;
    private final ChangeJournal journal;
    private final AuditLog audit;

    Cases(CaseParts parts, ChangeJournal journal, AuditLog audit) {
        this.store = parts.store();
        this.events = parts.events();
        this.parts = parts;
        this.journal = journal;
        this.audit = audit;
    }

    /** Cases of the actor's jurisdiction, the newest first. */
    public CasePage list(Actor actor, CaseQuery query) {
        AccessPolicy.require(actor, Action.READ_CASE);
        Optional<String> within = Deadlines.within(actor, query.division());
        if (within.isEmpty()) {
            return new CasePage(List.of(), Map.of(), OptionalLong.empty());
        }
        LocalDate today = parts.deadlines().today();
        List<NamingCase> found = store.list(query, within.get(), actor.accountId(), today);
        List<NamingCase> page = found.subList(0, Math.min(query.limit(), found.size()));
        Map<Long, LocalDate> due =
                store.dueDates(page.stream().map(NamingCase::id).toList());
        return new CasePage(
                page.stream()
                        .map(one -> summary(one, Optional.ofNullable(due.get(one.id()))))
                        .toList(),
                store.counts(query, within.get(), actor.accountId(), today),
                found.size() > page.size() ? OptionalLong.of(page.getLast().id()) : OptionalLong.empty());
    }

    private CasePage.Summary summary(NamingCase one, Optional<LocalDate> due) {
        return new CasePage.Summary(
                one.id(),
                one.version(),
                one.content().type(),
                one.state(),
                one.title(),
                one.divisionCode(),
                one.content().applicant(),
                due,
                parts.rulebook().awaited(one).map(Stage::state),
                one.updatedAt());
    }

    /** @throws NotFound when there is no such case in the actor's jurisdiction */
    public NamingCase get(Actor actor, long id) {
        AccessPolicy.require(actor, Action.READ_CASE);
        return store.find(id)
                .filter(found -> actor.covers(found.divisionCode()))
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的事项"));
    }

    /** Everything about a case. */
    public CaseFile file(Actor actor, long id) {
        NamingCase found = get(actor, id);
        return new CaseFile(
                found,
                parts.rulebook().stages(found),
                events.of(id),
                parts.papers().of(id),
                parts.comments().of(id),
                parts.deadlines().of(id));
    }

    /** What was done with a case, in order. */
    public List<CaseEvent> timeline(Actor actor, long id) {
        get(actor, id);
        return events.of(id);
    }

    /** The stages of a case; those that are done are those up to its state. */
    public List<Stage> stages(NamingCase about) {
        return parts.rulebook().stages(about);
    }

    /** The stage that a case waits for; empty when it is over. */
    public Optional<Stage> awaited(NamingCase about) {
        return parts.rulebook().awaited(about);
    }

    /** Papers that the stage wants and the case does not have yet. */
    public List<PaperKind> missing(NamingCase about, Stage stage) {
        return parts.checks().missing(about, stage);
    }

    /**
     * The stages that a case of this kind would have to pass.
     *
     * @param where 12 digits; empty = the actor's jurisdiction
     */
    public Requirements requirements(Actor actor, CaseType type, PlaceCategory category, Optional<String> where) {
        AccessPolicy.require(actor, Action.READ_CASE);
        String division = where.orElseGet(() -> CaseContents.padded(actor.jurisdiction()));
        CaseItem item = new CaseItem(
                1,
                type == CaseType.BATCH ? CaseType.NAME : type,
                OptionalLong.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(category),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CaseItem.Description.NONE,
                CaseItem.Decision.PENDING);
        return new Requirements(
                parts.rulebook().present(division).name(), parts.rulebook().stages(division, List.of(item)));
    }

    /** What a profile asks of a kind of case. */
    public record Requirements(String profile, List<Stage> stages) {}

    /**
     * Begins a case as a draft.
     *
     * @throws Refused for a draft that contradicts itself; what is only missing is asked for when it is submitted
     */
    public NamingCase create(Actor actor, CaseDraft draft) {
        AccessPolicy.require(actor, Action.DRAFT_CASE);
        CaseContents.Complete complete = complete(actor, draft);
        return journal.write(actor, changes -> {
            NamingCase made = store.insert(changes, complete.draft(), complete.title(), complete.divisionCode());
            audit.append(
                    changes,
                    "create",
                    RecordKind.NAMING_CASE,
                    made.id(),
                    Optional.empty(),
                    Optional.of(CaseJson.audit(made)));
            return made;
        });
    }

    /**
     * Replaces the content of a draft.
     *
     * @throws Stale when the case has another version by now
     * @throws Refused when it is no draft any more
     */
    public NamingCase update(Actor actor, long id, int version, CaseDraft draft) {
        AccessPolicy.require(actor, Action.DRAFT_CASE);
        CaseContents.Complete complete = complete(actor, draft);
        return journal.write(actor, changes -> {
            NamingCase before = editable(changes, id, version);
            NamingCase after =
                    store.update(changes, before, complete.draft(), complete.title(), complete.divisionCode());
            audit.append(
                    changes,
                    "update",
                    RecordKind.NAMING_CASE,
                    id,
                    Optional.of(CaseJson.audit(before)),
                    Optional.of(CaseJson.audit(after)));
            return after;
        });
    }

    /**
     * Writes one of the three reports. Experts and public are heard after the submission, so their reports may be written until
     * the approval.
     *
     * @throws Stale when the case has another version by now
     * @throws Refused when the case is approved or over, or the report has no such section
     */
    public NamingCase report(Actor actor, long id, int version, CaseDraft.Report report) {
        AccessPolicy.require(actor, Action.REVIEW_CASE);
        List<String> faults = CaseTexts.faults(report);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return journal.write(actor, changes -> {
            changes.seq();
            NamingCase before = get(actor, id);
            AccessPolicy.require(actor, Action.REVIEW_CASE, before.divisionCode());
            if (before.version() != version) {
                throw new Stale(before.version());
            }
            if (before.state().isOver() || before.state().isApproved()) {
                throw new Refused(List.of("事项" + before.state().title() + "，报告不能再改"));
            }
            NamingCase after = store.report(changes, before, report);
            audit.append(
                    changes,
                    "report",
                    RecordKind.NAMING_CASE,
                    id,
                    new AuditLog.Content(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(report.paper().title())));
            return after;
        });
    }

    /** @throws Refused for a case that was ever submitted: it can only be withdrawn */
    public void delete(Actor actor, long id, int version) {
        AccessPolicy.require(actor, Action.DRAFT_CASE);
        journal.write(actor, changes -> {
            NamingCase before = editable(changes, id, version);
            if (store.wasSubmitted(id)) {
                throw new Refused(List.of("提交过的事项不能删除，只能撤回"));
            }
            store.delete(changes, before);
            audit.append(
                    changes,
                    "delete",
                    RecordKind.NAMING_CASE,
                    id,
                    Optional.of(CaseJson.audit(before)),
                    Optional.empty());
            return true;
        });
    }

    /** What a draft lacks to be submitted; nothing is changed. */
    public Readiness readiness(Actor actor, long id) {
        NamingCase found = get(actor, id);
        List<String> faults = new ArrayList<>(parts.checks().faults(found));
        List<CaseChecks.Judged> judged = parts.checks()
                .judge(found, parts.rulebook().present(found.divisionCode()).name());
        judged.forEach(one -> faults.addAll(one.openQuestions()));
        List<PaperKind> missing = parts.rulebook().stages(found).stream()
                .limit(1)
                .flatMap(stage -> missing(found, stage).stream())
                .toList();
        return new Readiness(
                faults,
                missing,
                judged.stream().flatMap(one -> one.findings().stream()).toList());
    }

    /**
     * What a draft lacks.
     *
     * @param findings of the rules, those too that only warn
     */
    public record Readiness(List<String> faults, List<PaperKind> missingPapers, List<Finding> findings) {

        public boolean isReady() {
            return faults.isEmpty()
                    && missingPapers.isEmpty()
                    && findings.stream().noneMatch(CaseChecks::forbids);
        }
    }

    private CaseContents.Complete complete(Actor actor, CaseDraft draft) {
        if (draft.items().size() > MOST_ITEMS) {
            throw new Refused(List.of("一件事项至多 " + MOST_ITEMS + " 个条目"));
        }
        CaseContents.Complete complete = parts.contents().complete(actor, draft);
        AccessPolicy.require(actor, Action.DRAFT_CASE, complete.divisionCode());
        return complete;
    }

    private NamingCase editable(ChangeSet changes, long id, int version) {
        changes.seq(); // from here on nobody else moves the case on
        NamingCase before = get(changes.actor(), id);
        AccessPolicy.require(changes.actor(), Action.DRAFT_CASE, before.divisionCode());
        if (before.version() != version) {
            throw new Stale(before.version());
        }
        if (!before.state().isEditable()) {
            throw new Refused(List.of("事项" + before.state().title() + "，内容不能再改；如需修改，请先退回或撤回"));
        }
        return before;
    }
}
