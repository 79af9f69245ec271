package cn.diming.core.shop;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaFile;
import cn.diming.core.media.MediaSize;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/** What merchants do with their own shops. Of others' they learn nothing, not even that they are there. */
public final class ShopFilings {

    private static final Duration DAY = Duration.ofDays(1);

    private final Shops.Setting core;
    private final ShopFilingStore store;
    private final FilingPhotos photos;
    private final ShopRegister register;
    private final ShopHints hints;
    private final ShopDoors doors;

    ShopFilings(
            Shops.Setting core, ShopFilingStore store, FilingPhotos photos, ShopRegister register, ShopHints hints) {
        this.core = core;
        this.store = store;
        this.photos = photos;
        this.register = register;
        this.hints = hints;
        this.doors = new ShopDoors(core);
    }

    /**
     * A shop of one's own.
     *
     * @param lacks what it needs to be submitted, in Chinese
     */
    public record Own(ShopFiling filing, List<ShopPhoto> photos, List<String> lacks) {}

    /** How many photos are on a public page, where nothing else is said. */
    public int photosPerShop() {
        return ShopRules.of(core.profiles(), "").photos();
    }

    /** The newest first. */
    public List<Own> list(Actor actor) {
        return store.ofAccount(merchant(actor)).stream().map(this::own).toList();
    }

    /** @throws NotFound when it is not one's own */
    public Own get(Actor actor, long id) {
        return own(mine(actor, id));
    }

    private Own own(ShopFiling filing) {
        List<ShopPhoto> kept = photos.of(filing.id());
        return new Own(filing, kept, lacks(filing, kept));
    }

    private static long merchant(Actor actor) {
        AccessPolicy.require(actor, Action.KEEP_SHOP);
        return actor.accountId().orElseThrow(() -> new Refused(List.of("商户须有账号")));
    }

    private ShopFiling mine(Actor actor, long id) {
        long account = merchant(actor);
        return store.find(id)
                .filter(filing -> filing.accountId() == account)
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的店铺申报"));
    }

    private ShopFiling mine(ChangeSet changes, long id, int version) {
        changes.seq(); // the counter's lock: an officer who decides at this moment comes before or after
        ShopFiling filing = mine(changes.actor(), id);
        if (filing.version() != version) {
            throw new Stale(filing.version());
        }
        return filing;
    }

    /**
     * Begins a shop, of one's own or one that the register knows already.
     *
     * @param claimed the record that is said to be this shop
     * @throws Refused when the merchant has too many shops, or the record has a merchant
     * @throws NotFound when there is no such shop
     */
    public Own begin(Actor actor, ShopContent content, OptionalLong claimed) {
        long account = merchant(actor);
        return core.journal().write(actor, changes -> {
            changes.seq();
            refuseTooMany(account, content);
            claimed.ifPresent(this::refuseClaimed);
            long id = store.insert(changes, account, claimed, content, division(content));
            note(changes, "begin", id, Optional.empty(), FilingState.DRAFT, Optional.empty());
            return get(actor, id);
        });
    }

    private void refuseTooMany(long account, ShopContent content) {
        int most = ShopRules.of(core.profiles(), division(content)).shopsPerMerchant();
        if (store.ofAccount(account).size() >= most) {
            throw Words.refused("一名商户至多登记 " + most + " 家店铺，更多的请到民政部门办理");
        }
    }

    private void refuseClaimed(long shop) {
        StoredRecord record = core.store()
                .find(RecordKind.SHOP, shop)
                .filter(Disclosure::isPublic)
                .orElseThrow(() -> new NotFound("没有编号为 " + shop + " 的店铺"));
        if (store.ownerOf(record.id()).isPresent()) {
            throw Words.refused("“" + record.title() + "”已由商户认领。如有争议，请与当地民政部门联系");
        }
    }

    private String division(ShopContent content) {
        return content.position().flatMap(at -> doors.divisionAt(at.at())).orElse("");
    }

    /**
     * Keeps what the merchant says now. What is public stays as it is until it is submitted.
     *
     * @throws Stale when it has another version by now
     */
    public Own save(Actor actor, long id, int version, ShopContent content) {
        return core.journal().write(actor, changes -> {
            ShopFiling seen = mine(changes, id, version);
            if (!store.save(seen, edited(seen), content, division(content))) {
                throw new Stale(seen.version());
            }
            note(changes, "save", id, Optional.of(seen.state()), edited(seen), Optional.empty());
            return get(actor, id);
        });
    }

    /** What waits for an officer goes on waiting; what was decided is a draft again. */
    private static FilingState edited(ShopFiling seen) {
        return seen.state() == FilingState.ACCEPTED || seen.state() == FilingState.REJECTED
                ? FilingState.DRAFT
                : seen.state();
    }

    /**
     * Hands it in. What an officer need not look at is public at once.
     *
     * @throws Refused when something lacks, or the merchant has handed in too much today
     */
    public Own submit(Actor actor, long id, int version) {
        return core.journal().write(actor, changes -> {
            ShopFiling seen = mine(changes, id, version);
            if (seen.state() == FilingState.SUBMITTED || seen.state() == FilingState.ACCEPTED) {
                throw Words.refused("“" + seen.state().title() + "”的申报不用再提交");
            }
            refuse(lacks(seen, photos.of(id)));
            refuseFlood(changes, seen);
            if (isTrifling(seen)) {
                acceptTrifles(changes, seen);
            } else if (store.submit(changes, seen)) {
                note(changes, "submit", id, Optional.of(seen.state()), FilingState.SUBMITTED, Optional.empty());
            } else {
                throw new Stale(seen.version());
            }
            return get(actor, id);
        });
    }

    private List<String> lacks(ShopFiling filing, List<ShopPhoto> kept) {
        List<String> lacks = new ArrayList<>(filing.content().lacks());
        if (filing.content().position().isPresent() && filing.divisionCode().isEmpty()) {
            lacks.add("这个位置不在本系统的行政区划之内，请检查定位");
        }
        if (kept.stream().noneMatch(photo -> photo.purpose() == PhotoPurpose.FRONT)) {
            lacks.add("请上传门面照（看得见招牌）");
        }
        if (ShopRules.of(core.profiles(), filing.divisionCode()).licenceNeeded()
                && kept.stream().noneMatch(photo -> photo.purpose() == PhotoPurpose.LICENCE)) {
            lacks.add("请上传营业执照照片（只有工作人员能看到）");
        }
        return lacks;
    }

    private void refuseFlood(ChangeSet changes, ShopFiling filing) {
        int most = ShopRules.of(core.profiles(), filing.divisionCode()).submissionsADay();
        if (store.submittedSince(filing.accountId(), changes.at().minus(DAY)) >= most) {
            throw Words.refused("一天至多提交 " + most + " 次，请明天再试");
        }
    }

    private boolean isTrifling(ShopFiling filing) {
        return filing.accepted()
                        .filter(before -> before.isSameShop(filing.content()))
                        .isPresent()
                && !ShopRules.of(core.profiles(), filing.divisionCode()).lookAtEveryChange()
                && !photos.differ(filing)
                && hints.spam(filing).isEmpty();
    }

    private void acceptTrifles(ChangeSet changes, ShopFiling seen) {
        register.changeTrifles(changes, seen);
        var accepted = new ShopFilingStore.Decision(
                FilingState.ACCEPTED, Optional.empty(), seen.shopId(), Optional.of(seen.content()));
        if (!store.decide(changes, seen, accepted)) {
            throw new Stale(seen.version());
        }
        note(changes, "submit", seen.id(), Optional.of(seen.state()), FilingState.ACCEPTED, Optional.of("营业信息已更新"));
    }

    /**
     * Takes a filing back: one that was never accepted is gone, a change of a public shop is dropped.
     *
     * @throws Refused when there is nothing to take back
     */
    public void withdraw(Actor actor, long id, int version) {
        core.journal().write(actor, changes -> {
            ShopFiling seen = mine(changes, id, version);
            if (seen.accepted().isEmpty()) {
                note(changes, "withdraw", id, Optional.of(seen.state()), FilingState.DRAFT, Optional.empty());
                photos.removeAll(id);
                store.delete(id);
                return true;
            }
            if (seen.state() == FilingState.ACCEPTED) {
                throw Words.refused("已公开的店铺不能自行删除；停业请在店名后注明，或与民政部门联系");
            }
            ShopContent before = seen.accepted().get();
            photos.restore(changes, seen);
            if (!store.save(seen, FilingState.ACCEPTED, before, division(before))) {
                throw new Stale(seen.version());
            }
            note(changes, "withdraw", id, Optional.of(seen.state()), FilingState.ACCEPTED, Optional.of("撤回修改"));
            return true;
        });
    }

    /**
     * Adds a photo; the same content again is the same photo.
     *
     * @throws Refused for what is no photo, is too large, or is one too many
     */
    public Own addPhoto(Actor actor, long id, PhotoPurpose purpose, InputStream in) {
        mine(actor, id);
        Media.Fresh fresh = photos.take(in);
        return core.journal().write(actor, changes -> {
            changes.seq();
            ShopFiling seen = mine(actor, id);
            photos.add(changes, seen, fresh, purpose);
            return touched(changes, seen, "photo");
        });
    }

    public Own removePhoto(Actor actor, long id, long photoId) {
        return core.journal().write(actor, changes -> {
            changes.seq();
            ShopFiling seen = mine(actor, id);
            photos.remove(id, photoId);
            return touched(changes, seen, "remove-photo");
        });
    }

    private Own touched(ChangeSet changes, ShopFiling seen, String action) {
        if (!store.save(seen, edited(seen), seen.content(), seen.divisionCode())) {
            throw new Stale(seen.version());
        }
        note(changes, action, seen.id(), Optional.of(seen.state()), edited(seen), Optional.empty());
        return get(changes.actor(), seen.id());
    }

    public MediaFile photo(Actor actor, long id, long photoId, MediaSize size) {
        mine(actor, id);
        return photos.file(id, photoId, size);
    }

    /** The log has what was done; what the merchant wrote, and the number, is not in it. */
    private void note(
            ChangeSet changes,
            String action,
            long id,
            Optional<FilingState> from,
            FilingState to,
            Optional<String> words) {
        if (from.isEmpty() || from.get() != to) {
            store.events().insert(changes, id, from, to, words);
        }
        changes.saved(RecordKind.SHOP_FILING, id, Optional.empty());
        core.audit().append(changes, action, RecordKind.SHOP_FILING, id, states(from, to, words));
    }

    static AuditLog.Content states(Optional<FilingState> from, FilingState to, Optional<String> words) {
        return new AuditLog.Content(from.map(ShopFilings::state), Optional.of(state(to)), words);
    }

    private static String state(FilingState state) {
        return JsonMapper.shared().createObjectNode().put("state", state.name()).toString();
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
