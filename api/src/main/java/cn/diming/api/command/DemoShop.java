package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.collect.PositionSource;
import cn.diming.core.contact.CodeLimits;
import cn.diming.core.contact.ContactCodes;
import cn.diming.core.contact.PhoneNumber;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.Media;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.shop.MerchantPass;
import cn.diming.core.shop.OpeningHours;
import cn.diming.core.shop.PhotoPurpose;
import cn.diming.core.shop.Product;
import cn.diming.core.shop.ShopCategory;
import cn.diming.core.shop.ShopContent;
import cn.diming.core.shop.ShopFilings;
import cn.diming.core.shop.ShopPosition;
import cn.diming.core.shop.ShopStep;
import cn.diming.core.shop.Shops;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A restaurant of the demo county with its merchant, entered by the same doors as any: everything about it is invented. */
final class DemoShop {

    /** Nobody has such a number: 130 followed by zeros is not given out. */
    private static final PhoneNumber PHONE = new PhoneNumber("13000000000");

    private static final String VILLAGE = "349901100";
    private static final double FROM_DOOR_METRES = 4;

    /** @return its number, or empty when it was there before or the county has no doors */
    static Optional<Long> load(Core core, Media media) {
        AtomicReference<String> code = new AtomicReference<>("");
        ContactCodes codes = new ContactCodes(
                core.db(), core.clock(), CodeLimits.USUAL, Optional.of((phone, sent, valid) -> code.set(sent)));
        Shops shops = new Shops(core.shopSetting(), media, codes);
        Optional<StoredRecord> door = door(core);
        if (door.isEmpty() || !(shops.merchants().sendCode(PHONE) instanceof ContactCodes.Answer.Sent)) {
            return Optional.empty();
        }
        return shops.merchants()
                .signIn(PHONE, Objects.requireNonNull(code.get()))
                .filter(MerchantPass::fresh)
                .flatMap(pass -> core.apiKeys().accountOf(pass.token()))
                .map(account -> file(shops, account.actor(), door.get()));
    }

    private static Optional<StoredRecord> door(Core core) {
        return core.store().page(RecordKind.DOOR_PLATE, 0, 2000).stream()
                .filter(plate -> plate.divisionCode().orElse("").startsWith(VILLAGE))
                .filter(plate -> plate.position().isPresent())
                .findFirst();
    }

    private static long file(Shops shops, Actor merchant, StoredRecord door) {
        ShopFilings filings = shops.filings();
        long id = filings.begin(merchant, content(door), OptionalLong.empty())
                .filing()
                .id();
        photo(filings, merchant, id, PhotoPurpose.FRONT, DemoPhotos.front());
        photo(filings, merchant, id, PhotoPurpose.GENERAL, DemoPhotos.dish());
        photo(filings, merchant, id, PhotoPurpose.LICENCE, DemoPhotos.licence());
        int version = filings.get(merchant, id).filing().version();
        int submitted = filings.submit(merchant, id, version).filing().version();
        return shops.desk()
                .act(Actor.OPERATOR, id, submitted, new ShopStep.Accept())
                .shopId()
                .orElseThrow();
    }

    private static void photo(ShopFilings filings, Actor merchant, long id, PhotoPurpose purpose, byte[] png) {
        filings.addPhoto(merchant, id, purpose, new ByteArrayInputStream(png));
    }

    private static ShopContent content(StoredRecord door) {
        LonLat at = Ellipsoid.move(door.position().orElseThrow(), 90, FROM_DOOR_METRES);
        return new ShopContent(
                DemoPhotos.NAME,
                ShopCategory.RESTAURANT,
                Optional.of("现捞河鲜，家常做法，村里人办酒席的老店。"),
                Optional.of("0555-5550123"),
                true,
                new OpeningHours(
                        List.of(new OpeningHours.Rule(
                                EnumSet.allOf(DayOfWeek.class),
                                List.of(
                                        new OpeningHours.Span(LocalTime.of(9, 30), LocalTime.of(14, 0)),
                                        new OpeningHours.Span(LocalTime.of(17, 0), LocalTime.of(21, 0))))),
                        Optional.of("春节休息")),
                List.of(
                        product("清蒸桂鱼", Set.of(), "68", "份"),
                        product("塘藕排骨汤", Set.of(Month.OCTOBER, Month.NOVEMBER, Month.DECEMBER), "48", "份"),
                        product("云溪鲜笋", Set.of(Month.MARCH, Month.APRIL), "12", "斤"),
                        product("土鸡蛋", Set.of(), "1.5", "个")),
                Optional.of(new ShopPosition(at, OptionalDouble.of(6), PositionSource.GNSS, "EPSG:4490")),
                Optional.empty(),
                OptionalLong.of(door.id()),
                Optional.empty());
    }

    private static Product product(String name, Set<Month> season, String price, String unit) {
        return new Product(name, season, Optional.of(new BigDecimal(price)), Optional.of(unit), Optional.empty());
    }

    private DemoShop() {}
}
