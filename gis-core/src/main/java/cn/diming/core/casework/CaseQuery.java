package cn.diming.core.casework;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which cases are wanted.
 *
 * @param states empty = all
 * @param division code prefix; empty = the whole jurisdiction
 * @param text part of title, applicant or a name; empty = all
 * @param overdue only those with a limit that is over
 * @param mine only those that the asker drafted or had a hand in
 * @param before only those with a smaller number: the cursor
 */
public record CaseQuery(
        Set<CaseState> states,
        Optional<CaseType> type,
        String division,
        String text,
        boolean overdue,
        boolean mine,
        OptionalLong before,
        int limit) {

    public CaseQuery {
        states = Set.copyOf(states);
    }

    /** All cases of the jurisdiction. */
    public static final CaseQuery ALL =
            new CaseQuery(Set.of(), Optional.empty(), "", "", false, false, OptionalLong.empty(), 50);
}
