package cn.diming.core.shop;

import cn.diming.core.account.Accounts;
import cn.diming.core.account.ApiKeys;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.contact.ContactCodes;
import cn.diming.core.db.Db;
import cn.diming.core.media.Media;
import cn.diming.core.profile.RuleProfiles;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.region.DivisionTree;
import java.time.Clock;

/** The services of shops, built together. */
public final class Shops {

    private final Merchants merchants;
    private final ShopFilings filings;
    private final ShopDesk desk;
    private final PublicShops published;
    private final ShopDoors doors;

    /** What shops need of the rest of the core. */
    public record Setting(
            Db db,
            Clock clock,
            ChangeJournal journal,
            AuditLog audit,
            DivisionTree divisions,
            Records records,
            RecordStore store,
            RuleProfiles profiles,
            Accounts accounts,
            ApiKeys apiKeys) {}

    public Shops(Setting core, Media media, ContactCodes codes) {
        ShopFilingStore store = new ShopFilingStore(core.db);
        this.doors = new ShopDoors(core);
        this.merchants = new Merchants(core, codes);
        FilingPhotos photos = new FilingPhotos(core, media, store);
        ShopRegister register = new ShopRegister(core, store, photos);
        ShopHints hints = new ShopHints(core, store, doors);
        this.filings = new ShopFilings(core, store, photos, register, hints);
        this.desk = new ShopDesk(core, store, photos, register, hints);
        this.published = new PublicShops(core, media, store);
    }

    public Merchants merchants() {
        return merchants;
    }

    public ShopFilings filings() {
        return filings;
    }

    public ShopDesk desk() {
        return desk;
    }

    public PublicShops published() {
        return published;
    }

    public ShopDoors doors() {
        return doors;
    }
}
