package cn.diming.core.shop;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.collect.PositionSource;
import cn.diming.core.contact.CodeLimits;
import cn.diming.core.contact.ContactCodes;
import cn.diming.core.contact.PhoneNumber;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import cn.diming.core.record.RecordDraft;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Month;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Merchants of 大稳村 and the officer of 南沙区. */
public final class ShopFixture implements AutoCloseable {

    public static final Actor OFFICER = new Actor(OptionalLong.of(7), "desk", Role.NAMING_OFFICER, "440115");
    public static final Actor NEIGHBOUR = new Actor(OptionalLong.of(8), "panyu", Role.NAMING_OFFICER, "440113");
    public static final LonLat HERE = new LonLat(113.45, 22.91);

    private static final AtomicInteger COLOURS = new AtomicInteger();

    public final MovingClock clock = new MovingClock();
    public final Core core;
    public final Media media;
    public final Shops shops;
    private final Map<PhoneNumber, String> codes = new HashMap<>();

    public ShopFixture(Engines engine, Path folder, Optional<Path> profiles) {
        core = Core.open(engine.fresh(), clock, profiles);
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "divisions", Drafts.dawen());
        core.divisions().rebuild();
        media = new Media(core.mediaSetting(), folder, MediaLimits.USUAL);
        ContactCodes contact = new ContactCodes(
                core.db(), clock, CodeLimits.USUAL, Optional.of((phone, code, valid) -> codes.put(phone, code)));
        shops = new Shops(core.shopSetting(), media, contact);
    }

    public ShopFixture(Engines engine, Path folder) {
        this(engine, folder, Optional.empty());
    }

    /** Somebody whose telephone answered. */
    public Actor merchant(String phone) {
        return core.apiKeys().accountOf(pass(phone).token()).orElseThrow().actor();
    }

    MerchantPass pass(String phone) {
        clock.forward(Duration.ofMinutes(1));
        PhoneNumber number = PhoneNumber.parse(phone);
        shops.merchants().sendCode(number);
        return shops.merchants()
                .signIn(number, Objects.requireNonNull(codes.get(number)))
                .orElseThrow();
    }

    /** A door plate in the village. */
    public long plate(String number, LonLat at) {
        return core.records()
                .create(
                        Actor.OPERATOR,
                        RecordKind.DOOR_PLATE,
                        new RecordDraft(
                                "plate" + number,
                                Map.of("street_name", "大稳路", "number_text", number, "status", "INSTALLED"),
                                Optional.of(at.toPoint()),
                                List.of(),
                                List.of()))
                .id();
    }

    /** A shop that the register knows. */
    public long shop(String name, LonLat at) {
        return core.records()
                .create(
                        Actor.OPERATOR,
                        RecordKind.SHOP,
                        new RecordDraft(
                                "shop" + name,
                                Map.of("name", name, "category", "商店"),
                                Optional.of(at.toPoint()),
                                List.of(),
                                List.of()))
                .id();
    }

    public static OpeningHours hours() {
        return new OpeningHours(
                List.of(new OpeningHours.Rule(
                        EnumSet.allOf(DayOfWeek.class),
                        List.of(
                                new OpeningHours.Span(LocalTime.of(9, 0), LocalTime.of(14, 0)),
                                new OpeningHours.Span(LocalTime.of(17, 0), LocalTime.of(21, 0))))),
                Optional.empty());
    }

    public static ShopContent content(String name, LonLat at, OptionalLong plate) {
        return content(name, at, plate, "现捞河鲜，家常做法。");
    }

    public static ShopContent content(String name, LonLat at, OptionalLong plate, String description) {
        return new ShopContent(
                name,
                ShopCategory.RESTAURANT,
                Optional.of(description),
                Optional.of("020-34901234"),
                false,
                hours(),
                List.of(new Product(
                        "鲩鱼生",
                        Set.of(Month.NOVEMBER, Month.DECEMBER, Month.JANUARY),
                        Optional.of(new BigDecimal("68")),
                        Optional.of("斤"),
                        Optional.empty())),
                Optional.of(new ShopPosition(at, OptionalDouble.of(8), PositionSource.GNSS, "EPSG:4490")),
                Optional.of("大稳路 12 号"),
                plate,
                Optional.empty());
    }

    /** A filing with photos that lacks nothing. */
    public ShopFilings.Own filed(Actor merchant, String name, LonLat at) {
        ShopFilings.Own begun =
                shops.filings().begin(merchant, content(name, at, OptionalLong.empty()), OptionalLong.empty());
        return withPhotos(merchant, begun);
    }

    public ShopFilings.Own withPhotos(Actor merchant, ShopFilings.Own begun) {
        photo(merchant, begun.filing().id(), PhotoPurpose.FRONT);
        photo(merchant, begun.filing().id(), PhotoPurpose.GENERAL);
        return photo(merchant, begun.filing().id(), PhotoPurpose.LICENCE);
    }

    ShopFilings.Own photo(Actor merchant, long filing, PhotoPurpose purpose) {
        return shops.filings().addPhoto(merchant, filing, purpose, new ByteArrayInputStream(jpeg(900)));
    }

    public ShopFilings.Own submit(Actor merchant, ShopFilings.Own own) {
        return shops.filings().submit(merchant, own.filing().id(), own.filing().version());
    }

    public ShopFiling act(Actor officer, ShopFilings.Own own, ShopStep step) {
        return shops.desk().act(officer, own.filing().id(), own.filing().version(), step);
    }

    /** Filed, submitted and accepted. */
    public ShopFiling accepted(Actor merchant, String name, LonLat at) {
        return act(OFFICER, submit(merchant, filed(merchant, name, at)), new ShopStep.Accept());
    }

    /** Each another picture. */
    public static byte[] jpeg(int width) {
        try {
            BufferedImage image = new BufferedImage(width, 700, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.setColor(Color.getHSBColor(COLOURS.incrementAndGet() * 0.037f, 0.6f, 0.8f));
            graphics.fillRect(0, 0, width, 700);
            graphics.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        core.close();
    }
}
