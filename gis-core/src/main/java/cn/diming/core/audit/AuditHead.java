package cn.diming.core.audit;

import java.util.Optional;

/**
 * The newest entry as somebody has seen it: kept in the database with each entry, and outside of it by whoever verifies.
 *
 * @param seq 0 = no entry yet
 */
public record AuditHead(long seq, String hash) {

    static final AuditHead EMPTY = new AuditHead(0, "0".repeat(64));

    public String toText() {
        return seq + " " + hash;
    }

    /** Empty for what is no head. */
    public static Optional<AuditHead> parse(String text) {
        String[] parts = text.strip().split(" ", -1);
        return parts.length == 2 && parts[0].matches("\\d{1,18}") && parts[1].matches("[0-9a-f]{64}")
                ? Optional.of(new AuditHead(Long.parseLong(parts[0]), parts[1]))
                : Optional.empty();
    }
}
