package cn.diming.core.inspection;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A side's signature under a round.
 *
 * @param sha256 of the content that was signed, see {@link RoundDigest}
 * @param voidReason why it holds no more
 */
public record RoundSignature(
        Side side,
        String sha256,
        OptionalLong accountId,
        Instant signedAt,
        Optional<Instant> voidedAt,
        Optional<String> voidReason) {

    public boolean holds() {
        return voidedAt.isEmpty();
    }
}
