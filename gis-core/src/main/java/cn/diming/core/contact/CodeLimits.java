package cn.diming.core.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How codes are held short.
 *
 * @param valid how long a code holds
 * @param attempts how often one code may be tried
 * @param again how long one waits for the next code
 * @param aDay how many codes a number gets within 24 hours
 */
public record CodeLimits(Duration valid, int attempts, Duration again, int aDay) {

    static final Duration DAY = Duration.ofDays(1);

    /** As text-message services usually have it. */
    public static final CodeLimits USUAL = new CodeLimits(Duration.ofMinutes(10), 5, Duration.ofSeconds(60), 6);

    public CodeLimits {
        if (valid.isNegative() || valid.isZero() || again.isNegative() || attempts < 1 || aDay < 1) {
            throw new IllegalArgumentException("验证码的限制不合理");
        }
    }

    /** How long a number that was sent something must wait; empty = not at all. */
    Optional<Duration> waitAfter(SentCode sent, Instant now) {
        Instant next = sent.isOfDay(now) && sent.sentThisDay() >= aDay
                ? sent.dayBeganAt().plus(DAY)
                : sent.sentAt().plus(again);
        return now.isBefore(next) ? Optional.of(Duration.between(now, next)) : Optional.empty();
    }
}
