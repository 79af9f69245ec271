package cn.diming.core.sheet;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.board.Board;
import cn.diming.core.board.MapEdition;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The runs of everybody whose jurisdiction they lie in. Making the sheets is the business of whoever has the files. */
public final class SheetRuns {

    private static final int MOST_SHEETS = 2000;
    private static final String APPROVAL_GATE = "D2";
    private static final List<String> DRAWN = List.of(
                    RecordKind.DIVISION,
                    RecordKind.PLACE,
                    RecordKind.GROUND,
                    RecordKind.DOOR_PLATE,
                    RecordKind.SIGN,
                    RecordKind.SHOP,
                    RecordKind.FACILITY)
            .stream()
            .map(RecordKind::name)
            .toList();

    private final Db db;
    private final SheetRunStore store;
    private final ChangeJournal journal;
    private final DivisionTree divisions;
    private final Board board;
    private final Clock clock;

    /** What runs are built on. */
    public record Setting(Db db, ChangeJournal journal, DivisionTree divisions, Board board, Clock clock) {}

    public SheetRuns(Setting setting) {
        this.db = setting.db;
        this.store = new SheetRunStore(db);
        this.journal = setting.journal;
        this.divisions = setting.divisions;
        this.board = setting.board;
        this.clock = setting.clock;
    }

    /**
     * Queues sheets of these divisions, numbered in this order.
     *
     * @throws Refused when there is none, or there are more than 2,000
     * @throws cn.diming.core.access.Denied when one of them lies outside the actor's jurisdiction
     */
    public SheetRun create(Actor actor, SheetWish wish, List<SheetTarget> targets) {
        AccessPolicy.require(actor, Action.PRINT_SHEET);
        if (targets.isEmpty() || targets.size() > MOST_SHEETS) {
            throw new Refused(List.of("一批应有 1 至 " + MOST_SHEETS + " 幅图，现有 " + targets.size() + " 幅"));
        }
        targets.forEach(target -> AccessPolicy.require(actor, Action.PRINT_SHEET, target.divisionCode()));
        String scope = targets.stream()
                .map(SheetTarget::divisionCode)
                .reduce(SheetRuns::shared)
                .orElseThrow();
        long id = journal.write(actor, changes -> {
            long made = changes.newId();
            store.insert(changes, made, scope, wish, targets);
            return made;
        });
        return get(actor, id);
    }

    private static String shared(String one, String other) {
        int digits = 0;
        while (digits < one.length() && digits < other.length() && one.charAt(digits) == other.charAt(digits)) {
            digits++;
        }
        return one.substring(0, digits);
    }

    /** @throws NotFound when there is none in the actor's jurisdiction */
    public SheetRun get(Actor actor, long id) {
        AccessPolicy.require(actor, Action.PRINT_SHEET);
        return store.find(id)
                .filter(run -> actor.covers(run.scope()))
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的印制任务"));
    }

    /** The newest first, at most 100. */
    public List<SheetRun> list(Actor actor) {
        AccessPolicy.require(actor, Action.PRINT_SHEET);
        return store.list(actor.jurisdiction());
    }

    public List<SheetJob> jobs(Actor actor, long id) {
        return store.jobs(get(actor, id).id());
    }

    /** Stops after the sheets that are being drawn; what is made stays. Nothing happens when the run is over already. */
    public void cancel(Actor actor, long id) {
        get(actor, id);
        end(id, SheetRun.State.CANCELLED, Optional.empty());
    }

    /** Goes on with what is missing, and tries again what failed. Nothing happens while the run is under way. */
    public void resume(Actor actor, long id) {
        get(actor, id);
        db.inTransaction(() -> {
            List<String> over = List.of("CANCELLED", "FAILED", "DONE");
            if (store.setState(id, SheetRun.State.WAITING, over, Optional.empty(), Optional.empty())) {
                store.retryFailed(id);
            }
            return null;
        });
    }

    /** Forgets a run; whoever is making it notices. */
    public void delete(Actor actor, long id) {
        get(actor, id);
        db.inTransaction(() -> {
            store.delete(id);
            return null;
        });
    }

    /**
     * Says that the sheets of a run were published: towns and villages then count as mapped this year.
     *
     * @throws Refused unless all sheets are there, passed their gates, are for everybody and bear an approval number
     *     (地图管理条例 Art. 15, 34)
     */
    public SheetRun publish(Actor actor, long id) {
        SheetRun run = get(actor, id);
        AccessPolicy.require(actor, Action.EDIT_PLACE, run.scope());
        List<SheetJob> jobs = store.jobs(id);
        refuseUnpublishable(run, jobs);
        LocalDate today = LocalDate.now(clock);
        journal.write(actor, changes -> {
            jobs.forEach(job -> edition(job, today).ifPresent(edition -> board.publish(actor, edition)));
            store.setPublished(id, today);
            return null;
        });
        return get(actor, id);
    }

    private static void refuseUnpublishable(SheetRun run, List<SheetJob> jobs) {
        if (run.publishedOn().isPresent()) {
            throw new Refused(List.of("这一批已于 " + run.publishedOn().get() + " 发布"));
        }
        if (run.state() != SheetRun.State.DONE) {
            throw new Refused(List.of("这一批还没有印制完"));
        }
        if (run.wish().internal()) {
            throw new Refused(List.of("内部用图不能发布"));
        }
        List<String> faults = jobs.stream()
                .flatMap(job -> fault(job).map(why -> job.target().name() + why).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private static Optional<String> fault(SheetJob job) {
        if (!job.isThere() || job.report().isEmpty()) {
            return Optional.of("没有出图");
        }
        SheetReport report = job.report().get();
        if (report.gate() == Gate.FAILED) {
            return Optional.of("未通过检查");
        }
        return report.checks().stream()
                .filter(check -> check.id().equals(APPROVAL_GATE) && check.state() != Gate.PASSED)
                .map(check -> "没有审图号，不能公开（地图管理条例第十五条）")
                .findFirst();
    }

    private Optional<MapEdition> edition(SheetJob job, LocalDate day) {
        String code = job.target().divisionCode();
        return divisions
                .find(code)
                .map(Division::code)
                .map(known -> known.level())
                .filter(level -> level == DivisionLevel.TOWN || level == DivisionLevel.VILLAGE)
                .map(level -> new MapEdition(
                        level == DivisionLevel.TOWN ? MapEdition.Kind.TOWN : MapEdition.Kind.VILLAGE,
                        code,
                        day,
                        job.sha256().orElseThrow()));
    }

    /** The oldest run that is not over, also one that a stop of the server interrupted. */
    public Optional<SheetRun> next() {
        return store.next();
    }

    /** For whoever makes the sheets: all of them. */
    public List<SheetJob> jobs(SheetRun run) {
        return store.jobs(run.id());
    }

    /** Whether it was not deleted. */
    public boolean exists(long id) {
        return store.find(id).isPresent();
    }

    /** Whether somebody still waits for a run. */
    public boolean isWanted(long id) {
        return store.find(id).filter(run -> !run.isOver()).isPresent();
    }

    /** Sheets that were drawn from the very same, the newest first. */
    public List<SheetJob> earlier(String inputHash) {
        return store.earlier(inputHash);
    }

    public void begin(long id) {
        db.inTransaction(() -> store.setState(
                id, SheetRun.State.RUNNING, List.of("WAITING", "RUNNING"), Optional.empty(), Optional.empty()));
    }

    public void made(long id, int number, SheetJob.Made made) {
        db.inTransaction(() -> {
            store.made(id, number, made);
            return null;
        });
    }

    /** @param error Chinese, for the person whose sheet it is */
    public void failed(long id, int number, String error) {
        db.inTransaction(() -> {
            store.failed(id, number, error);
            return null;
        });
    }

    /** Every sheet has been tried. */
    public void finish(long id) {
        end(id, SheetRun.State.DONE, Optional.empty());
    }

    /** @param message Chinese: what no sheet is to blame for */
    public void stop(long id, String message) {
        end(id, SheetRun.State.FAILED, Optional.of(message));
    }

    private void end(long id, SheetRun.State state, Optional<String> message) {
        db.inTransaction(
                () -> store.setState(id, state, List.of("WAITING", "RUNNING"), message, Optional.of(clock.instant())));
    }

    /** Grows whenever something was written that can be on a map. */
    public long groundVersion() {
        return store.lastChangeOf(DRAWN);
    }
}
