package cn.diming.api.search;

import cn.diming.api.security.Admission;
import cn.diming.api.security.Limiter;
import cn.diming.api.security.Visitor;
import cn.diming.core.search.PlaceSearch;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Before every request that searches: who asks too often waits, who has the answer already is told so, and all are timed. An
 * answer depends on nothing but the state of the index, the question and who may see how precise a position.
 */
@Component
public final class SearchGate implements HandlerInterceptor {

    private static final String BEGAN = SearchGate.class.getName();

    private final Limiter limiter;
    private final Visitor visitor;
    private final PlaceSearch search;
    private final MeterRegistry meters;
    private final String started = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    SearchGate(Limiter limiter, Visitor visitor, PlaceSearch search, MeterRegistry meters) {
        this.limiter = limiter;
        this.visitor = visitor;
        this.search = search;
        this.meters = meters;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(BEGAN, System.nanoTime());
        Optional<Admission> admission = limiter.admitSearches(request, 1);
        admission.ifPresent(granted -> granted.writeTo(response));
        admission.ifPresent(Admission::require);
        FormatParameter.require(request);
        return !request.getMethod().equals("GET") || isNews(request, response);
    }

    /** @return false when the client has the answer, which has been said */
    private boolean isNews(HttpServletRequest request, HttpServletResponse response) {
        String tag = tag(request);
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        response.addHeader("Vary", "Accept, Cookie, X-Api-Key"); // beside what CORS varies by
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        return true;
    }

    /** Weak: the same answer in another encoding is the same answer. */
    private String tag(HttpServletRequest request) {
        int question = Objects.hash(
                request.getRequestURI(),
                request.getQueryString(),
                request.getHeader("Accept"),
                visitor.actor().role());
        return String.format(Locale.ROOT, "W/\"%s-%x-%08x\"", started, search.generation(), question);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        if (request.getAttribute(BEGAN) instanceof Long began) {
            meters.timer(
                            "diming.search",
                            "path",
                            request.getServletPath(),
                            "outcome",
                            Integer.toString(response.getStatus() / 100))
                    .record(Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
