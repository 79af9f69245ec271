package cn.diming.api.shop;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.MediaLinks;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Times;
import cn.diming.api.config.DimingProperties;
import cn.diming.api.generated.ShopsApi;
import cn.diming.api.generated.model.MapPlatform;
import cn.diming.api.generated.model.NearDoors;
import cn.diming.api.generated.model.NearShopList;
import cn.diming.api.generated.model.ShopPage;
import cn.diming.api.generated.model.ShopPhoto;
import cn.diming.api.generated.model.ShopProductLine;
import cn.diming.api.generated.model.ShopRoute;
import cn.diming.api.security.Limiter;
import cn.diming.core.Core;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.MediaItem;
import cn.diming.core.platform.PlatformRules;
import cn.diming.core.shop.Product;
import cn.diming.core.shop.PublicShops;
import cn.diming.core.shop.Shops;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may know of shops. */
@RestController
class ShopController implements ShopsApi {

    private final Shops shops;
    private final ShopPosters posters;
    private final Core core;
    private final DimingProperties properties;
    private final Limiter limiter;
    private final HttpServletRequest request;

    ShopController(
            Shops shops,
            ShopPosters posters,
            Core core,
            DimingProperties properties,
            Limiter limiter,
            HttpServletRequest request) {
        this.shops = shops;
        this.posters = posters;
        this.core = core;
        this.properties = properties;
        this.limiter = limiter;
        this.request = request;
    }

    @Override
    public ResponseEntity<NearShopList> listShopsNear(
            Double lon, Double lat, String crs, Integer radius, Integer limit) {
        limiter.admitSearch(request);
        var near = shops.published().near(ShopBodies.point(lon, lat, crs), radius, limit);
        return ResponseEntity.ok(new NearShopList(near.stream()
                .map(shop -> ShopDtos.near(shop.record(), shop.metres(), shop.kept()))
                .toList()));
    }

    @Override
    public ResponseEntity<NearDoors> listDoorsNear(Double lon, Double lat, String crs, Integer limit) {
        limiter.admitSearch(request);
        var around = shops.doors().around(ShopBodies.point(lon, lat, crs), limit);
        NearDoors doors = new NearDoors(
                around.divisionAddress(),
                around.doors().stream().map(ShopDtos::door).toList());
        around.divisionCode().ifPresent(doors::divisionCode);
        return ResponseEntity.ok(doors);
    }

    @Override
    public ResponseEntity<ShopPage> getShop(Long shopId) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(page(shops.published().get(shopId)));
    }

    private ShopPage page(PublicShops.Page shop) {
        var record = shop.record();
        ShopPage page = new ShopPage(
                record.id(),
                record.title(),
                record.text("category").orElse(""),
                shop.divisionAddress(),
                shop.products().stream().map(this::line).toList(),
                shop.photos().stream().map(ShopController::photo).toList(),
                record.position().map(at -> routes(at, record.title())).orElse(List.of()),
                shop.kept(),
                posters.isAvailable());
        record.divisionCode().ifPresent(page::divisionCode);
        record.text("address").ifPresent(page::address);
        record.text("phone").ifPresent(page::phone);
        record.text("opening_hours").ifPresent(page::hoursText);
        record.text("description").ifPresent(page::description);
        record.position().map(this::position).ifPresent(page::position);
        shop.openNow().ifPresent(page::openNow);
        if (shop.hours().isKnown()) {
            page.hours(ShopDtos.hours(shop.hours()));
        }
        return page.updatedAt(Times.of(record.updatedAt()));
    }

    private List<Double> position(LonLat at) {
        OutputCrs.Position shown =
                OutputCrs.parse("EPSG:4490", properties.publicDecimals()).position(at);
        return List.of(shown.x(), shown.y());
    }

    private ShopProductLine line(Product product) {
        Month now = core.clock().instant().atZone(core.clock().getZone()).getMonth();
        ShopProductLine line = new ShopProductLine(product.name(), product.seasonText())
                .inSeason(product.season().isEmpty() || product.season().contains(now));
        product.priceText().ifPresent(line::price);
        product.note().ifPresent(line::note);
        return line;
    }

    private static ShopPhoto photo(MediaItem item) {
        String url = MediaLinks.full(item);
        ShopPhoto photo = new ShopPhoto(
                url,
                url + "?size=medium",
                url + "?size=small",
                item.width().orElse(0),
                item.height().orElse(0));
        item.caption().ifPresent(photo::caption);
        return photo;
    }

    private static List<ShopRoute> routes(LonLat at, String name) {
        return Arrays.stream(cn.diming.core.collect.MapPlatform.values())
                .map(platform -> new ShopRoute(
                        MapPlatform.fromValue(platform.name()),
                        platform.title(),
                        PlatformRules.of(platform).routeTo(at, name)))
                .toList();
    }

    @Override
    public ResponseEntity<Resource> getShopPoster(Long shopId) {
        limiter.admitPaper(request);
        PublicShops.Page shop = shops.published().get(shopId);
        String name = shop.record().title() + "二维码海报.pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswers.inline(name))
                .body(new ByteArrayResource(posters.write(shop)));
    }
}
