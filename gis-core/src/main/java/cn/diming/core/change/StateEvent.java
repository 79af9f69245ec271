package cn.diming.core.change;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A step of something that has states: who did it, and what they said about it.
 *
 * @param from absent where it began
 */
public record StateEvent<S extends Enum<S>>(
        Instant at, OptionalLong accountId, Optional<S> from, S to, Optional<String> words) {}
