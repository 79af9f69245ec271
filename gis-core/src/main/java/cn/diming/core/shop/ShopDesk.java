package cn.diming.core.shop;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.change.StateEvent;
import cn.diming.core.contact.PhoneNumber;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.MediaFile;
import cn.diming.core.media.MediaSize;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The desk where what merchants file is looked at and decided. Licence and the merchant's number are told here alone. */
public final class ShopDesk {

    private final Shops.Setting core;
    private final ShopFilingStore store;
    private final MerchantStore merchants;
    private final FilingPhotos photos;
    private final ShopRegister register;
    private final ShopHints hints;
    private final ShopDoors doors;

    ShopDesk(Shops.Setting core, ShopFilingStore store, FilingPhotos photos, ShopRegister register, ShopHints hints) {
        this.core = core;
        this.store = store;
        this.merchants = new MerchantStore(core.db());
        this.photos = photos;
        this.register = register;
        this.hints = hints;
        this.doors = new ShopDoors(core);
    }

    /** Filings and how many there are in each state. */
    public record Page(List<ShopFiling> filings, Map<FilingState, Integer> counts) {}

    /**
     * All that an officer needs to decide.
     *
     * @param phone by which the merchant signs in; personal
     * @param door the plate that was chosen, and how far the shop is from it
     * @param claimed the record that is claimed
     * @param warnings what looks wrong, in Chinese
     */
    public record Card(
            ShopFiling filing,
            Optional<PhoneNumber> phone,
            List<ShopPhoto> photos,
            List<StateEvent<FilingState>> events,
            Optional<ShopDoors.Door> door,
            Optional<StoredRecord> claimed,
            List<ShopLikeness> alike,
            List<String> warnings) {}

    /**
     * A page of filings, the newest first.
     *
     * @throws cn.diming.core.access.Denied when the division is not in the actor's jurisdiction
     */
    public Page list(Actor actor, FilingFilter filter, int limit) {
        AccessPolicy.require(actor, Action.READ_SHOP_FILING);
        boolean wider = actor.jurisdiction().startsWith(filter.division());
        FilingFilter within = wider ? filter.within(actor.jurisdiction()) : filter;
        AccessPolicy.require(actor, Action.READ_SHOP_FILING, within.division());
        return new Page(store.list(within, limit), store.counts(within));
    }

    /** @throws NotFound when there is no such filing, or none in the actor's jurisdiction */
    public Card get(Actor actor, long id) {
        ShopFiling filing = readable(actor, id);
        List<String> warnings = new ArrayList<>(hints.place(filing));
        warnings.addAll(hints.spam(filing));
        LonLat at = filing.content().position().map(ShopPosition::at).orElse(new LonLat(0, 0));
        return new Card(
                filing,
                merchants.phoneOf(filing.accountId()),
                photos.of(id),
                store.events().of(id),
                doors.find(filing.content().doorPlateId(), at),
                filing.claimedShopId().isPresent()
                        ? core.store()
                                .find(RecordKind.SHOP, filing.claimedShopId().getAsLong())
                        : Optional.empty(),
                hints.alike(filing),
                warnings);
    }

    public MediaFile photo(Actor actor, long id, long photoId, MediaSize size) {
        readable(actor, id);
        return photos.file(id, photoId, size);
    }

    private ShopFiling readable(Actor actor, long id) {
        AccessPolicy.require(actor, Action.READ_SHOP_FILING);
        return store.find(id)
                .filter(filing -> filing.submittedAt().isPresent() && actor.covers(filing.divisionCode()))
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的店铺申报"));
    }

    /**
     * Takes a step with a filing that waits.
     *
     * @throws Stale when somebody else was faster, or the merchant changed it meanwhile
     * @throws cn.diming.core.record.Refused when it does not wait for an officer
     */
    public ShopFiling act(Actor actor, long id, int version, ShopStep step) {
        return core.journal().write(actor, changes -> {
            changes.seq();
            AccessPolicy.require(actor, Action.VERIFY_SHOP);
            ShopFiling seen = readable(actor, id);
            AccessPolicy.require(actor, Action.VERIFY_SHOP, seen.divisionCode());
            if (seen.version() != version) {
                throw new Stale(seen.version());
            }
            if (seen.state() != FilingState.SUBMITTED) {
                throw Words.refused("“" + seen.state().title() + "”的申报不能这样处理");
            }
            decide(changes, seen, decision(changes, seen, step));
            return store.find(id).orElseThrow();
        });
    }

    private ShopFilingStore.Decision decision(ChangeSet changes, ShopFiling seen, ShopStep step) {
        return switch (step) {
            case ShopStep.Accept accept ->
                new ShopFilingStore.Decision(
                        FilingState.ACCEPTED,
                        Optional.empty(),
                        OptionalLong.of(register.adopt(changes, seen)),
                        Optional.of(seen.content()));
            case ShopStep.Ask ask -> words(seen, FilingState.ASKED, ask.question());
            case ShopStep.Reject reject -> words(seen, FilingState.REJECTED, reject.reason());
        };
    }

    /** What is public already stays public. */
    private static ShopFilingStore.Decision words(ShopFiling seen, FilingState to, String words) {
        return new ShopFilingStore.Decision(to, Optional.of(words), seen.shopId(), seen.accepted());
    }

    private void decide(ChangeSet changes, ShopFiling seen, ShopFilingStore.Decision decision) {
        if (!store.decide(changes, seen, decision)) {
            throw new Stale(seen.version());
        }
        store.events().insert(changes, seen.id(), Optional.of(seen.state()), decision.to(), decision.answer());
        changes.saved(RecordKind.SHOP_FILING, seen.id(), Optional.empty());
        core.audit()
                .append(
                        changes,
                        "verify",
                        RecordKind.SHOP_FILING,
                        seen.id(),
                        ShopFilings.states(Optional.of(seen.state()), decision.to(), decision.answer()));
    }

    /** A filing and its photos, for what is made of them; its merchant and officers of its jurisdiction alone have it. */
    public ShopFilings.Own file(Actor actor, long id) {
        ShopFiling filing = readable(actor, id);
        return new ShopFilings.Own(filing, photos.of(id), List.of());
    }

    /** Public shops of a division that a map platform does not have yet. */
    public List<ShopFilings.Own> notAt(Actor actor, String platform, String division, int limit) {
        AccessPolicy.require(actor, Action.READ_SHOP_FILING, division);
        return store.notAt(platform, division, limit).stream()
                .map(filing -> new ShopFilings.Own(filing, photos.of(filing.id()), List.of()))
                .toList();
    }
}
