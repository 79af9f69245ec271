package cn.diming.core.shop;

import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.StoredRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What everybody may know of a shop. Nothing of its merchant: neither number nor licence, and the phone only where it is published. */
public final class PublicShops {

    private static final int CANDIDATES = 2000;

    private final Shops.Setting core;
    private final Media media;
    private final ShopFilingStore store;

    PublicShops(Shops.Setting core, Media media, ShopFilingStore store) {
        this.core = core;
        this.media = media;
        this.store = store;
    }

    /**
     * A shop as everybody may see it.
     *
     * @param hours known when a merchant keeps the shop
     * @param openNow empty when its hours are not known
     * @param kept whether a merchant keeps it whom the office has verified
     */
    public record Page(
            StoredRecord record,
            String divisionAddress,
            OpeningHours hours,
            Optional<Boolean> openNow,
            List<Product> products,
            List<MediaItem> photos,
            boolean kept) {}

    /** @throws NotFound when there is no such shop, or none that everybody may see */
    public Page get(long id) {
        StoredRecord shop = core.store()
                .find(RecordKind.SHOP, id)
                .filter(Disclosure::isPublic)
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的店铺"));
        Optional<ShopContent> kept = store.ofShop(id).flatMap(ShopFiling::accepted);
        OpeningHours hours = kept.map(ShopContent::hours).orElse(OpeningHours.UNKNOWN);
        return new Page(
                shop,
                shop.divisionCode().map(core.divisions()::address).orElse(""),
                hours,
                hours.isKnown()
                        ? Optional.of(hours.isOpenAt(
                                core.clock().instant().atZone(core.clock().getZone())))
                        : Optional.empty(),
                kept.map(ShopContent::products).orElse(List.of()),
                media.of(Actor.PUBLIC, shop).stream()
                        .filter(item -> item.kind() == MediaItem.Kind.PHOTO)
                        .toList(),
                kept.isPresent());
    }

    /** A shop near a place. */
    public record Near(StoredRecord record, double metres, boolean kept) {}

    /** The nearest first. */
    public List<Near> near(LonLat place, double radiusMetres, int limit) {
        return core.store().inBox(RecordKind.SHOP, Bbox.around(place, radiusMetres), CANDIDATES).stream()
                .filter(shop -> Disclosure.isPublic(shop) && shop.position().isPresent())
                .map(shop -> new Near(
                        shop, Ellipsoid.distanceMetres(place, shop.position().orElseThrow()), false))
                .filter(near -> near.metres <= radiusMetres)
                .sorted(Comparator.comparingDouble(Near::metres))
                .limit(limit)
                .map(near -> new Near(
                        near.record,
                        near.metres,
                        store.ownerOf(near.record.id()).isPresent()))
                .toList();
    }
}
