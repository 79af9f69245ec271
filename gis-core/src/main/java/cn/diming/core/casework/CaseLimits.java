package cn.diming.core.casework;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.deadline.Deadlines;
import java.time.LocalDate;

/** Starts, stops and pauses the time limits of a case when its state changes. */
final class CaseLimits {

    private final Deadlines deadlines;
    private final CaseRulebook rulebook;

    CaseLimits(Deadlines deadlines, CaseRulebook rulebook) {
        this.deadlines = deadlines;
        this.rulebook = rulebook;
    }

    /** @param after the case in its new state, on the day on which it came to it */
    void follow(ChangeSet changes, NamingCase before, NamingCase after, LocalDate day) {
        if (after.state().isOver()) {
            deadlines.stopAll(after.id(), day);
            return;
        }
        var subject = new Deadlines.Subject(after.id(), after.title(), after.divisionCode());
        deadlines.rename(subject); // a case that was sent back may have come again with another name
        for (CaseRules.CaseTimer timer : rulebook.timers(after)) {
            String id = timer.timer().id();
            if (timer.pauses().contains(before.state())) {
                deadlines.resume(after.id(), id, day);
            }
            if (timer.timer().stop().equals(after.state().name())) {
                deadlines.stop(after.id(), id, day);
            }
            if (timer.timer().start().equals(after.state().name()) && isFor(timer, after)) {
                deadlines.start(changes, subject, timer.timer(), day);
            }
            if (timer.pauses().contains(after.state())) {
                deadlines.pause(after.id(), id, day);
            }
        }
    }

    private static boolean isFor(CaseRules.CaseTimer timer, NamingCase after) {
        return timer.organisations().isEmpty()
                || after.approval()
                        .filter(approval -> timer.organisations().contains(approval.kind()))
                        .isPresent();
    }
}
