package cn.diming.api.wmts;

import cn.diming.api.config.DimingProperties;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.mvt.TileService;
import cn.diming.tiles.raster.PictureTiles;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts WMTS beside the other tiles, in front of everything else. */
@Configuration(proxyBeanMethods = false)
class WmtsConfig {

    @Bean
    FilterRegistrationBean<WmtsFilter> wmtsFilter(
            LayerCatalog catalog, TileService tiles, PictureTiles pictures, DimingProperties properties) {
        FilterRegistrationBean<WmtsFilter> filter =
                new FilterRegistrationBean<>(new WmtsFilter(catalog, tiles, pictures, properties));
        filter.addUrlPatterns("/wmts", "/wmts/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
