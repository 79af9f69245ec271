package cn.diming.api.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Instants as answers give them: with China's offset, as its people read a clock. */
public final class Times {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    public static OffsetDateTime of(Instant instant) {
        return instant.atZone(CHINA).toOffsetDateTime();
    }

    private Times() {}
}
