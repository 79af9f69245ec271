package cn.diming.core.contact;

import java.time.Instant;

/** What is kept of a code that was sent. */
record SentCode(
        String phoneHash,
        String salt,
        String codeHash,
        int attempts,
        Instant sentAt,
        Instant expiresAt,
        Instant dayBeganAt,
        int sentThisDay) {

    boolean isOfDay(Instant now) {
        return now.isBefore(dayBeganAt.plus(CodeLimits.DAY));
    }
}
