package cn.diming.api.security;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.problem.ProblemException;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Slows down who asks too often: by API key where one is brought, else by address; single accounts are guarded by the core. */
@Component
public final class Limiter {

    private final TokenBuckets logins;
    private final TokenBuckets comments;
    private final TokenBuckets anonymous;
    private final TokenBuckets collections;
    private final TokenBuckets codes;
    private final TokenBuckets codesInAll;
    private final TokenBuckets merchants;
    private final TokenBuckets papers;
    private final Optional<TokenBuckets> searches;
    private final Optional<TokenBuckets> searchesByKey;

    Limiter(Core core, DimingProperties properties) {
        DimingProperties.Limits limits = properties.limits();
        this.logins = new TokenBuckets(core.clock(), limits.loginsPerMinute());
        this.comments = new TokenBuckets(core.clock(), limits.commentsPerMinute());
        this.anonymous = new TokenBuckets(core.clock(), limits.anonymousPerMinute());
        this.collections = new TokenBuckets(core.clock(), limits.collectionsPerMinute());
        this.codes = new TokenBuckets(core.clock(), limits.codesPerMinute());
        this.codesInAll = new TokenBuckets(core.clock(), limits.codesPerMinuteInAll());
        this.merchants = new TokenBuckets(core.clock(), limits.merchantWritesPerMinute());
        this.papers = new TokenBuckets(core.clock(), limits.papersPerMinute());
        this.searches = buckets(core, limits.searchesPerMinute());
        this.searchesByKey = buckets(core, limits.keySearchesPerMinute());
    }

    private static Optional<TokenBuckets> buckets(Core core, int perMinute) {
        return perMinute > 0 ? Optional.of(new TokenBuckets(core.clock(), perMinute)) : Optional.empty();
    }

    /** @throws ProblemException 429 */
    public void admitLogin(HttpServletRequest request) {
        logins.take(request.getRemoteAddr()).require();
    }

    /** @throws ProblemException 429 */
    public void admitSearch(HttpServletRequest request) {
        admitSearches(request, 1).ifPresent(Admission::require);
    }

    /** Empty where nothing is limited. */
    public Optional<Admission> admitSearches(HttpServletRequest request, int count) {
        String key = request.getHeader(AccountFilter.API_KEY);
        return key == null
                ? searches.map(buckets -> buckets.take(request.getRemoteAddr(), count))
                : searchesByKey.map(buckets -> buckets.take(key, count));
    }

    /**
     * What nobody signed: by address, and all together, for a flood may come from many.
     *
     * @throws ProblemException 429
     */
    public void admitComment(HttpServletRequest request) {
        comments.take(request.getRemoteAddr()).require();
        anonymous.take("").require();
    }

    /**
     * A message to somebody's telephone costs money and disturbs people: by address, and all together.
     *
     * @throws ProblemException 429
     */
    public void admitCode(HttpServletRequest request) {
        codes.take(request.getRemoteAddr()).require();
        codesInAll.take("").require();
    }

    /**
     * What merchants save and send, by account: a photo takes a second to clean.
     *
     * @throws ProblemException 429
     */
    public void admitMerchant(long account) {
        merchants.take(Long.toString(account)).require();
    }

    /**
     * What takes long to write, for people who need not be signed in.
     *
     * @throws ProblemException 429
     */
    public void admitPaper(HttpServletRequest request) {
        papers.take(request.getRemoteAddr()).require();
    }

    /**
     * What telephones send: by account, since a village may share one address; what nobody signed is a comment like others.
     *
     * @throws ProblemException 429
     */
    public void admitCollection(HttpServletRequest request, Actor actor) {
        if (actor.accountId().isPresent()) {
            collections.take(Long.toString(actor.accountId().getAsLong())).require();
        } else {
            admitComment(request);
        }
    }
}
