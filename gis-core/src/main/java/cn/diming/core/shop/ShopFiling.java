package cn.diming.core.shop;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a merchant filed of one shop, and how it stands.
 *
 * @param claimedShopId the record of the register that is said to be this shop
 * @param shopId the record it became, or that it keeps
 * @param content what the merchant wants to be known
 * @param accepted what was accepted last and is public; empty before the first time
 * @param divisionCode where it lies; empty while nobody knows
 * @param answer the officer's question or reason
 */
public record ShopFiling(
        long id,
        int version,
        long accountId,
        FilingState state,
        OptionalLong claimedShopId,
        OptionalLong shopId,
        ShopContent content,
        Optional<ShopContent> accepted,
        String divisionCode,
        Optional<String> answer,
        Instant createdAt,
        Optional<Instant> submittedAt,
        Optional<Instant> decidedAt,
        OptionalLong decidedBy) {

    /** Whether it changes what is public already. */
    public boolean isChange() {
        return accepted.isPresent();
    }
}
