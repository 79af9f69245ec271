package cn.diming.core.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A file that a line's agreement rests on; its content is asked for separately.
 *
 * @param lineNumber the version of the line that it belongs to
 * @param bytes size
 * @param sha256 of the file as it came, which is how it is kept
 */
public record AgreementDocument(
        long id,
        long lineId,
        int lineNumber,
        DocumentKind kind,
        String fileName,
        String mediaType,
        long bytes,
        String sha256,
        Instant addedAt,
        Optional<String> addedBy,
        Optional<Withdrawal> withdrawal) {

    /** Struck out because it was put in by mistake; the file stays. */
    public record Withdrawal(Instant at, Optional<String> by, String reason) {}

    public boolean isValid() {
        return withdrawal.isEmpty();
    }
}
