package cn.diming.core.history;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * What a change of a standard name rests on.
 *
 * @param effectiveOn the first day on which it is so
 * @param basis the approving paper: who, number, date
 * @param caseId the naming case; empty for a decision from before the cases
 */
public record Decision(LocalDate effectiveOn, String basis, OptionalLong caseId) {

    public Decision {
        if (basis.isBlank()) {
            throw new IllegalArgumentException("须写明批准依据");
        }
    }
}
