package cn.diming.api.shop;

import cn.diming.api.config.DimingProperties;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaSize;
import cn.diming.core.record.Refused;
import cn.diming.core.shop.Product;
import cn.diming.core.shop.PublicShops;
import cn.diming.tiles.poster.Poster;
import cn.diming.tiles.sheet.canvas.Photo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posters of shops, with a code that leads to their public pages. */
@Component
class ShopPosters {

    private static final int PRODUCTS = 6;

    private final Media media;
    private final DimingProperties properties;

    ShopPosters(Media media, DimingProperties properties) {
        this.media = media;
        this.properties = properties;
    }

    /** A code must lead somewhere: where the service is reached from outside has to be known. */
    boolean isAvailable() {
        return properties.publicUrl() != null;
    }

    /** @throws Refused for a shop that nobody verified, and where nobody has said how the service is reached */
    byte[] write(PublicShops.Page shop) {
        if (!shop.kept()) {
            throw new Refused(List.of("商户认领并通过审核的店铺才有海报"));
        }
        URI base = Optional.ofNullable(properties.publicUrl())
                .orElseThrow(() -> new Refused(List.of("尚未设置对外网址（diming.public-url），二维码无处可指")));
        var record = shop.record();
        return Poster.of(
                        record.title(),
                        record.text("category").orElse(""),
                        URI.create(base.toString().replaceAll("/+$", "") + "/s/" + record.id()))
                .address(shop.divisionAddress(), record.text("address").orElse(""))
                .hours(record.text("opening_hours"))
                .phone(record.text("phone"))
                .products(shop.products().stream()
                        .limit(PRODUCTS)
                        .map(ShopPosters::line)
                        .toList())
                .photo(shop.photos().stream()
                        .findFirst()
                        .flatMap(item -> media.photo(item, MediaSize.FULL))
                        .flatMap(ShopPosters::read))
                .pdf();
    }

    private static String line(Product product) {
        return product.name() + product.priceText().map(price -> "　" + price).orElse("");
    }

    private static Optional<Photo> read(Path file) {
        try {
            return Photo.read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return Optional.empty(); // a poster without its photo is still one
        }
    }
}
