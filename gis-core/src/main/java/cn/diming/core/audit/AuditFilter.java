package cn.diming.core.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which entries of the audit log; all conditions together.
 *
 * @param kind name of a record kind
 * @param from at or after
 * @param until before
 * @param before only entries with a smaller number
 */
public record AuditFilter(
        Optional<String> kind,
        OptionalLong recordId,
        OptionalLong accountId,
        Optional<String> action,
        Optional<Instant> from,
        Optional<Instant> until,
        OptionalLong before) {}
