package cn.diming.core.collect;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of the reports of one collector; for staff only.
 *
 * @param accountId empty = all anonymous reports together
 */
public record CollectorTally(
        OptionalLong accountId,
        String displayName,
        Optional<String> phone,
        int reports,
        int open,
        int accepted,
        int merged,
        int rejected,
        Instant lastAt) {}
