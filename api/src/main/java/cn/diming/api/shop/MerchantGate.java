package cn.diming.api.shop;

import cn.diming.api.security.Limiter;
import cn.diming.api.security.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Before anything that a merchant sends is read: who sends too much waits, so that a flood costs the office nothing. */
@Configuration(proxyBeanMethods = false)
class MerchantGate implements WebMvcConfigurer, HandlerInterceptor {

    private final Limiter limiter;
    private final Visitor visitor;

    MerchantGate(Limiter limiter, Visitor visitor) {
        this.limiter = limiter;
        this.visitor = visitor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/api/v1/merchants/shops", "/api/v1/merchants/shops/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("GET")) {
            visitor.account().ifPresent(account -> limiter.admitMerchant(account.id()));
        }
        return true;
    }
}
