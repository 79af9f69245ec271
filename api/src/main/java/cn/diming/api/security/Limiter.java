package cn.diming.api.security;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.problem.ProblemException;
import cn.diming.core.Core;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Slows down who asks too often, by address; single accounts are guarded by the core. */
@Component
public final class Limiter {

    private final TokenBuckets logins;
    private final TokenBuckets comments;
    private final Optional<TokenBuckets> searches;

    Limiter(Core core, DimingProperties properties) {
        int perMinute = properties.limits().searchesPerMinute();
        this.logins = new TokenBuckets(core.clock(), properties.limits().loginsPerMinute());
        this.comments = new TokenBuckets(core.clock(), properties.limits().commentsPerMinute());
        this.searches = perMinute > 0 ? Optional.of(new TokenBuckets(core.clock(), perMinute)) : Optional.empty();
    }

    /** @throws ProblemException 429 */
    public void admitLogin(HttpServletRequest request) {
        admit(logins, request);
    }

    /** @throws ProblemException 429 */
    public void admitSearch(HttpServletRequest request) {
        searches.ifPresent(buckets -> admit(buckets, request));
    }

    /** @throws ProblemException 429 */
    public void admitComment(HttpServletRequest request) {
        admit(comments, request);
    }

    private static void admit(TokenBuckets buckets, HttpServletRequest request) {
        buckets.take(request.getRemoteAddr()).ifPresent(wait -> {
            throw ProblemException.tooMany(wait);
        });
    }
}
