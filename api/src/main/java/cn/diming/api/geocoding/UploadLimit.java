package cn.diming.api.geocoding;

import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses a table that is too large before it is read into memory. */
@Configuration(proxyBeanMethods = false)
class UploadLimit implements WebMvcConfigurer, HandlerInterceptor {

    private static final long MOST_BYTES = 50L << 20;

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/api/v1/geocode-jobs");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("POST") && request.getContentLengthLong() > MOST_BYTES) {
            throw new ProblemException(ProblemType.TOO_LARGE, "一张表至多 50 MB。");
        }
        if (request.getMethod().equals("POST") && request.getContentLengthLong() < 0) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "请给出 Content-Length。");
        }
        return true;
    }
}
