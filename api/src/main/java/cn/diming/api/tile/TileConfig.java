package cn.diming.api.tile;

import cn.diming.tiles.mvt.TileService;
import cn.diming.tiles.style.SymbolBook;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the tiles in front of everything else. */
@Configuration(proxyBeanMethods = false)
class TileConfig {

    private static final String PUBLIC_SET = "map";

    @Bean
    TileAnswers tileAnswers(TileService tiles, SymbolBook symbols) {
        return new TileAnswers(tiles, symbols, PUBLIC_SET);
    }

    @Bean
    FilterRegistrationBean<TileFilter> tileFilter(TileAnswers answers) {
        FilterRegistrationBean<TileFilter> filter = new FilterRegistrationBean<>(new TileFilter(answers));
        filter.addUrlPatterns(TileAnswers.TILES + "*", TileAnswers.STYLES + "*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
