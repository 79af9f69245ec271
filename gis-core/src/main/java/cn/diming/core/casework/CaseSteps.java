package cn.diming.core.casework;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.naming.Finding;
import cn.diming.core.profile.RuleProfile;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves cases on: each step completes the stage the case waits for, or takes it off its path. All that a step does — the
 * rules, the register, reservations, limits, the log — is one transaction.
 */
public final class CaseSteps {

    private final CaseParts parts;
    private final CaseLimits limits;
    private final Cases cases;
    private final ChangeJournal journal;
    private final AuditLog audit;

    CaseSteps(CaseParts parts, Cases cases, ChangeJournal journal, AuditLog audit) {
        this.parts = parts;
        this.limits = new CaseLimits(parts.deadlines(), parts.rulebook());
        this.cases = cases;
        this.journal = journal;
        this.audit = audit;
    }

    /**
     * Does one step.
     *
     * @param version the version the actor saw
     * @throws Stale when somebody else moved the case meanwhile
     * @throws Refused when it is not this step's turn, or something it needs is missing
     * @throws NameRefused when the rules forbid a name, be it that another case got it a moment ago
     */
    public NamingCase act(Actor actor, long id, int version, CaseStep step) {
        AccessPolicy.require(actor, Action.READ_CASE);
        refuse(CaseTexts.faults(step.organisation(), step.documentNumber(), step.reason(), step.note()));
        return journal.write(actor, changes -> {
            changes.seq(); // one step at a time in the whole product: what the rules find stays true until the commit
            NamingCase before = cases.get(actor, id);
            List<Stage> stages = parts.rulebook().stages(before);
            requireRight(actor, before, stages, step.action());
            if (before.version() != version) {
                throw new Stale(before.version());
            }
            LocalDate day = dayOf(before, step);
            CaseStore.Progress progress =
                    step.action().needsReason() ? leave(before, step) : complete(changes, before, stages, step, day);
            NamingCase after = parts.store().progress(changes, before, progress);
            settle(changes, before, after, step, day);
            return after;
        });
    }

    /** What the actor could do with the case now; whether everything that it needs is there is another question. */
    public List<CaseAction> possible(Actor actor, NamingCase about) {
        List<Stage> stages = parts.rulebook().stages(about);
        List<CaseAction> actions = new ArrayList<>();
        CaseRulebook.awaited(about, stages)
                .filter(stage -> mayComplete(actor, about, stage))
                .map(Stage::action)
                .ifPresent(actions::add);
        for (CaseAction action : List.of(CaseAction.RETURN, CaseAction.REJECT, CaseAction.WITHDRAW)) {
            if (mayLeave(about, action) && rightTo(action, actor, about, stages)) {
                actions.add(action);
            }
        }
        return actions;
    }

    // ------------------------------------------------------------ who may

    private static boolean mayComplete(Actor actor, NamingCase about, Stage stage) {
        return AccessPolicy.allows(actor.role(), stage.right())
                && isOfRole(actor, stage)
                && actor.covers(about.divisionCode())
                && actor.jurisdiction().length() <= stage.level().digits();
    }

    private static boolean isOfRole(Actor actor, Stage stage) {
        return actor.role() == stage.role() || actor.role() == Role.ADMINISTRATOR;
    }

    /** Those who decide next may return or reject; those who draft may withdraw. */
    private static boolean rightTo(CaseAction action, Actor actor, NamingCase about, List<Stage> stages) {
        if (action == CaseAction.WITHDRAW) {
            return AccessPolicy.allows(actor.role(), Action.DRAFT_CASE) && actor.covers(about.divisionCode());
        }
        return CaseRulebook.awaited(about, stages)
                .filter(stage -> mayComplete(actor, about, stage))
                .isPresent();
    }

    private static boolean mayLeave(NamingCase about, CaseAction action) {
        return about.state().isUndecided() || (action == CaseAction.WITHDRAW && about.state() == CaseState.RETURNED);
    }

    private void requireRight(Actor actor, NamingCase about, List<Stage> stages, CaseAction action) {
        if (action == CaseAction.WITHDRAW) {
            AccessPolicy.require(actor, Action.DRAFT_CASE, about.divisionCode());
            return;
        }
        Optional<Stage> stage = action.needsReason()
                ? CaseRulebook.awaited(about, stages)
                : stages.stream().filter(one -> one.action() == action).findFirst();
        if (stage.isEmpty()) {
            AccessPolicy.require(actor, usualRight(action), about.divisionCode());
            throw new Refused(List.of(
                    about.state().isOver() ? "事项" + about.state().title() + "，不能再办理" : "本事项没有这一环节：" + action.title()));
        }
        AccessPolicy.requireLevel(
                actor,
                stage.get().right(),
                about.divisionCode(),
                stage.get().level().digits(),
                stage.get().level().title());
        if (!isOfRole(actor, stage.get())) {
            AccessPolicy.require(actor, Action.APPROVE_CASE);
        }
    }

    private static Action usualRight(CaseAction action) {
        return switch (action) {
            case SUBMIT, WITHDRAW -> Action.DRAFT_CASE;
            case APPROVE -> Action.APPROVE_CASE;
            default -> Action.REVIEW_CASE;
        };
    }

    // ------------------------------------------------------------ off the path

    private CaseStore.Progress leave(NamingCase before, CaseStep step) {
        if (!mayLeave(before, step.action())) {
            throw new Refused(List.of(
                    "事项" + before.state().title() + "，不能" + step.action().title()));
        }
        if (step.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
            throw new Refused(List.of(step.action().title() + "须说明理由"));
        }
        return new CaseStore.Progress(
                step.action().leadsTo(),
                before.profile(),
                before.approval(),
                Optional.empty(),
                before.content().items());
    }

    // ------------------------------------------------------------ along the path

    private CaseStore.Progress complete(
            ChangeSet changes, NamingCase before, List<Stage> stages, CaseStep step, LocalDate day) {
        Stage stage = CaseRulebook.awaited(before, stages)
                .orElseThrow(() -> new Refused(List.of("事项" + before.state().title() + "，不能再办理")));
        if (stage.action() != step.action()) {
            throw new Refused(List.of("事项正等待“" + stage.state().stageTitle() + "”，还轮不到"
                    + step.action().title()));
        }
        requireEndOfComment(before, day);
        requirePapers(before, stage);
        return switch (step.action()) {
            case SUBMIT -> submit(changes, before);
            case CONSENT -> {
                requireNotice(stage, day);
                yield onward(before, stage);
            }
            case OPEN_COMMENT -> openComment(before, stage, step, day);
            case APPROVE -> approve(changes, before, step, day);
            default -> onward(before, stage);
        };
    }

    private static CaseStore.Progress onward(NamingCase before, Stage stage) {
        return new CaseStore.Progress(
                stage.state(),
                before.profile(),
                before.approval(),
                before.commentUntil(),
                before.content().items());
    }

    private CaseStore.Progress submit(ChangeSet changes, NamingCase before) {
        refuse(parts.checks().faults(before));
        RuleProfile profile = parts.rulebook().present(before.divisionCode());
        List<CaseItem> items = before.content().items().stream()
                .map(item -> judge(changes, before, item, profile.name()))
                .toList();
        return new CaseStore.Progress(
                CaseState.PRECHECK,
                Optional.of(new NamingCase.ProfileVersion(profile.name(), profile.version())),
                Optional.empty(),
                Optional.empty(),
                items);
    }

    /** The item, with its name spelled, when nothing speaks against the name. */
    private CaseItem judge(ChangeSet changes, NamingCase about, CaseItem item, String profile) {
        if (!CaseChecks.canBeJudged(item)) {
            return item;
        }
        CaseChecks.Judged judged = parts.checks().judgeInTransaction(changes, about, item, profile);
        List<Finding> errors = CaseChecks.errors(List.of(judged));
        if (!errors.isEmpty()) {
            throw new NameRefused(errors);
        }
        refuse(judged.openQuestions());
        return judged.spelled();
    }

    /** A notice must have hung for so many days before the consent counts; the step's day is the one it was put up. */
    private void requireNotice(Stage stage, LocalDate day) {
        if (stage.minimumDays() > 0
                && day.plusDays(stage.minimumDays()).isAfter(parts.deadlines().today())) {
            throw new Refused(List.of("公示期至少 " + stage.minimumDays() + " 日：请填写公示开始的日期（" + stage.basis() + "）"));
        }
    }

    private static CaseStore.Progress openComment(NamingCase before, Stage stage, CaseStep step, LocalDate day) {
        LocalDate least = day.plusDays(stage.minimumDays());
        LocalDate until = step.until().orElse(least);
        if (until.isBefore(least) || until.isAfter(day.plusYears(1))) {
            throw new Refused(List.of("征求意见至少 " + stage.minimumDays() + " 日，至多一年（" + stage.basis() + "）"));
        }
        return new CaseStore.Progress(
                stage.state(),
                before.profile(),
                before.approval(),
                Optional.of(until),
                before.content().items());
    }

    private static void requireEndOfComment(NamingCase before, LocalDate day) {
        if (before.state() == CaseState.PUBLIC_COMMENT
                && before.commentUntil().filter(until -> !day.isAfter(until)).isPresent()) {
            throw new Refused(List.of("征求意见到 " + before.commentUntil().get() + " 为止，此后才能继续"));
        }
    }

    private void requirePapers(NamingCase before, Stage stage) {
        refuse(parts.checks().missing(before, stage).stream()
                .map(kind -> "缺少" + kind.title() + (kind.sections().isEmpty() ? "：请上传扫描件" : "：请填写各节，或上传扫描件"))
                .toList());
    }

    private CaseStore.Progress approve(ChangeSet changes, NamingCase before, CaseStep step, LocalDate day) {
        Approval approval = approvalOf(step, day);
        String profile = before.profile()
                .map(NamingCase.ProfileVersion::name)
                .orElseGet(() -> parts.rulebook().present(before.divisionCode()).name());
        refuse(parts.checks().withoutMeasures(before));
        parts.reservations().release(before.id());
        List<CaseItem> decided = new ArrayList<>();
        for (CaseItem item : before.content().items()) {
            Optional<CaseStep.ItemOutcome> refused = refusal(step, item);
            if (refused.isPresent()) {
                decided.add(item.decided(new CaseItem.Decision(
                        CaseItem.Outcome.REFUSED,
                        refused.get().reason(),
                        item.decision().placeId())));
            } else {
                CaseItem sound = judge(changes, before, item, profile); // the next must differ from this one, too
                decided.add(parts.decisions().execute(changes, before, sound, approval));
            }
        }
        if (decided.stream().allMatch(item -> item.decision().outcome() == CaseItem.Outcome.REFUSED)) {
            throw new Refused(List.of("没有一条获得批准：请改用“不予批准”"));
        }
        return new CaseStore.Progress(
                CaseState.GOV_APPROVED, before.profile(), Optional.of(approval), before.commentUntil(), decided);
    }

    private static Optional<CaseStep.ItemOutcome> refusal(CaseStep step, CaseItem item) {
        return step.outcomes().stream()
                .filter(one -> one.number() == item.number() && one.outcome() == CaseItem.Outcome.REFUSED)
                .findFirst();
    }

    private static Approval approvalOf(CaseStep step, LocalDate day) {
        List<String> faults = new ArrayList<>();
        String organisation = need(step.organisation(), "请填写批准机关", faults);
        String number = need(step.documentNumber(), "请填写批准文号", faults);
        if (step.organisationKind().isEmpty()) {
            faults.add("请选择批准机关的种类");
        }
        if (step.date().isEmpty()) {
            faults.add("请填写批准日期");
        }
        LocalDate effective = step.effectiveOn().orElse(day);
        if (effective.isBefore(day)) {
            faults.add("启用日期不能早于批准日期");
        }
        refuse(faults);
        return new Approval(day, organisation, step.organisationKind().orElseThrow(), number, effective);
    }

    private static String need(Optional<String> text, String fault, List<String> faults) {
        Optional<String> given = text.map(String::strip).filter(value -> !value.isEmpty());
        if (given.isEmpty()) {
            faults.add(fault);
        }
        return given.orElse("");
    }

    // ------------------------------------------------------------ around it

    /** The day of the step: not in the future, and not before the day of the step before. */
    private LocalDate dayOf(NamingCase before, CaseStep step) {
        LocalDate today = parts.deadlines().today();
        LocalDate day = step.date().orElse(today);
        if (day.isAfter(today)) {
            throw new Refused(List.of("办理日期不能晚于今天（" + today + "）"));
        }
        List<CaseEvent> events = parts.events().of(before.id());
        if (step.action() != CaseAction.CONSENT
                && !events.isEmpty()
                && day.isBefore(events.getLast().date())) {
            throw new Refused(List.of("办理日期不能早于上一环节（" + events.getLast().date() + "）"));
        }
        return day;
    }

    private void settle(ChangeSet changes, NamingCase before, NamingCase after, CaseStep step, LocalDate day) {
        if (after.state() == CaseState.PRECHECK) {
            parts.reservations().reserve(changes, after);
        } else if (after.state() == CaseState.REJECTED || after.state() == CaseState.WITHDRAWN) {
            parts.reservations().release(after.id());
        }
        limits.follow(changes, before, after, day);
        parts.events()
                .append(
                        changes,
                        after.id(),
                        new CaseEvent(
                                0,
                                changes.at(),
                                Optional.empty(),
                                step.action(),
                                before.state(),
                                after.state(),
                                day,
                                step.organisation(),
                                step.documentNumber(),
                                after.state() == CaseState.PUBLIC_COMMENT ? after.commentUntil() : Optional.empty(),
                                step.reason(),
                                step.note()));
        audit.append(
                changes,
                step.action().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                RecordKind.NAMING_CASE,
                after.id(),
                new AuditLog.Content(
                        Optional.of(CaseJson.audit(before)), Optional.of(CaseJson.audit(after)), step.reason()));
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
