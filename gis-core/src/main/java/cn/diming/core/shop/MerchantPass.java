package cn.diming.core.shop;

import java.time.Instant;

/**
 * What a merchant's telephone gets for a code.
 *
 * @param token to be sent with each request, in place of a password
 * @param fresh whether the merchant was not known before
 */
public record MerchantPass(String token, String displayName, boolean fresh, Instant expiresAt) {
    @Override
    public String toString() {
        return "MerchantPass[" + expiresAt + "]";
    }
}
