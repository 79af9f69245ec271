package cn.diming.core.collect;

import java.time.Instant;
import java.util.Optional;

/**
 * A code with which people join a campaign; only its hash is kept.
 *
 * @param label for whom it is, in the officer's words
 * @param usesLeft how many telephones may still join with it
 * @param joined how many have
 */
public record Invitation(
        long id,
        long campaignId,
        String label,
        int usesLeft,
        int joined,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        Instant createdAt) {

    boolean holds(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }

    /** A new invitation with its code, which nobody can read again. */
    public record Issued(Invitation invitation, String code) {
        @Override
        public String toString() {
            return "Issued[" + invitation.id() + "]";
        }
    }
}
