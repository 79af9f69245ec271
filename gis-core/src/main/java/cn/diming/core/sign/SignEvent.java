package cn.diming.core.sign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Something that happened to a sign. */
public record SignEvent(
        Instant at,
        OptionalLong accountId,
        Optional<SignStatus> from,
        SignStatus to,
        List<Defect> defects,
        Optional<String> note,
        Optional<String> photoSha256) {

    public SignEvent {
        defects = List.copyOf(defects);
    }
}
