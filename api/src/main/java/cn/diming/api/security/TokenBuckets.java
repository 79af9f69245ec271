package cn.diming.api.security;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lets each key through so many times a minute; a minute's worth may come at once. */
final class TokenBuckets {

    private static final int REMEMBERED = 50_000;

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

    /** Takes one; otherwise says how long to wait for the next. */
    synchronized Optional<Duration> take(String key) {
        long now = clock.millis();
        Bucket before = buckets.getOrDefault(key, new Bucket(perMinute, now));
        double tokens = Math.min(perMinute, before.tokens + (now - before.at) * perMinute / 60_000.0);
        if (tokens < 1) {
            return Optional.of(Duration.ofMillis((long) Math.ceil((1 - tokens) * 60_000 / perMinute)));
        }
        buckets.put(key, new Bucket(tokens - 1, now));
        return Optional.empty();
    }

    private record Bucket(double tokens, long at) {}
}
