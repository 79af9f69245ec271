package cn.diming.api.problem;

import java.time.Duration;
import java.util.Optional;

/** A problem that only the HTTP side knows of, such as a missing header; the detail is Chinese and for the person. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient Optional<Duration> retryAfter;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, Optional.empty());
    }

    private ProblemException(ProblemType type, String detail, Optional<Duration> retryAfter) {
        super(detail);
        this.type = type;
        this.retryAfter = retryAfter;
    }

    /** Somebody asked too often and may come back after {@code wait}. */
    public static ProblemException tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new ProblemException(
                ProblemType.TOO_MANY_REQUESTS, "请 " + seconds + " 秒后再试。", Optional.of(Duration.ofSeconds(seconds)));
    }

    public ProblemType type() {
        return type;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
