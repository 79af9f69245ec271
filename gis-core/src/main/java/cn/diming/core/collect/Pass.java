package cn.diming.core.collect;

import java.time.Instant;

/**
 * What a telephone gets for an invitation.
 *
 * @param token to be sent with each request, in place of a password
 */
public record Pass(String token, String displayName, Campaign campaign, Instant expiresAt) {
    @Override
    public String toString() {
        return "Pass[" + campaign.id() + "]";
    }
}
