package cn.diming.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Some cases, the newest first.
 *
 * @param counts how many there are of each state, whatever states were asked for
 * @param next cursor of the next page; empty on the last
 */
public record CasePage(List<Summary> items, Map<CaseState, Long> counts, OptionalLong next) {

    /**
     * A case in a list.
     *
     * @param dueOn when the first of its limits ends
     */
    public record Summary(
            long id,
            int version,
            CaseType type,
            CaseState state,
            String title,
            String divisionCode,
            Optional<String> applicant,
            Optional<LocalDate> dueOn,
            Optional<CaseState> awaits,
            Instant updatedAt) {}
}
