package cn.diming.api.collect;

import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.security.Limiter;
import cn.diming.api.security.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Before anything that a telephone sends is read: who sends too much waits, so that a flood costs the office nothing, and a piece
 * that is too large is not taken into memory.
 */
@Configuration(proxyBeanMethods = false)
class UploadGate implements WebMvcConfigurer, HandlerInterceptor {

    private static final long MOST_BYTES = 1 << 20;

    private final Limiter limiter;
    private final Visitor visitor;

    UploadGate(Limiter limiter, Visitor visitor) {
        this.limiter = limiter;
        this.visitor = visitor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(this)
                .addPathPatterns(
                        "/api/v1/collection/reports/*",
                        "/api/v1/collection/uploads/*",
                        "/api/v1/inspections/rounds/*/records/*",
                        "/api/v1/inspections/uploads/*",
                        "/api/v1/public/error-reports/*");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("PUT")) {
            if (request.getContentLengthLong() > MOST_BYTES) {
                throw new ProblemException(ProblemType.TOO_LARGE, "一次至多 1 MB。");
            }
            if (request.getContentLengthLong() < 0) {
                throw new ProblemException(ProblemType.BAD_REQUEST, "请给出 Content-Length。");
            }
            limiter.admitCollection(request, visitor.actor());
        }
        return true;
    }
}
