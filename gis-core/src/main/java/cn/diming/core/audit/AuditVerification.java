package cn.diming.core.audit;

import java.util.Optional;

/**
 * What came of recomputing the audit log.
 *
 * @param entries how many were looked at
 * @param head the last entry that is in order
 * @param fault the first that is not; empty = intact
 */
public record AuditVerification(long entries, AuditHead head, Optional<Fault> fault) {

    /**
     * Where the log is broken.
     *
     * @param seq of the first entry that does not fit or is missing
     * @param message in Chinese
     */
    public record Fault(long seq, String message) {}

    public boolean isIntact() {
        return fault.isEmpty();
    }
}
