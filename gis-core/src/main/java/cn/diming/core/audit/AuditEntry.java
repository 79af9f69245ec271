package cn.diming.core.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One entry of the audit log.
 *
 * @param accountId empty for the operator at the server itself
 * @param before JSON of the record before; empty when it was new
 * @param after JSON of the record after; empty when it is gone
 */
public record AuditEntry(
        Instant at,
        OptionalLong accountId,
        String action,
        Optional<String> before,
        Optional<String> after,
        Optional<String> reason) {}
