package cn.diming.api.security;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.core.Core;
import cn.diming.core.access.Role;
import java.util.List;
import java.util.Set;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * The filters before everything but tiles. They find out who asks and refuse forged requests; what somebody may do is
 * decided in the core, operation by operation.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableSpringHttpSession
class SecurityConfig {

    /** Asked by POST because the question is long; there is nothing to forge. */
    private static final Set<String> CHANGES_NOTHING = Set.of("/api/v1/batch", "/dmfw/9095/stname/detailsPub");

    /** Asked without any session, as mini-programs do: nothing rests on a cookie, so nothing can be forged. */
    private static final String WITHOUT_SESSION =
            "/api/v1/(collection/passes|merchants/codes|merchants/passes|public/error-reports/.*)";

    /** What other sites may be allowed to read: our own interface and those of other services that we speak. */
    private static final List<String> PUBLIC =
            List.of("/api/**", "/photon/**", "/nominatim/**", "/dmfw/**", "/tianditu/**", "/ogc/**");

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http, Core core, DimingProperties properties, CsrfTokenRepository tokens, SingleSignOn oidc) {
        http.securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .ignoringRequestMatchers(request -> request.getHeader(AccountFilter.API_KEY) != null)
                        .ignoringRequestMatchers(request -> CHANGES_NOTHING.contains(request.getRequestURI()))
                        .ignoringRequestMatchers(
                                request -> request.getRequestURI().matches(WITHOUT_SESSION)))
                .headers(headers -> writeHeaders(headers, properties))
                .addFilterBefore(
                        new AccountFilter(core.accounts(), core.apiKeys()), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .hasRole(Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(faults -> faults.authenticationEntryPoint(
                                (request, response, fault) -> Problems.write(response, ProblemType.UNAUTHENTICATED))
                        .accessDeniedHandler((request, response, fault) -> Problems.write(
                                response,
                                ProblemType.DENIED,
                                fault instanceof CsrfException
                                        ? "缺少 CSRF 头，或其值已失效：请重新取 GET /api/v1/session 后再试。"
                                        : "您没有进行此操作的权限。")));
        cors(http, properties.corsOrigins());
        oidc.addTo(http);
        return http.build();
    }

    /** Nobody looks at times of single filters, and to take them costs each request more than the filters do. */
    @Bean
    SecurityObservationSettings untimedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** In a cookie that scripts cannot read; the page gets its value from {@code GET /api/v1/session}. */
    @Bean
    CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("CSRF");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.path("/").httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    @Bean
    SessionStore sessionRepository(Core core, DimingProperties properties) {
        return new SessionStore(core.db(), core.clock(), properties.session());
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("SESSION");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, fault) -> Problems.write(response, ProblemType.BAD_REQUEST, "请求的地址或请求头含有不允许的字符。");
    }

    private static void writeHeaders(HeadersConfigurer<HttpSecurity> headers, DimingProperties properties) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.of(properties)))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("geolocation=(self), camera=(), microphone=(self)"))
                .crossOriginOpenerPolicy(Customizer.withDefaults());
    }

    private static void cors(HttpSecurity http, List<String> origins) {
        if (origins.isEmpty()) {
            return;
        }
        CorsConfiguration reading = new CorsConfiguration();
        reading.setAllowedOrigins(origins);
        reading.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
        reading.setAllowedHeaders(List.of(AccountFilter.API_KEY, "If-None-Match", "Content-Type"));
        reading.setExposedHeaders(List.of(
                "ETag",
                "Retry-After",
                "X-RateLimit-Limit",
                "X-RateLimit-Remaining",
                "X-RateLimit-Reset",
                "Content-Crs",
                "Link"));
        CorsConfiguration asking = new CorsConfiguration(reading);
        asking.setAllowedMethods(List.of(HttpMethod.POST.name()));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        CHANGES_NOTHING.forEach(path -> source.registerCorsConfiguration(path, asking));
        PUBLIC.forEach(path -> source.registerCorsConfiguration(path, reading));
        http.cors(cors -> cors.configurationSource(source));
    }
}
