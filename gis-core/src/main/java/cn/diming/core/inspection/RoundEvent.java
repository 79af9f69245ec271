package cn.diming.core.inspection;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What happened to a round. */
public record RoundEvent(
        Instant at, OptionalLong accountId, Optional<RoundState> from, RoundState to, Optional<String> words) {}
