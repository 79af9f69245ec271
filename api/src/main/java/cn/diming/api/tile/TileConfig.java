package cn.diming.api.tile;

import cn.diming.api.config.DimingProperties;
import cn.diming.core.Core;
import cn.diming.tiles.mvt.MapTiles;
import cn.diming.tiles.mvt.TileChanges;
import cn.diming.tiles.mvt.TileService;
import cn.diming.tiles.raster.PictureTiles;
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
    PictureAnswers pictureAnswers(PictureTiles pictures, SymbolBook symbols, Core core) {
        return new PictureAnswers(
                pictures, symbols, PUBLIC_SET, () -> core.store().pastDays().changeDays());
    }

    @Bean
    TileAnswers tileAnswers(
            TileService tiles, MapTiles allDays, SymbolBook symbols, PictureAnswers pictures, Core core) {
        return new TileAnswers(tiles, allDays, symbols, PUBLIC_SET, pictures, core.clock());
    }

    @Bean
    ChangeStreams changeStreams(TileChanges changes, DimingProperties properties) {
        return new ChangeStreams(changes, properties.limits().tileListeners());
    }

    @Bean
    FilterRegistrationBean<TileFilter> tileFilter(
            TileAnswers answers, ChangeStreams streams, DimingProperties properties) {
        FilterRegistrationBean<TileFilter> filter =
                new FilterRegistrationBean<>(new TileFilter(answers, streams, new TileCors(properties.corsOrigins())));
        filter.addUrlPatterns(TileAnswers.TILES + "*", TileAnswers.STYLES + "*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
