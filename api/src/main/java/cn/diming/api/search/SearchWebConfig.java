package cn.diming.api.search;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The gate before everything that searches, and the forms its answers can have. */
@Configuration(proxyBeanMethods = false)
class SearchWebConfig implements WebMvcConfigurer {

    private static final List<String> SEARCHING = List.of(
            "/api/v1/search",
            "/api/v1/suggest",
            "/api/v1/reverse",
            "/api/v1/nearby",
            "/api/v1/lookup",
            "/api/v1/name-counts",
            "/api/v1/batch",
            "/photon/**",
            "/nominatim/**",
            "/dmfw/**",
            "/tianditu/**");

    private final SearchGate gate;

    SearchWebConfig(SearchGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(gate).addPathPatterns(SEARCHING);
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new FormatParameter(), new HeaderContentNegotiationStrategy()));
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new CsvForm());
        converters.addCustomConverter(new GeoJsonForm());
    }
}
