package cn.diming.core.collect;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which reports somebody wants to see.
 *
 * @param division prefix of division codes; empty = everywhere
 * @param text part of a name, spoken or written
 * @param beforeId only those with a smaller number: the next page
 */
public record ReportFilter(
        String division,
        Optional<ReportState> state,
        Optional<ReportKind> kind,
        OptionalLong campaignId,
        OptionalLong accountId,
        Optional<String> text,
        OptionalLong beforeId) {}
