package cn.diming.api.security;

import cn.diming.api.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * Whether somebody may ask now, and how much is left.
 *
 * @param limit requests a minute
 * @param pause until the next request will be granted; zero when this one is
 * @param full until as many as at first may be asked again
 */
public record Admission(boolean granted, int limit, int remaining, Duration pause, Duration full) {

    /** Tells the client, in the headers that API gateways have made usual. */
    public void writeTo(HttpServletResponse response) {
        response.setHeader("X-RateLimit-Limit", Integer.toString(limit));
        response.setHeader("X-RateLimit-Remaining", Integer.toString(remaining));
        response.setHeader(
                "X-RateLimit-Reset", Long.toString(full.plusMillis(999).toSeconds()));
    }

    /** @throws ProblemException 429 when it is not granted */
    public void require() {
        if (!granted) {
            throw ProblemException.tooMany(pause);
        }
    }
}
