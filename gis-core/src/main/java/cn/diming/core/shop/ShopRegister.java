package cn.diming.core.shop;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Records;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;

/** Brings what was filed into the register, from which map, search, tiles, sheets and exports have it. */
final class ShopRegister {

    private static final double SAME_PLACE_METRES = 0.05;

    private final Shops.Setting core;
    private final ShopFilingStore store;
    private final FilingPhotos photos;
    private final ShopDoors doors;

    ShopRegister(Shops.Setting core, ShopFilingStore store, FilingPhotos photos) {
        this.core = core;
        this.store = store;
        this.photos = photos;
        this.doors = new ShopDoors(core);
    }

    /**
     * Makes or changes the record of a filing, by the officer's rights.
     *
     * @return the record's number
     * @throws cn.diming.core.record.Refused when the record belongs to another merchant by now, or lies elsewhere
     */
    long adopt(ChangeSet changes, ShopFiling filing) {
        Actor actor = changes.actor();
        AccessPolicy.require(actor, Action.VERIFY_SHOP, filing.divisionCode());
        OptionalLong known = filing.shopId().isPresent() ? filing.shopId() : filing.claimedShopId();
        long shop = known.isPresent() ? change(actor, filing, known.getAsLong()) : create(actor, filing);
        store.give(shop, filing.accountId(), filing.content().doorPlateId());
        photos.publish(changes, filing.id(), shop);
        return shop;
    }

    private long create(Actor actor, ShopFiling filing) {
        Map<String, Object> values = new HashMap<>();
        values(filing.content()).forEach((column, value) -> value.ifPresent(one -> values.put(column, one)));
        values.put("status", "PUBLISHED");
        values.put("division_code", filing.divisionCode());
        LonLat at = filing.content().position().orElseThrow().at();
        return core.records()
                .create(
                        actor,
                        RecordKind.SHOP,
                        new RecordDraft(
                                "shop-filing/" + filing.id(), values, Optional.of(at.toPoint()), List.of(), List.of()))
                .id();
    }

    private long change(Actor actor, ShopFiling filing, long shop) {
        StoredRecord record = existing(shop);
        OptionalLong owner = store.ownerOf(shop);
        if (owner.isPresent() && owner.getAsLong() != filing.accountId()) {
            throw Words.refused("这家店铺已由另一名商户认领");
        }
        LonLat at = filing.content().position().orElseThrow().at();
        boolean stays = record.position()
                .filter(old -> Ellipsoid.distanceMetres(old, at) < SAME_PLACE_METRES)
                .isPresent();
        Optional<Geometry> geometry = stays ? Optional.empty() : Optional.of(at.toPoint());
        Map<String, Optional<Object>> values = values(filing.content());
        values.put("status", Optional.of("PUBLISHED"));
        core.records()
                .change(
                        actor,
                        shop,
                        record.version(),
                        new Records.Edit(values, geometry, Optional.of("店铺申报第 " + filing.id() + " 号")));
        return shop;
    }

    private StoredRecord existing(long shop) {
        return core.store().find(RecordKind.SHOP, shop).orElseThrow(() -> new NotFound("没有编号为 " + shop + " 的店铺"));
    }

    /** What the merchant may say without anybody looking: hours, products and description. */
    void changeTrifles(ChangeSet changes, ShopFiling filing) {
        StoredRecord before = existing(filing.shopId().orElseThrow());
        Map<String, Optional<Object>> all = values(filing.content());
        Map<String, Optional<Object>> trifles = new HashMap<>();
        List.of("opening_hours", "products", "description")
                .forEach(column -> trifles.put(column, all.getOrDefault(column, Optional.empty())));
        if (!core.store().update(changes, before, trifles, Optional.empty())) {
            throw new Stale(before.version());
        }
        StoredRecord after = existing(before.id());
        core.audit()
                .append(
                        changes,
                        "update",
                        RecordKind.SHOP,
                        before.id(),
                        new AuditLog.Content(
                                Optional.of(before.toJson()), Optional.of(after.toJson()), Optional.of("商户修改营业信息")));
    }

    /** The record's columns; a phone stands in the register only when its merchant publishes it. */
    private Map<String, Optional<Object>> values(ShopContent shop) {
        Map<String, Optional<Object>> values = new HashMap<>();
        values.put("name", Optional.of(shop.name()));
        values.put("category", Optional.of(shop.category().title()));
        values.put("address", Optional.<Object>of(doors.address(shop)).filter(text -> !text.equals("")));
        values.put("phone", shop.phone().filter(phone -> shop.phonePublic()).map(phone -> phone));
        values.put("opening_hours", Optional.<Object>of(shop.hours().text()).filter(text -> !text.equals("")));
        values.put("description", shop.description().map(text -> text));
        values.put(
                "products",
                shop.products().isEmpty()
                        ? Optional.empty()
                        : Optional.of(ShopJson.products(shop.products()).toString()));
        return values;
    }
}
