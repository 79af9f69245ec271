package cn.diming.api.shop;

import cn.diming.api.answer.Given;
import cn.diming.api.answer.InputCrs;
import cn.diming.api.generated.model.ShopDraft;
import cn.diming.api.generated.model.ShopHours;
import cn.diming.api.generated.model.ShopPosition;
import cn.diming.api.generated.model.ShopProduct;
import cn.diming.api.generated.model.ShopStep;
import cn.diming.core.collect.PositionSource;
import cn.diming.core.geo.LonLat;
import cn.diming.core.shop.OpeningHours;
import cn.diming.core.shop.Product;
import cn.diming.core.shop.ShopCategory;
import cn.diming.core.shop.ShopContent;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What telephones and officers send, as the core takes it. */
final class ShopBodies {

    static ShopContent content(ShopDraft draft) {
        return new ShopContent(
                draft.getName(),
                ShopCategory.valueOf(draft.getCategory().getValue()),
                Optional.ofNullable(draft.getDescription()),
                Optional.ofNullable(draft.getPhone()),
                draft.getPhonePublic(),
                hours(draft.getHours()),
                draft.getProducts().stream().map(ShopBodies::product).toList(),
                Optional.ofNullable(draft.getPosition()).map(ShopBodies::position),
                Optional.ofNullable(draft.getAddress()),
                Given.number(draft.getDoorPlateId()),
                Optional.ofNullable(draft.getCreditCode()));
    }

    private static OpeningHours hours(ShopHours hours) {
        List<OpeningHours.Rule> rules = hours.getRules().stream()
                .map(rule -> new OpeningHours.Rule(
                        rule.getDays().stream().map(DayOfWeek::of).collect(Collectors.toSet()),
                        rule.getSpans().stream()
                                .map(span -> new OpeningHours.Span(
                                        LocalTime.parse(span.getFrom()), LocalTime.parse(span.getTo())))
                                .toList()))
                .toList();
        return new OpeningHours(rules, Optional.ofNullable(hours.getNote()));
    }

    private static Product product(ShopProduct product) {
        return new Product(
                product.getName(),
                product.getMonths().stream().map(Month::of).collect(Collectors.toSet()),
                Optional.ofNullable(product.getPrice()),
                Optional.ofNullable(product.getUnit()),
                Optional.ofNullable(product.getNote()));
    }

    /** Telephones may have asked their platform, whose coordinates are shifted; they say so in {@code crs}. */
    private static cn.diming.core.shop.ShopPosition position(ShopPosition wanted) {
        String crs = Objects.requireNonNullElse(wanted.getCrs(), "EPSG:4490");
        OptionalDouble accuracy = wanted.getAccuracyMetres() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(wanted.getAccuracyMetres());
        return new cn.diming.core.shop.ShopPosition(
                point(wanted.getLon(), wanted.getLat(), crs),
                accuracy,
                PositionSource.valueOf(wanted.getSource().getValue()),
                crs);
    }

    static LonLat point(double lon, double lat, String crs) {
        return InputCrs.parse(crs).point(lon, lat);
    }

    static cn.diming.core.shop.ShopStep step(ShopStep wanted) {
        String reason = Objects.requireNonNullElse(wanted.getReason(), "");
        return switch (wanted.getAction()) {
            case ACCEPT -> new cn.diming.core.shop.ShopStep.Accept();
            case ASK -> new cn.diming.core.shop.ShopStep.Ask(reason);
            case REJECT -> new cn.diming.core.shop.ShopStep.Reject(reason);
        };
    }

    private ShopBodies() {}
}
