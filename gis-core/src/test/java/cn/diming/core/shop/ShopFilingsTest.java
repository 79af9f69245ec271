package cn.diming.core.shop;

import static cn.diming.core.shop.ShopFixture.HERE;
import static cn.diming.core.shop.ShopFixture.NEIGHBOUR;
import static cn.diming.core.shop.ShopFixture.OFFICER;
import static cn.diming.core.shop.ShopFixture.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.change.RecordKind;
import cn.diming.core.contact.PhoneNumber;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.MediaSize;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** From the merchant's telephone to the register. */
@ParameterizedClass
@EnumSource(Engines.class)
class ShopFilingsTest {

    private static final FilingFilter ALL =
            new FilingFilter("", Optional.empty(), Optional.empty(), OptionalLong.empty());

    private final Path folder;
    private final ShopFixture village;

    ShopFilingsTest(Engines engine, @TempDir Path folder) {
        this.folder = folder;
        village = new ShopFixture(engine, folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void aNumberThatAnswersBecomesAMerchantOnce() {
        MerchantPass first = village.pass("13800000001");
        MerchantPass again = village.pass("138 0000 0001");
        assertThat(first.fresh()).isTrue();
        assertThat(again.fresh()).isFalse();
        Actor one =
                village.core.apiKeys().accountOf(first.token()).orElseThrow().actor();
        assertThat(village.core.apiKeys().accountOf(again.token()).orElseThrow().actor())
                .isEqualTo(one);
        assertThat(village.shops.merchants().maskedPhone(one)).hasValue("138****0001");
        assertThat(village.shops.merchants().signIn(PhoneNumber.parse("13800000001"), "000000"))
                .isEmpty();
        village.shops.merchants().signOut(one);
        assertThat(village.core.apiKeys().accountOf(first.token())).isEmpty();
        assertThat(village.core.apiKeys().accountOf(again.token())).isEmpty();
    }

    @Test
    void whatLacksIsToldAndNotTaken() {
        Actor merchant = village.merchant("13800000001");
        ShopFilings.Own begun = village.shops
                .filings()
                .begin(merchant, content("稳记鱼生馆", HERE, OptionalLong.empty()), OptionalLong.empty());
        assertThat(begun.lacks()).hasSize(2).anyMatch(lack -> lack.contains("门面照"));
        assertThatThrownBy(() -> village.submit(merchant, begun))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("营业执照");
        ShopFilings.Own whole = village.withPhotos(merchant, begun);
        assertThat(whole.lacks()).isEmpty();
        assertThat(village.submit(merchant, whole).filing().state()).isEqualTo(FilingState.SUBMITTED);
    }

    @Test
    void anAcceptedFilingIsARecordThatTellsNothingPrivate() {
        Actor merchant = village.merchant("13800000001");
        ShopFiling filing = village.accepted(merchant, "稳记鱼生馆", HERE);
        StoredRecord shop = village.core
                .store()
                .find(RecordKind.SHOP, filing.shopId().orElseThrow())
                .orElseThrow();
        assertThat(shop.title()).isEqualTo("稳记鱼生馆");
        assertThat(shop.divisionCode()).hasValue("440115103208");
        assertThat(shop.text("phone")).isEmpty();
        assertThat(shop.text("opening_hours")).hasValue("每天 09:00–14:00、17:00–21:00");
        assertThat(shop.text("products").orElseThrow()).contains("鲩鱼生");
        assertThat(village.media.of(RecordKind.SHOP, shop.id())).hasSize(2).noneMatch(item -> item.staffOnly());
        PublicShops.Page page = village.shops.published().get(shop.id());
        assertThat(page.kept()).isTrue();
        assertThat(page.openNow()).isPresent();
        assertThat(village.core
                        .audit()
                        .entriesOf(RecordKind.SHOP_FILING, filing.id())
                        .toString())
                .doesNotContain("13800000001")
                .doesNotContain("34901234");
    }

    @Test
    void aMerchantNeitherSeesNorTouchesTheShopOfAnother() {
        Actor one = village.merchant("13800000001");
        Actor other = village.merchant("13800000002");
        ShopFilings.Own own = village.filed(one, "稳记鱼生馆", HERE);
        long id = own.filing().id();
        int version = own.filing().version();
        long photo = own.photos().getFirst().item().id();
        ShopFilings filings = village.shops.filings();
        assertThat(filings.list(other)).isEmpty();
        assertThatThrownBy(() -> filings.get(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> filings.save(other, id, version, own.filing().content()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> filings.submit(other, id, version)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> filings.withdraw(other, id, version)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> filings.photo(other, id, photo, MediaSize.SMALL))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> filings.removePhoto(other, id, photo)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> village.photo(other, id, PhotoPurpose.GENERAL)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> village.shops.desk().list(other, ALL, 10)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> filings.list(OFFICER)).isInstanceOf(Denied.class);
    }

    @Test
    void anOfficerSeesWhatWasSubmittedInHisJurisdictionAlone() {
        Actor merchant = village.merchant("13800000001");
        ShopFilings.Own draft = village.filed(merchant, "稳记鱼生馆", HERE);
        assertThat(village.shops.desk().list(OFFICER, ALL, 10).filings()).isEmpty();
        assertThatThrownBy(
                        () -> village.shops.desk().get(OFFICER, draft.filing().id()))
                .isInstanceOf(NotFound.class);
        ShopFilings.Own own = village.submit(merchant, draft);
        assertThat(village.shops.desk().list(OFFICER, ALL, 10).filings()).hasSize(1);
        assertThat(village.shops.desk().list(NEIGHBOUR, ALL, 10).filings()).isEmpty();
        assertThatThrownBy(() -> village.act(NEIGHBOUR, own, new ShopStep.Accept()))
                .isInstanceOf(NotFound.class);
        assertThat(village.shops.desk().get(OFFICER, own.filing().id()).phone())
                .hasValue(new PhoneNumber("13800000001"));
    }

    @Test
    void askedForMoreTheMerchantAnswersAndIsAccepted() {
        Actor merchant = village.merchant("13800000001");
        ShopFilings.Own own = village.submit(merchant, village.filed(merchant, "稳记鱼生馆", HERE));
        village.act(OFFICER, own, new ShopStep.Ask("门面照看不清招牌"));
        ShopFilings.Own asked =
                village.shops.filings().get(merchant, own.filing().id());
        assertThat(asked.filing().answer()).hasValue("门面照看不清招牌");
        ShopFilings.Own again =
                village.submit(merchant, village.photo(merchant, asked.filing().id(), PhotoPurpose.FRONT));
        assertThat(again.photos().stream().filter(photo -> photo.purpose() == PhotoPurpose.FRONT))
                .hasSize(1);
        assertThat(village.act(OFFICER, again, new ShopStep.Accept()).state()).isEqualTo(FilingState.ACCEPTED);
        assertThatThrownBy(() -> village.act(OFFICER, again, new ShopStep.Accept()))
                .isInstanceOf(Stale.class);
    }

    @Test
    void hoursAndProductsOfAVerifiedShopChangeAtOnceItsNameDoesNot() {
        Actor merchant = village.merchant("13800000001");
        ShopFiling filing = village.accepted(merchant, "稳记鱼生馆", HERE);
        long shop = filing.shopId().orElseThrow();
        ShopFilings.Own trifle = save(merchant, filing, content("稳记鱼生馆", HERE, OptionalLong.empty(), "全年营业。"));
        assertThat(village.submit(merchant, trifle).filing().state()).isEqualTo(FilingState.ACCEPTED);
        assertThat(record(shop).text("description")).hasValue("全年营业。");
        ShopFiling now = village.shops.filings().get(merchant, filing.id()).filing();
        ShopFilings.Own renamed =
                village.submit(merchant, save(merchant, now, content("大稳第一鱼", HERE, OptionalLong.empty(), "全年营业。")));
        assertThat(renamed.filing().state()).isEqualTo(FilingState.SUBMITTED);
        assertThat(record(shop).title()).isEqualTo("稳记鱼生馆");
        village.act(OFFICER, renamed, new ShopStep.Reject("与执照不符"));
        assertThat(record(shop).title()).isEqualTo("稳记鱼生馆");
        ShopFiling rejected = village.shops.filings().get(merchant, filing.id()).filing();
        village.shops.filings().withdraw(merchant, filing.id(), rejected.version());
        ShopFiling back = village.shops.filings().get(merchant, filing.id()).filing();
        assertThat(back.state()).isEqualTo(FilingState.ACCEPTED);
        assertThat(back.content().name()).isEqualTo("稳记鱼生馆");
    }

    @Test
    void advertisementIsLookedAtEvenWhereTriflesAreNot() {
        Actor merchant = village.merchant("13800000001");
        ShopFiling filing = village.accepted(merchant, "稳记鱼生馆", HERE);
        ShopFilings.Own advert =
                save(merchant, filing, content("稳记鱼生馆", HERE, OptionalLong.empty(), "加微信：wx123456 返利"));
        ShopFilings.Own submitted = village.submit(merchant, advert);
        assertThat(submitted.filing().state()).isEqualTo(FilingState.SUBMITTED);
        assertThat(village.shops.desk().get(OFFICER, filing.id()).warnings()).contains("含“加微信”", "含“返利”");
    }

    @Test
    void theProfileMayWantEveryChangeLookedAt() throws IOException {
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(profiles.resolve("guangzhou.yml"), """
                title: 广州
                parent: guangdong
                divisions: ['4401']
                sections:
                  values:
                    - {key: shop-look-at-every-change, title: 店铺的每项修改都须审核, number: 1, value: '是', source: 本局规定}
                """);
        try (ShopFixture strict = new ShopFixture(Engines.GEOPACKAGE, folder.resolve("media"), Optional.of(profiles))) {
            Actor merchant = strict.merchant("13800000001");
            ShopFiling filing = strict.accepted(merchant, "稳记鱼生馆", HERE);
            ShopFilings.Own saved = strict.shops
                    .filings()
                    .save(
                            merchant,
                            filing.id(),
                            filing.version(),
                            content("稳记鱼生馆", HERE, OptionalLong.empty(), "全年营业。"));
            assertThat(strict.submit(merchant, saved).filing().state()).isEqualTo(FilingState.SUBMITTED);
        }
    }

    @Test
    void aShopOfTheRegisterIsClaimedByOneMerchant() {
        long known = village.shop("大稳饭店", HERE);
        Actor one = village.merchant("13800000001");
        Actor other = village.merchant("13800000002");
        ShopFilings.Own mine = claim(one, known);
        ShopFilings.Own theirs = claim(other, known);
        assertThat(village.act(OFFICER, mine, new ShopStep.Accept()).shopId()).hasValue(known);
        assertThat(record(known).title()).isEqualTo("稳记鱼生馆");
        assertThatThrownBy(() -> village.act(OFFICER, theirs, new ShopStep.Accept()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("另一名商户");
        assertThatThrownBy(() -> claim(other, known)).isInstanceOf(Refused.class);
    }

    @Test
    void theDeskShowsShopsThatMayBeTheSameAndADoorFarAway() {
        village.shop("稳记鱼生馆（总店）", new LonLat(113.4503, 22.91));
        long plate = village.plate("12号", new LonLat(113.452, 22.91));
        Actor merchant = village.merchant("13800000001");
        village.accepted(village.merchant("13800000002"), "另一家", new LonLat(113.451, 22.912));
        ShopFilings.Own own = village.submit(
                merchant,
                village.withPhotos(
                        merchant,
                        village.shops
                                .filings()
                                .begin(
                                        merchant,
                                        content("稳记鱼生馆", HERE, OptionalLong.of(plate)),
                                        OptionalLong.empty())));
        ShopDesk.Card card = village.shops.desk().get(OFFICER, own.filing().id());
        assertThat(card.alike()).extracting(ShopLikeness::how).contains("同名", "同一电话");
        assertThat(card.warnings()).anyMatch(why -> why.contains("大稳路12号") && why.contains("米"));
        assertThat(card.door()).isPresent();
    }

    @Test
    void theNearestDoorsAreOfferedWithTheirStandardAddress() {
        village.plate("12号", new LonLat(113.4501, 22.91));
        village.plate("14号", new LonLat(113.4503, 22.91));
        ShopDoors.Surroundings around = village.shops.doors().around(HERE, 5);
        assertThat(around.divisionCode()).hasValue("440115103208");
        assertThat(around.doors()).extracting(ShopDoors.Door::address).containsExactly("大稳路12号", "大稳路14号");
        assertThat(around.doors().getFirst().fullAddress()).endsWith("大稳村大稳路12号");
    }

    @Test
    void tooManySubmissionsInADayWait() {
        Actor merchant = village.merchant("13800000001");
        ShopFilings.Own own = village.filed(merchant, "稳记鱼生馆", HERE);
        for (int i = 0; i < 20; i++) {
            own = village.submit(merchant, own);
            village.act(OFFICER, own, new ShopStep.Ask("再拍一张"));
            own = village.shops.filings().get(merchant, own.filing().id());
        }
        ShopFilings.Own once = own;
        assertThatThrownBy(() -> village.submit(merchant, once))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("明天");
        village.clock.forward(Duration.ofDays(1));
        assertThat(village.submit(merchant, once).filing().state()).isEqualTo(FilingState.SUBMITTED);
    }

    @Test
    void aFilingThatWasNeverAcceptedCanBeTakenBack() {
        Actor merchant = village.merchant("13800000001");
        ShopFilings.Own own = village.submit(merchant, village.filed(merchant, "稳记鱼生馆", HERE));
        village.shops
                .filings()
                .withdraw(merchant, own.filing().id(), own.filing().version());
        assertThat(village.shops.filings().list(merchant)).isEmpty();
        assertThat(village.media.of(RecordKind.SHOP_FILING, own.filing().id())).isEmpty();
    }

    @Test
    void whatLiesOutsideOfAllDivisionsIsNotTaken() {
        Actor merchant = village.merchant("13800000001");
        ShopFilings.Own own = village.filed(merchant, "远店", new LonLat(120, 30));
        assertThat(own.lacks()).anyMatch(lack -> lack.contains("行政区划"));
        assertThatThrownBy(() -> village.submit(merchant, own)).isInstanceOf(Refused.class);
    }

    private ShopFilings.Own claim(Actor merchant, long known) {
        ShopFilings.Own begun = village.shops
                .filings()
                .begin(merchant, content("稳记鱼生馆", HERE, OptionalLong.empty()), OptionalLong.of(known));
        return village.submit(merchant, village.withPhotos(merchant, begun));
    }

    private ShopFilings.Own save(Actor merchant, ShopFiling seen, ShopContent content) {
        return village.shops.filings().save(merchant, seen.id(), seen.version(), content);
    }

    private StoredRecord record(long shop) {
        return village.core.store().find(RecordKind.SHOP, shop).orElseThrow();
    }
}
