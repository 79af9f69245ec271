package cn.diming.core.inspection;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryLines;
import cn.diming.core.boundary.BoundaryMarkers;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.boundary.LineVersion;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rounds of joint inspection: the five-year clock, opening, planning and the work at the desk. Lines between neighbours are inspected
 * jointly once in five years, and when something happened (《行政区域界线管理条例》 Art. 12; townships by analogy, Art. 19).
 */
public final class Inspections {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NOTE = 500;

    private final Setting core;
    private final RoundStore store;
    private final FieldRecordStore records;
    private final RoundAccess access;

    /** What joint inspection needs of the rest of the core. */
    public record Setting(
            Db db,
            ChangeJournal journal,
            AuditLog audit,
            BoundaryLines lines,
            BoundaryMarkers markers,
            RuleProfiles profiles) {}

    public Inspections(Setting core) {
        this.core = core;
        this.store = new RoundStore(core.db);
        this.records = new FieldRecordStore(core.db);
        this.access = new RoundAccess(store);
    }

    /**
     * A line and its clock.
     *
     * @param due empty where nothing is dated
     * @param soon whether it is due, or will be within the days of the profile
     * @param open the round that is under way
     */
    public record DueLine(
            BoundaryLine line,
            Optional<LocalDate> due,
            boolean overdue,
            boolean soon,
            InspectionRules rules,
            Optional<InspectionRound> open) {}

    /** The legal lines of the actor's jurisdiction, the most urgent first. */
    public List<DueLine> due(Actor actor, Optional<String> division, LocalDate today) {
        List<DueLine> all = new ArrayList<>();
        Map<Long, InspectionRound> open = store.list().stream()
                .filter(round -> round.state().isOpen())
                .collect(Collectors.toMap(InspectionRound::lineId, round -> round, (newer, older) -> newer));
        for (BoundaryLine line : core.lines.list(actor, division)) {
            if (line.kind() == LineKind.LEGAL) {
                Optional<LocalDate> due = core.lines.inspectionDue(line);
                InspectionRules rules = rules(line);
                all.add(new DueLine(
                        line,
                        due,
                        due.filter(day -> day.isBefore(today)).isPresent(),
                        due.filter(day -> day.isBefore(today.plusDays(rules.remindDays())))
                                .isPresent(),
                        rules,
                        Optional.ofNullable(open.get(line.id()))));
            }
        }
        all.sort(Comparator.comparing((DueLine one) -> one.due.orElse(LocalDate.MAX))
                .thenComparing(one -> one.line.code()));
        return all;
    }

    /** Rounds that the actor may see, the newest first; of one line where one is named. */
    public List<InspectionRound> list(Actor actor, Optional<Long> lineId) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        return (lineId.isPresent() ? store.ofLine(lineId.get()) : store.list())
                .stream().filter(round -> RoundAccess.maySee(actor, round)).toList();
    }

    /** @throws NotFound when there is no such round, or the actor has no part in its line */
    public RoundFile get(Actor actor, long id) {
        return file(access.visible(actor, id));
    }

    RoundFile file(InspectionRound round) {
        return new RoundFile(
                round,
                line(round).code(),
                store.sides(round.id()),
                store.answers(round.id()),
                records.ofRound(round.id()),
                store.signatures(round.id()),
                store.events().of(round.id()));
    }

    /** The line as the round inspects it, though a later agreement may have moved it since. */
    public LineVersion version(InspectionRound round) {
        return core.lines
                .findVersion(round.lineId(), round.lineNumber())
                .orElseGet(() -> line(round).current());
    }

    public BoundaryLine line(InspectionRound round) {
        return core.lines.find(round.lineId()).orElseThrow(() -> new NotFound("联检的界线已不存在"));
    }

    public InspectionRules rules(BoundaryLine line) {
        return InspectionRules.of(core.profiles.nearest(Optional.of(line.left().digits())));
    }

    /** What the round still lacks before it can be compiled, Chinese sentences; empty when it is complete. */
    public List<String> lacks(RoundFile file) {
        BoundaryLine line = line(file.round());
        return RoundLacks.of(
                file,
                rules(line),
                core.markers.of(line),
                new LineMeasure(version(file.round()).geometry()));
    }

    /**
     * Opens a round about a line as it is now.
     *
     * @param reason what happened; a special inspection must say it
     * @throws Refused for a line that no law covers, one without a shape, or one with a round under way
     * @throws cn.diming.core.access.Denied for others than the neighbours and those above both
     */
    public RoundFile open(Actor actor, long lineId, RoundKind kind, Optional<String> reason, RoundPlan plan) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        BoundaryLine line = core.lines.get(actor, lineId);
        Optional<String> words = Words.clean(reason);
        refuse(faults(line, kind, words, plan));
        return core.journal.write(actor, changes -> {
            changes.seq();
            List<InspectionRound> before = store.ofLine(lineId);
            if (before.stream().anyMatch(round -> round.state().isOpen())) {
                throw refused("这条界线的联检正在进行，请先完成或取消");
            }
            InspectionRound wanted = round(changes, line, before.size() + 1, kind, words, plan);
            RoundAccess.requirePart(actor, wanted);
            long id = store.insert(changes, wanted);
            InspectionRound made = store.find(id).orElseThrow();
            store.events().insert(changes, id, Optional.empty(), RoundState.PLANNED, words);
            log(changes, "open", made, Optional.of(FindingText.sections(plan.sections())));
            return file(made);
        });
    }

    private static InspectionRound round(
            ChangeSet changes, BoundaryLine line, int number, RoundKind kind, Optional<String> reason, RoundPlan plan) {
        return new InspectionRound(
                0,
                0,
                line.id(),
                line.current().number(),
                line.current().sha256(),
                line.left(),
                line.right(),
                number,
                kind,
                reason,
                plan,
                RoundState.PLANNED,
                Optional.empty(),
                Optional.empty(),
                changes.at(),
                changes.actor().accountId());
    }

    private static List<String> faults(BoundaryLine line, RoundKind kind, Optional<String> reason, RoundPlan plan) {
        List<String> faults = new ArrayList<>(faults(line, plan));
        if (line.kind() != LineKind.LEGAL) {
            faults.add(line.kind().title() + "不是行政区域界线，不作联合检查（《行政区域界线管理条例》第三条、第十二条）");
        }
        if (kind == RoundKind.SPECIAL && reason.isEmpty()) {
            faults.add("专项检查应写明原因，如自然灾害、河流改道、道路变化（《行政区域界线管理条例》第十二条）");
        }
        if (reason.filter(words -> Words.unfit(words, LONGEST_REASON)).isPresent()) {
            faults.add("原因至多 " + LONGEST_REASON + " 字");
        }
        return faults;
    }

    private static List<String> faults(BoundaryLine line, RoundPlan plan) {
        double length = new LineMeasure(line.current().geometry()).lengthMetres();
        if (length == 0) {
            return List.of("这条界线没有图形，不能联检");
        }
        return plan.sections().stream().anyMatch(section -> section.toMetres() > length + 1)
                ? List.of("分工段超出界线长度 " + Math.round(length) + " 米")
                : List.of();
    }

    /**
     * Changes dates and stretches.
     *
     * @param version the round's version that the caller saw
     * @throws Stale when somebody else was faster
     */
    public RoundFile plan(Actor actor, long id, int version, RoundPlan plan) {
        return core.journal.write(actor, changes -> {
            changes.seq();
            InspectionRound seen = access.visible(actor, id);
            RoundAccess.requirePart(actor, seen);
            requireOpen(seen);
            refuse(faults(line(seen), plan));
            if (seen.version() != version || !store.plan(changes, seen, plan)) {
                throw new Stale(seen.version());
            }
            log(changes, "plan", seen, Optional.of(FindingText.sections(plan.sections())));
            changed(changes, store.find(id).orElseThrow(), "联检计划已修改");
            return file(store.find(id).orElseThrow());
        });
    }

    /** Writes participants, problems and opinion of the actor's own side. */
    public RoundFile write(Actor actor, long id, SideWork work) {
        return core.journal.write(actor, changes -> {
            changes.seq();
            InspectionRound round = access.visible(actor, id);
            Side side = RoundAccess.requireOwnSide(actor, round);
            requireOpen(round);
            store.write(id, side, work);
            log(changes, "write-side", round, Optional.of(side.name()));
            changed(changes, round, side.title() + "修改了参加人员或意见");
            return file(store.find(id).orElseThrow());
        });
    }

    /** @throws Refused for an item that the profile does not have, or a fault without a word about it */
    public RoundFile answer(Actor actor, long id, String item, ItemAnswer.Verdict verdict, Optional<String> note) {
        return core.journal.write(actor, changes -> {
            changes.seq();
            InspectionRound round = access.visible(actor, id);
            Side side = RoundAccess.requireOwnSide(actor, round);
            requireOpen(round);
            InspectionItem asked =
                    rules(line(round)).find(item).orElseThrow(() -> new NotFound("没有“" + item + "”这个核对项"));
            Optional<String> words = Words.fit(note, LONGEST_NOTE, "说明");
            if (verdict == ItemAnswer.Verdict.FAULTY && words.isEmpty()) {
                throw refused("“" + asked.title() + "”不符合的，请写明情况");
            }
            store.answer(id, new ItemAnswer(side, item, verdict, words, changes.at(), actor.accountId()));
            log(changes, "answer", round, Optional.of(side.name() + " " + item + " " + verdict));
            changed(changes, round, side.title() + "修改了核对项“" + asked.title() + "”");
            return file(store.find(id).orElseThrow());
        });
    }

    /** The content is another one now: what was signed is signed no more. */
    void changed(ChangeSet changes, InspectionRound round, String why) {
        if (!round.state().isCompiled()) {
            return;
        }
        store.voidSignatures(changes, round.id(), why);
        move(changes, round, RoundState.FIELD, why + "，回到外业，原签字作废");
    }

    void move(ChangeSet changes, InspectionRound seen, RoundState to, String words) {
        if (!store.move(changes, seen, to, seen.filedOn(), seen.receiver())) {
            throw new Stale(seen.version());
        }
        store.events().insert(changes, seen.id(), Optional.of(seen.state()), to, Optional.of(words));
    }

    static void requireOpen(InspectionRound round) {
        if (!round.state().isOpen()) {
            throw refused("联检" + round.state().title() + "，内容不能再改（《行政区域界线管理条例》第十三条）");
        }
    }

    void log(ChangeSet changes, String action, InspectionRound round, Optional<String> content) {
        core.audit.append(changes, action, RecordKind.INSPECTION_ROUND, round.id(), Optional.empty(), content);
        changes.saved(RecordKind.INSPECTION_ROUND, round.id(), Optional.empty());
    }

    RoundStore store() {
        return store;
    }

    FieldRecordStore records() {
        return records;
    }

    RoundAccess access() {
        return access;
    }

    Setting core() {
        return core;
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    static Refused refused(String fault) {
        return new Refused(List.of(fault));
    }
}
