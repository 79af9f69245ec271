package cn.diming.core.deadline;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time limits of the whole product: an event starts those that wait for it and stops those that it fulfils. Starting
 * and stopping happen inside the transaction of the event.
 */
public final class Deadlines {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final DeadlineStore store;
    private final WorkCalendar calendar;
    private final Clock clock;

    public Deadlines(Db db, WorkCalendar calendar, Clock clock) {
        this.store = new DeadlineStore(db);
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What a limit is about. */
    public record Subject(long id, String title, String divisionCode) {}

    /** Today in China. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    public WorkCalendar calendar() {
        return calendar;
    }

    /**
     * Limits in the actor's jurisdiction that are open, the first due first.
     *
     * @param division code prefix; empty = the whole jurisdiction
     * @param state only those that stand so; empty = all
     */
    public List<Deadline> list(Actor actor, String division, Optional<Deadline.State> state, int limit) {
        AccessPolicy.require(actor, Action.READ_CASE);
        return within(actor, division)
                .map(prefix -> store.list(prefix, state, today(), limit))
                .orElse(List.of());
    }

    /** How many limits in the actor's jurisdiction stand so. */
    public long count(Actor actor, String division, Deadline.State state) {
        AccessPolicy.require(actor, Action.READ_CASE);
        return within(actor, division)
                .map(prefix -> store.count(prefix, state, today()))
                .orElse(0L);
    }

    /** All limits of one subject, those that are over too; who may read them is the caller's question. */
    public List<Deadline> of(long subjectId) {
        return store.of(subjectId);
    }

    /** Tells the limits of a subject what it is called now and where it lies. */
    public void rename(Subject subject) {
        store.rename(subject);
    }

    /** Sets {@code timer} running from an event on {@code day}, unless it runs for this subject already. */
    public void start(ChangeSet changes, Subject subject, Timer timer, LocalDate day) {
        boolean runs = store.of(subject.id).stream()
                .anyMatch(deadline -> deadline.timer().equals(timer.id())
                        && deadline.stoppedOn().isEmpty());
        if (!runs) {
            store.insert(
                    changes,
                    new Deadline(
                            0,
                            timer.id(),
                            timer.title(),
                            subject.id,
                            subject.title,
                            subject.divisionCode,
                            day,
                            calendar.due(day, timer.length(), timer.unit()),
                            timer.unit(),
                            timer.remindDays(),
                            timer.basis(),
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    /** Ends the subject's open limit of this timer. */
    public void stop(long subjectId, String timer, LocalDate day) {
        open(subjectId)
                .filter(deadline -> deadline.timer().equals(timer))
                .forEach(deadline -> store.update(
                        deadline.id(), deadline.dueOn(), deadline.remindDays(), Optional.empty(), Optional.of(day)));
    }

    /** Ends whatever still runs for the subject. */
    public void stopAll(long subjectId, LocalDate day) {
        open(subjectId).map(Deadline::timer).toList().forEach(timer -> stop(subjectId, timer, day));
    }

    /** Lets the subject's open limit of this timer stand still, because others must act first. */
    public void pause(long subjectId, String timer, LocalDate day) {
        open(subjectId)
                .filter(deadline ->
                        deadline.timer().equals(timer) && deadline.pausedOn().isEmpty())
                .forEach(deadline -> store.update(
                        deadline.id(), deadline.dueOn(), deadline.remindDays(), Optional.of(day), Optional.empty()));
    }

    /** Lets it run again; its last day moves by the time it stood still. */
    public void resume(long subjectId, String timer, LocalDate day) {
        open(subjectId)
                .filter(deadline ->
                        deadline.timer().equals(timer) && deadline.pausedOn().isPresent())
                .forEach(deadline -> store.update(
                        deadline.id(),
                        calendar.moved(deadline.dueOn(), deadline.pausedOn().orElseThrow(), day, deadline.unit()),
                        deadline.remindDays(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Stream<Deadline> open(long subjectId) {
        return store.of(subjectId).stream()
                .filter(deadline -> deadline.stoppedOn().isEmpty());
    }

    /** The narrower of the actor's jurisdiction and a code prefix; empty when they have nothing in common. */
    public static Optional<String> within(Actor actor, String division) {
        if (division.startsWith(actor.jurisdiction())) {
            return Optional.of(division);
        }
        return actor.jurisdiction().startsWith(division) ? Optional.of(actor.jurisdiction()) : Optional.empty();
    }
}
