package cn.diming.api.security;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets each key through so many times a minute; a minute's worth may come at once. */
final class TokenBuckets {

    private static final int REMEMBERED = 50_000;
    private static final double MINUTE_MILLIS = 60_000;

    private final Clock clock;
    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    TokenBuckets(Clock clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /** Takes one. */
    Admission take(String key) {
        return take(key, 1);
    }

    /** Takes several, or none; more than a minute's worth counts as a minute's worth. */
    synchronized Admission take(String key, int wanted) {
        long now = clock.millis();
        Bucket before = buckets.getOrDefault(key, new Bucket(perMinute, now));
        double tokens = Math.min(perMinute, before.tokens + (now - before.at) * perMinute / MINUTE_MILLIS);
        int price = Math.min(wanted, perMinute);
        boolean granted = tokens >= price;
        double left = granted ? tokens - price : tokens;
        if (granted) {
            buckets.put(key, new Bucket(left, now));
        }
        return new Admission(
                granted,
                perMinute,
                (int) left,
                granted ? Duration.ZERO : until(price - tokens),
                until(perMinute - left));
    }

    private Duration until(double tokens) {
        return Duration.ofMillis((long) Math.ceil(tokens * MINUTE_MILLIS / perMinute));
    }

    private record Bucket(double tokens, long at) {}
}
