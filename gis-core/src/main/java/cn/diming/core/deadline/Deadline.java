package cn.diming.core.deadline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A time limit that an event has set running.
 *
 * @param subjectId the record it is about: a case
 * @param subjectTitle what people call that record
 * @param dueOn its last day, holidays allowed for
 * @param pausedOn since when it stands still; empty while it runs
 * @param stoppedOn when what it asks was done, or no longer had to be; empty while it is open
 */
public record Deadline(
        long id,
        String timer,
        String title,
        long subjectId,
        String subjectTitle,
        String divisionCode,
        LocalDate startedOn,
        LocalDate dueOn,
        TimeUnit unit,
        int remindDays,
        String basis,
        Optional<LocalDate> pausedOn,
        Optional<LocalDate> stoppedOn) {

    /** How it stands on a day. */
    public enum State {
        OPEN,
        DUE_SOON,
        OVERDUE
    }

    /** A limit that stands still is never overdue; one that was kept is judged by the day it was kept. */
    public State stateOn(LocalDate today) {
        LocalDate day = stoppedOn.or(() -> pausedOn).orElse(today);
        if (day.isAfter(dueOn)) {
            return State.OVERDUE;
        }
        boolean soon = !day.isBefore(dueOn.minusDays(remindDays)) && stoppedOn.isEmpty() && pausedOn.isEmpty();
        return soon ? State.DUE_SOON : State.OPEN;
    }
}
