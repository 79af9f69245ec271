package cn.diming.core.inspection;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.StateEventStore;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of rounds, sides, answers, signatures and events. */
final class RoundStore {

    private final Db db;
    private final StateEventStore<RoundState> events;

    RoundStore(Db db) {
        this.db = db;
        this.events = new StateEventStore<>(db, "inspection_event", "round_id", RoundState.class);
    }

    StateEventStore<RoundState> events() {
        return events;
    }

    Optional<InspectionRound> find(long id) {
        return db.sql("SELECT * FROM inspection_round WHERE id = :id")
                .param("id", id)
                .find(RoundStore::round);
    }

    /** Rounds of a line, the newest first. */
    List<InspectionRound> ofLine(long lineId) {
        return db.sql("SELECT * FROM inspection_round WHERE line_id = :line ORDER BY number DESC")
                .param("line", lineId)
                .list(RoundStore::round);
    }

    /** All rounds, the newest first. */
    List<InspectionRound> list() {
        return db.sql("SELECT * FROM inspection_round ORDER BY id DESC").list(RoundStore::round);
    }

    long insert(ChangeSet changes, InspectionRound wanted) {
        long id = changes.newId();
        bind(db.sql("""
                        INSERT INTO inspection_round (id, line_id, line_number, line_sha256, left_code, right_code, number, kind,
                          reason, leading_side, planned_from, planned_to, sections, state, created_at, created_by, updated_at,
                          updated_by)
                        VALUES (:id, :line, :lineNumber, :sha256, :left, :right, :number, :kind, :reason, :leading, :from, :to,
                          :sections, :state, :at, :by, :at, :by)"""), changes, wanted.plan())
                .param("id", id)
                .param("line", wanted.lineId())
                .param("lineNumber", wanted.lineNumber())
                .param("sha256", wanted.lineSha256())
                .param("left", wanted.left().digits())
                .param("right", wanted.right().digits())
                .param("number", wanted.number())
                .param("kind", wanted.kind())
                .param("reason", wanted.reason())
                .param("state", wanted.state())
                .update();
        for (Side side : Side.values()) {
            db.sql("INSERT INTO inspection_side (round_id, side, participants) VALUES (:id, :side, '[]')")
                    .param("id", id)
                    .param("side", side)
                    .update();
        }
        return id;
    }

    private static Statement bind(Statement statement, ChangeSet changes, RoundPlan plan) {
        return statement
                .param("leading", plan.leading())
                .param("from", plan.from())
                .param("to", plan.to())
                .param("sections", FindingText.sections(plan.sections()))
                .param("at", changes.at())
                .param("by", changes.actor().accountId());
    }

    /** @return false when somebody else was faster */
    boolean plan(ChangeSet changes, InspectionRound seen, RoundPlan plan) {
        return bind(db.sql("""
                                UPDATE inspection_round SET leading_side = :leading, planned_from = :from, planned_to = :to,
                                  sections = :sections, version = version + 1, updated_at = :at, updated_by = :by
                                WHERE id = :id AND version = :version"""), changes, plan)
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** @return false when somebody else was faster */
    boolean move(
            ChangeSet changes,
            InspectionRound seen,
            RoundState to,
            Optional<LocalDate> filedOn,
            Optional<String> receiver) {
        return db.sql("""
                        UPDATE inspection_round SET state = :state, filed_on = :filedOn, receiver = :receiver,
                          version = version + 1, updated_at = :at, updated_by = :by
                        WHERE id = :id AND version = :version""")
                        .param("state", to)
                        .param("filedOn", filedOn)
                        .param("receiver", receiver)
                        .param("at", changes.at())
                        .param("by", changes.actor().accountId())
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    Map<Side, SideWork> sides(long roundId) {
        Map<Side, SideWork> sides = new EnumMap<>(Side.class);
        db.sql("SELECT * FROM inspection_side WHERE round_id = :id")
                .param("id", roundId)
                .list(row -> sides.put(
                        Side.valueOf(row.getText("side")),
                        new SideWork(
                                FindingText.participants(row.getText("participants")),
                                row.findText("problems"),
                                row.findText("opinion"))));
        return sides;
    }

    void write(long roundId, Side side, SideWork work) {
        db.sql("""
                UPDATE inspection_side SET participants = :participants, problems = :problems, opinion = :opinion
                WHERE round_id = :id AND side = :side""")
                .param("participants", FindingText.participants(work.participants()))
                .param("problems", work.problems())
                .param("opinion", work.opinion())
                .param("id", roundId)
                .param("side", side)
                .update();
    }

    List<ItemAnswer> answers(long roundId) {
        return db.sql("SELECT * FROM inspection_answer WHERE round_id = :id ORDER BY side, item")
                .param("id", roundId)
                .list(row -> new ItemAnswer(
                        Side.valueOf(row.getText("side")),
                        row.getText("item"),
                        ItemAnswer.Verdict.valueOf(row.getText("verdict")),
                        row.findText("note"),
                        row.getInstant("at"),
                        row.findLong("account_id")));
    }

    void answer(long roundId, ItemAnswer answer) {
        db.sql("""
                INSERT INTO inspection_answer (round_id, side, item, verdict, note, at, account_id)
                VALUES (:id, :side, :item, :verdict, :note, :at, :by)
                ON CONFLICT (round_id, side, item) DO UPDATE SET verdict = excluded.verdict, note = excluded.note,
                  at = excluded.at, account_id = excluded.account_id""")
                .param("id", roundId)
                .param("side", answer.side())
                .param("item", answer.item())
                .param("verdict", answer.verdict())
                .param("note", answer.note())
                .param("at", answer.at())
                .param("by", answer.accountId())
                .update();
    }

    List<RoundSignature> signatures(long roundId) {
        return db.sql("SELECT * FROM inspection_signature WHERE round_id = :id ORDER BY id")
                .param("id", roundId)
                .list(row -> new RoundSignature(
                        Side.valueOf(row.getText("side")),
                        row.getText("sha256"),
                        row.findLong("account_id"),
                        row.getInstant("signed_at"),
                        row.findInstant("voided_at"),
                        row.findText("void_reason")));
    }

    void sign(ChangeSet changes, long roundId, Side side, String sha256) {
        db.sql("""
                INSERT INTO inspection_signature (id, round_id, side, sha256, account_id, signed_at)
                VALUES (:id, :round, :side, :sha256, :by, :at)""")
                .param("id", changes.newId())
                .param("round", roundId)
                .param("side", side)
                .param("sha256", sha256)
                .param("by", changes.actor().accountId())
                .param("at", changes.at())
                .update();
    }

    void voidSignatures(ChangeSet changes, long roundId, String reason) {
        db.sql("""
                UPDATE inspection_signature SET voided_at = :at, void_reason = :reason
                WHERE round_id = :round AND voided_at IS NULL""")
                .param("at", changes.at())
                .param("reason", reason)
                .param("round", roundId)
                .update();
    }

    private static InspectionRound round(Row row) {
        return new InspectionRound(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("line_id"),
                row.getInt("line_number"),
                row.getText("line_sha256"),
                new DivisionCode(row.getText("left_code")),
                new DivisionCode(row.getText("right_code")),
                row.getInt("number"),
                RoundKind.valueOf(row.getText("kind")),
                row.findText("reason"),
                new RoundPlan(
                        Side.valueOf(row.getText("leading_side")),
                        row.findDate("planned_from").orElseThrow(),
                        row.findDate("planned_to").orElseThrow(),
                        FindingText.sections(row.getText("sections"))),
                RoundState.valueOf(row.getText("state")),
                row.findDate("filed_on"),
                row.findText("receiver"),
                row.getInstant("created_at"),
                row.findLong("created_by"));
    }
}
