package cn.diming.api.page;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Static files. What carries its version or a hash in its name never changes and is kept by browsers for a year;
 * everything else is asked for again each time.
 */
@Configuration(proxyBeanMethods = false)
class PageConfig implements WebMvcConfigurer {

    private static final String RESOURCES = "classpath:/META-INF/resources/";
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl ASK = CacheControl.noCache();

    /** The addresses that the page's own router knows. */
    private static final List<String> PAGES = List.of(
            "/",
            "/login",
            "/accounts",
            "/about",
            "/api",
            "/desk/**",
            "/register/**",
            "/protection/**",
            "/profiles/**",
            "/public/**",
            "/collection/**",
            "/sheets/**",
            "/local/**",
            "/boundaries/**",
            "/inspections/**",
            "/board",
            "/shops/**",
            "/a/**");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/webjars/**")
                .addResourceLocations(RESOURCES + "webjars/")
                .setCacheControl(FOREVER);
        files.addResourceHandler("/assets/**")
                .addResourceLocations(RESOURCES + "assets/")
                .setCacheControl(FOREVER);
        files.addResourceHandler("/api/docs/**")
                .addResourceLocations("classpath:/docs/")
                .setCacheControl(ASK);
        files.addResourceHandler(
                        "/*.html",
                        "/*.svg",
                        "/*.png",
                        "/*.ico",
                        "/*.txt",
                        "/*-worker.js",
                        "/village.css",
                        "/village.js")
                .addResourceLocations(RESOURCES)
                .setCacheControl(ASK);
        files.addResourceHandler("/map-icons/**")
                .addResourceLocations("classpath:/cn/diming/tiles/style/icons/")
                .setCacheControl(ASK);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        PAGES.forEach(page -> pages.addViewController(page).setViewName("forward:/index.html"));
        for (String phone : List.of("collect", "inspect", "shop")) { // the scope of their workers ends with the stroke
            pages.addRedirectViewController("/" + phone, "/" + phone + "/");
            pages.addViewController("/" + phone + "/").setViewName("forward:/" + phone + ".html");
        }
        pages.addViewController("/s/*").setViewName("forward:/shop.html");
        pages.addViewController("/api/docs").setViewName("forward:/api/docs/index.html");
    }
}
