package cn.diming.core.collect;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What somebody did with a report. */
public record ReportEvent(
        Instant at, OptionalLong accountId, Optional<ReportState> from, ReportState to, Optional<String> words) {}
