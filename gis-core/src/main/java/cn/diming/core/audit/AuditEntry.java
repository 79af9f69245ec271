package cn.diming.core.audit;

import cn.diming.core.change.RecordKind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One entry of the audit log.
 *
 * @param seq from 1 without gaps
 * @param accountId empty for the operator at the server itself
 * @param action what was done, in English, imperative
 * @param before JSON of the record before; empty when it was new
 * @param after JSON of the record after; empty when it is gone
 * @param previousHash hash of the entry before
 * @param hash over everything else here
 */
public record AuditEntry(
        long seq,
        Instant at,
        OptionalLong accountId,
        String action,
        RecordKind kind,
        long recordId,
        Optional<String> before,
        Optional<String> after,
        Optional<String> reason,
        String previousHash,
        String hash) {}
