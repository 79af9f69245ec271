package cn.diming.api.shop;

import cn.diming.api.answer.Officers;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.FilingCount;
import cn.diming.api.generated.model.FilingEvent;
import cn.diming.api.generated.model.FilingState;
import cn.diming.api.generated.model.NearDoor;
import cn.diming.api.generated.model.NearShop;
import cn.diming.api.generated.model.OwnShop;
import cn.diming.api.generated.model.OwnShopPhoto;
import cn.diming.api.generated.model.PhotoPurpose;
import cn.diming.api.generated.model.ShopCategory;
import cn.diming.api.generated.model.ShopDraft;
import cn.diming.api.generated.model.ShopFiling;
import cn.diming.api.generated.model.ShopFilingCard;
import cn.diming.api.generated.model.ShopFilingPage;
import cn.diming.api.generated.model.ShopHours;
import cn.diming.api.generated.model.ShopHoursRule;
import cn.diming.api.generated.model.ShopLikeness;
import cn.diming.api.generated.model.ShopPosition;
import cn.diming.api.generated.model.ShopProduct;
import cn.diming.api.generated.model.ShopSpan;
import cn.diming.core.change.StateEvent;
import cn.diming.core.contact.PhoneNumber;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.shop.OpeningHours;
import cn.diming.core.shop.Product;
import cn.diming.core.shop.ShopContent;
import cn.diming.core.shop.ShopDesk;
import cn.diming.core.shop.ShopDoors;
import cn.diming.core.shop.ShopFilings;
import cn.diming.core.shop.ShopPhoto;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Filings as the contract has them; what only the desk may know is in {@link #card} alone. */
@Component
class ShopDtos {

    private final DivisionTree divisions;
    private final Officers officers;

    ShopDtos(DivisionTree divisions, Officers officers) {
        this.divisions = divisions;
        this.officers = officers;
    }

    ShopFiling filing(cn.diming.core.shop.ShopFiling filing) {
        ShopFiling dto = new ShopFiling(
                filing.id(),
                filing.version(),
                FilingState.fromValue(filing.state().name()),
                filing.state().title(),
                filing.isChange(),
                filing.accepted().isPresent(),
                filing.content().name(),
                ShopCategory.fromValue(filing.content().category().name()),
                filing.content().category().title(),
                Times.of(filing.createdAt()));
        filing.claimedShopId().ifPresent(dto::claimedShopId);
        filing.shopId().ifPresent(dto::shopId);
        filing.answer().ifPresent(dto::answer);
        filing.submittedAt().map(Times::of).ifPresent(dto::submittedAt);
        filing.decidedAt().map(Times::of).ifPresent(dto::decidedAt);
        if (!filing.divisionCode().isEmpty()) {
            dto.divisionCode(filing.divisionCode());
            divisions.find(filing.divisionCode()).map(Division::name).ifPresent(dto::divisionName);
        }
        return dto;
    }

    OwnShop own(ShopFilings.Own own) {
        return new OwnShop(
                filing(own.filing()),
                draft(own.filing().content()),
                own.photos().stream().map(ShopDtos::photo).toList(),
                own.lacks());
    }

    private static OwnShopPhoto photo(ShopPhoto photo) {
        return new OwnShopPhoto(
                photo.item().id(),
                PhotoPurpose.fromValue(photo.purpose().name()),
                photo.item().width().orElse(0),
                photo.item().height().orElse(0));
    }

    static ShopDraft draft(ShopContent shop) {
        ShopDraft dto = new ShopDraft(
                shop.name(),
                ShopCategory.fromValue(shop.category().name()),
                shop.phonePublic(),
                hours(shop.hours()),
                shop.products().stream().map(ShopDtos::product).toList());
        shop.description().ifPresent(dto::description);
        shop.phone().ifPresent(dto::phone);
        shop.address().ifPresent(dto::address);
        shop.creditCode().ifPresent(dto::creditCode);
        shop.doorPlateId().ifPresent(dto::doorPlateId);
        shop.position().map(ShopDtos::position).ifPresent(dto::position);
        return dto;
    }

    static ShopHours hours(OpeningHours hours) {
        ShopHours dto = new ShopHours(hours.rules().stream()
                .map(rule -> new ShopHoursRule(
                        rule.days().stream().sorted().map(day -> day.getValue()).toList(),
                        rule.spans().stream()
                                .map(span -> new ShopSpan(
                                        span.from().toString(), span.to().toString()))
                                .toList()))
                .toList());
        hours.note().ifPresent(dto::note);
        return dto;
    }

    private static ShopProduct product(Product product) {
        ShopProduct dto = new ShopProduct(
                product.name(),
                product.season().stream()
                        .sorted()
                        .map(month -> month.getValue())
                        .toList());
        product.price().map(BigDecimal::stripTrailingZeros).ifPresent(dto::price);
        product.unit().ifPresent(dto::unit);
        product.note().ifPresent(dto::note);
        return dto;
    }

    private static ShopPosition position(cn.diming.core.shop.ShopPosition position) {
        ShopPosition dto = new ShopPosition(
                position.at().lon(),
                position.at().lat(),
                ShopPosition.SourceEnum.fromValue(position.source().name()));
        position.accuracyMetres().ifPresent(dto::accuracyMetres);
        return dto;
    }

    static NearDoor door(ShopDoors.Door door) {
        return new NearDoor(
                door.plateId(), door.address(), door.fullAddress(), metres(door.metres()), position(door.position()));
    }

    static NearShop near(StoredRecord shop, double metres, boolean kept) {
        NearShop dto = new NearShop(
                shop.id(),
                shop.title(),
                shop.text("category").orElse(""),
                metres(metres),
                kept,
                shop.position().map(ShopDtos::position).orElse(List.of()));
        shop.text("address").ifPresent(dto::address);
        return dto;
    }

    static List<Double> position(LonLat at) {
        return List.of(at.lon(), at.lat());
    }

    private static double metres(double metres) {
        return Math.round(metres * 10) / 10.0;
    }

    ShopFilingPage page(ShopDesk.Page page) {
        return new ShopFilingPage(
                page.filings().stream().map(this::filing).toList(),
                page.counts().entrySet().stream()
                        .map(count -> new FilingCount(
                                FilingState.fromValue(count.getKey().name()), count.getValue()))
                        .toList());
    }

    ShopFilingCard card(ShopDesk.Card card) {
        ShopFilingCard dto = new ShopFilingCard(
                filing(card.filing()),
                draft(card.filing().content()),
                card.filing().content().hours().text(),
                card.photos().stream().map(ShopDtos::photo).toList(),
                card.warnings(),
                card.alike().stream().map(ShopDtos::alike).toList(),
                card.events().stream().map(this::event).toList());
        card.filing().accepted().map(ShopDtos::draft).ifPresent(dto::accepted);
        card.phone().map(PhoneNumber::digits).ifPresent(dto::merchantPhone);
        card.door().map(ShopDtos::door).ifPresent(dto::door);
        card.claimed().map(shop -> near(shop, 0, false)).ifPresent(dto::claimed);
        return dto;
    }

    private static ShopLikeness alike(cn.diming.core.shop.ShopLikeness alike) {
        ShopLikeness dto = new ShopLikeness(alike.name(), alike.how());
        alike.shopId().ifPresent(dto::shopId);
        alike.filingId().ifPresent(dto::filingId);
        alike.distanceMetres().ifPresent(metres -> dto.distanceMetres(metres(metres)));
        return alike.address().isEmpty() ? dto : dto.address(alike.address());
    }

    private FilingEvent event(StateEvent<cn.diming.core.shop.FilingState> event) {
        FilingEvent dto = new FilingEvent(
                Times.of(event.at()),
                officers.name(event.accountId(), true),
                FilingState.fromValue(event.to().name()));
        event.from().map(from -> FilingState.fromValue(from.name())).ifPresent(dto::from);
        event.words().ifPresent(dto::words);
        return dto;
    }
}
