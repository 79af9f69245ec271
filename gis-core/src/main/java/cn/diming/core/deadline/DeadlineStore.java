package cn.diming.core.deadline;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Rows of deadline. */
final class DeadlineStore {

    private static final String OPEN = " FROM deadline WHERE stopped_on IS NULL AND division_code LIKE :within";
    private static final String RUNNING = " AND paused_on IS NULL";
    private static final String OVERDUE = RUNNING + " AND due_on < :today";
    private static final String DUE_SOON = RUNNING + " AND due_on >= :today AND remind_on <= :today";

    private final Db db;

    DeadlineStore(Db db) {
        this.db = db;
    }

    List<Deadline> list(String within, Optional<Deadline.State> state, LocalDate today, int limit) {
        return openIn(within, "SELECT *", state, today, " ORDER BY due_on, id LIMIT :limit")
                .param("limit", limit)
                .list(DeadlineStore::read);
    }

    long count(String within, Deadline.State state, LocalDate today) {
        return openIn(within, "SELECT COUNT(*)", Optional.of(state), today, "").getLong();
    }

    private Statement openIn(
            String within, String select, Optional<Deadline.State> state, LocalDate today, String order) {
        String which = state.map(wanted -> switch (wanted) {
                    case OVERDUE -> OVERDUE;
                    case DUE_SOON -> DUE_SOON;
                    case OPEN -> "";
                })
                .orElse("");
        Statement query = db.sql(select + OPEN + which + order).param("within", within + "%");
        return which.isEmpty() ? query : query.param("today", today);
    }

    List<Deadline> of(long subjectId) {
        return db.sql("SELECT * FROM deadline WHERE subject_id = :subject ORDER BY id")
                .param("subject", subjectId)
                .list(DeadlineStore::read);
    }

    void insert(ChangeSet changes, Deadline deadline) {
        db.sql("""
                INSERT INTO deadline (id, timer, title, subject_id, subject_title, division_code, started_on, due_on,
                  remind_on, unit, remind_days, basis)
                VALUES (:id, :timer, :title, :subject, :subjectTitle, :division, :started, :due, :remind, :unit,
                  :remindDays, :basis)""")
                .param("id", changes.newId())
                .param("timer", deadline.timer())
                .param("title", deadline.title())
                .param("subject", deadline.subjectId())
                .param("subjectTitle", deadline.subjectTitle())
                .param("division", deadline.divisionCode())
                .param("started", deadline.startedOn())
                .param("due", deadline.dueOn())
                .param("remind", deadline.dueOn().minusDays(deadline.remindDays()))
                .param("unit", deadline.unit())
                .param("remindDays", deadline.remindDays())
                .param("basis", deadline.basis())
                .update();
    }

    void rename(Deadlines.Subject subject) {
        db.sql("UPDATE deadline SET subject_title = :title, division_code = :division WHERE subject_id = :id")
                .param("title", subject.title())
                .param("division", subject.divisionCode())
                .param("id", subject.id())
                .update();
    }

    void update(long id, LocalDate dueOn, int remindDays, Optional<LocalDate> pausedOn, Optional<LocalDate> stoppedOn) {
        db.sql("""
                UPDATE deadline SET due_on = :due, remind_on = :remind, paused_on = :paused, stopped_on = :stopped
                WHERE id = :id""")
                .param("due", dueOn)
                .param("remind", dueOn.minusDays(remindDays))
                .param("paused", pausedOn)
                .param("stopped", stoppedOn)
                .param("id", id)
                .update();
    }

    private static Deadline read(Row row) {
        return new Deadline(
                row.getLong("id"),
                row.getText("timer"),
                row.getText("title"),
                row.getLong("subject_id"),
                row.getText("subject_title"),
                row.getText("division_code"),
                row.findDate("started_on").orElseThrow(),
                row.findDate("due_on").orElseThrow(),
                TimeUnit.valueOf(row.getText("unit")),
                row.getInt("remind_days"),
                row.getText("basis"),
                row.findDate("paused_on"),
                row.findDate("stopped_on"));
    }
}
