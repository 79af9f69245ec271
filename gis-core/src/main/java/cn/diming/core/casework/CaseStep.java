package cn.diming.core.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody does with a case.
 *
 * @param date when it was done; empty = today
 * @param organisation which body approved, filed or announced
 * @param effectiveOn from when the names are in force; empty = from the approval
 * @param until last day of public comment; empty = as the profile has it
 * @param outcomes of the items of a batch; those not mentioned are approved
 */
public record CaseStep(
        CaseAction action,
        Optional<LocalDate> date,
        Optional<String> organisation,
        Optional<Approval.OrganisationKind> organisationKind,
        Optional<String> documentNumber,
        Optional<LocalDate> effectiveOn,
        Optional<LocalDate> until,
        Optional<String> reason,
        Optional<String> note,
        List<ItemOutcome> outcomes) {

    public CaseStep {
        outcomes = List.copyOf(outcomes);
    }

    /** What was decided about one item. */
    public record ItemOutcome(int number, CaseItem.Outcome outcome, Optional<String> reason) {}

    /** An action about which there is no more to say. */
    public static CaseStep of(CaseAction action) {
        return new CaseStep(
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** An action and why. */
    public static CaseStep of(CaseAction action, String reason) {
        return new CaseStep(
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason),
                Optional.empty(),
                List.of());
    }
}
