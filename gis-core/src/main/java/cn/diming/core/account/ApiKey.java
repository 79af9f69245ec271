package cn.diming.core.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A key with which a program acts as an account; the key itself is not kept.
 *
 * @param hint its first characters, to tell keys apart
 */
public record ApiKey(
        long id,
        long accountId,
        String accountLogin,
        String label,
        String hint,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    boolean isUsable(Instant now) {
        return revokedAt.isEmpty()
                && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
