package cn.diming.core.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody of the public says about a case. Name and contact are personal: the contact is for staff only, and neither
 * stands in a log.
 *
 * @param name as the writer calls himself; empty when he did not say
 * @param reply shown with the comment
 */
public record CaseComment(
        long id,
        Instant at,
        Opinion opinion,
        String text,
        Optional<String> name,
        Optional<String> contact,
        State state,
        Optional<String> reply) {

    /** What the writer is for. */
    public enum Opinion {
        AGREE,
        DISAGREE,
        SUGGEST
    }

    /** Whether it is shown to the public. */
    public enum State {
        PENDING,
        SHOWN,
        HIDDEN
    }

    /** A comment as it comes in. */
    public record Draft(Opinion opinion, String text, Optional<String> name, Optional<String> contact) {}

    /** Without what would tell who wrote it. */
    @Override
    public String toString() {
        return "CaseComment[" + id + ", " + opinion + ", " + state + "]";
    }
}
