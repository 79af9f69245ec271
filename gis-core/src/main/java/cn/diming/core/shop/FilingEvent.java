package cn.diming.core.shop;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Something that was done with a filing. */
public record FilingEvent(
        Instant at, OptionalLong accountId, Optional<FilingState> from, FilingState to, Optional<String> words) {}
