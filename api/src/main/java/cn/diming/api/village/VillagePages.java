package cn.diming.api.village;

import cn.diming.api.answer.SiteAddress;
import cn.diming.api.config.DimingProperties;
import cn.diming.api.security.Limiter;
import cn.diming.core.Core;
import cn.diming.core.media.Media;
import cn.diming.core.proof.Sha256;
import cn.diming.core.record.NotFound;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.village.VillagePortrait;
import cn.diming.core.village.Villages;
import cn.diming.tiles.raster.AreaPicture;
import cn.diming.tiles.raster.PictureTiles;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public page of a village: plain HTML made here, so that it is there at once, is found by search engines, has a picture and a
 * title wherever its link is sent, and needs no script to be read or printed.
 */
@RestController
class VillagePages {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final CacheControl ASK = CacheControl.noCache();
    private static final CacheControl MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    private static final String MAP_SET = "map";

    private final Villages villages;
    private final VillageHtml html;
    private final PictureTiles pictures;
    private final Limiter limiter;
    private final SiteAddress site;

    VillagePages(
            Core core,
            Villages villages,
            Media media,
            PictureTiles pictures,
            Limiter limiter,
            SiteAddress site,
            DimingProperties properties) {
        this.villages = villages;
        this.html = new VillageHtml(core, media, properties);
        this.pictures = pictures;
        this.limiter = limiter;
        this.site = site;
    }

    /** Where the villages begin: the counties. */
    @GetMapping("/village")
    ResponseEntity<byte[]> counties(HttpServletRequest request) {
        limiter.admitSearch(request);
        return page(HttpStatus.OK, html.counties(villages.tops(), site.of(request)));
    }

    /** A village, or what lies below a town or a county. */
    @GetMapping("/village/{code:\\d{12}}")
    ResponseEntity<byte[]> village(@PathVariable String code, HttpServletRequest request) {
        limiter.admitSearch(request);
        try {
            Division division = villages.current(code);
            return page(
                    HttpStatus.OK,
                    division.level() == DivisionLevel.VILLAGE
                            ? html.village(villages.portrait(code), site.of(request))
                            : html.below(division, villages.below(code), site.of(request)));
        } catch (NotFound missing) {
            return page(HttpStatus.NOT_FOUND, html.missing(code, site.of(request)));
        }
    }

    /** The village on the map, for the page, for paper and for those with whom the page is shared. */
    @GetMapping("/village/{code:\\d{12}}/map.png")
    ResponseEntity<byte[]> map(@PathVariable String code, HttpServletRequest request) {
        limiter.admitSearch(request);
        VillagePortrait portrait = villages.portrait(code);
        Geometry area = portrait.outline()
                .or(() -> portrait.middle().map(at -> at.toPoint()))
                .orElseThrow(() -> new NotFound("这个村还没有图形"));
        byte[] picture = AreaPicture.draw(pictures, MAP_SET, area).orElseThrow(() -> new NotFound("没有公众底图"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(MINUTES)
                .eTag(tag(picture))
                .body(picture);
    }

    private static ResponseEntity<byte[]> page(HttpStatus status, String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(ASK)
                .eTag(tag(bytes))
                .body(bytes);
    }

    private static String tag(byte[] content) {
        return "\"" + Sha256.hex(content).substring(0, 32) + "\"";
    }
}
