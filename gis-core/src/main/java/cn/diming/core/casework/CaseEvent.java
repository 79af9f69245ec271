package cn.diming.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One entry of a case's history.
 *
 * @param actorName display name of whoever did it; empty for the operator at the server
 * @param date when it was done, which may be before it was entered
 * @param until last day of public comment
 */
public record CaseEvent(
        long id,
        Instant at,
        Optional<String> actorName,
        CaseAction action,
        CaseState from,
        CaseState to,
        LocalDate date,
        Optional<String> organisation,
        Optional<String> documentNumber,
        Optional<LocalDate> until,
        Optional<String> reason,
        Optional<String> note) {}
