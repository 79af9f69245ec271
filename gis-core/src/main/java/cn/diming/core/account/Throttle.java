package cn.diming.core.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long the next attempt to sign in must wait: the fifth failure 30 seconds, each further one twice as long. */
final class Throttle {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    static Optional<Instant> lockedUntil(int failures, Instant now) {
        if (failures < FREE_FAILURES) {
            return Optional.empty();
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - FREE_FAILURES, 10));
        return Optional.of(now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
    }

    private Throttle() {}
}
