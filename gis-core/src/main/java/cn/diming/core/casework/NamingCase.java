package cn.diming.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A naming case (地名事项) as it stands.
 *
 * @param title what people call it
 * @param divisionCode 12 digits: the smallest division that holds all its items
 * @param content what was written, with what became of the items
 * @param profile the rule profile it is judged by; empty until it is submitted first
 * @param commentUntil last day of public comment
 */
public record NamingCase(
        long id,
        int version,
        CaseState state,
        String title,
        String divisionCode,
        CaseDraft content,
        Optional<ProfileVersion> profile,
        Optional<Approval> approval,
        Optional<LocalDate> commentUntil,
        OptionalLong createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /** Name and version of a rule profile. */
    public record ProfileVersion(String name, int version) {}
}
