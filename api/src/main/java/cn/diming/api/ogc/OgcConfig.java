package cn.diming.api.ogc;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The style and the script of the HTML pages. */
@Configuration(proxyBeanMethods = false)
class OgcConfig implements WebMvcConfigurer {

    static final String ASSETS = "/ogc/assets";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler(ASSETS + "/*")
                .addResourceLocations("classpath:/ogc/")
                .setCacheControl(CacheControl.noCache());
    }
}
