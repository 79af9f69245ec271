package cn.diming.core.shop;

import static cn.diming.core.shop.ShopFixture.HERE;
import static cn.diming.core.shop.ShopFixture.NEIGHBOUR;
import static cn.diming.core.shop.ShopFixture.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.media.MediaSize;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Photos of shops: what is public, what is for staff alone, and what is none. */
@ParameterizedClass
@EnumSource(Engines.class)
class ShopPhotosTest {

    private final ShopFixture village;

    ShopPhotosTest(Engines engine, @TempDir Path folder) {
        village = new ShopFixture(engine, folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void aLicenceIsForTheDeskAlone() {
        Actor merchant = village.merchant("13800000001");
        ShopFilings.Own own = village.submit(merchant, village.filed(merchant, "稳记鱼生馆", HERE));
        ShopPhoto licence = own.photos().stream()
                .filter(photo -> photo.purpose() == PhotoPurpose.LICENCE)
                .findFirst()
                .orElseThrow();
        long id = own.filing().id();
        assertThat(village.shops.desk().photo(OFFICER, id, licence.item().id(), MediaSize.SMALL))
                .isNotNull();
        village.act(OFFICER, own, new ShopStep.Accept());
        for (Actor stranger : List.of(Actor.PUBLIC, merchant, NEIGHBOUR, OFFICER)) {
            assertThatThrownBy(() -> village.media.file(stranger, licence.item().sha256(), MediaSize.FULL))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() ->
                        village.shops.desk().photo(NEIGHBOUR, id, licence.item().id(), MediaSize.SMALL))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aPhotoThatIsAddedLaterIsPublicAfterALook() {
        Actor merchant = village.merchant("13800000001");
        ShopFiling filing = village.accepted(merchant, "稳记鱼生馆", HERE);
        long shop = filing.shopId().orElseThrow();
        ShopFilings.Own more = village.photo(merchant, filing.id(), PhotoPurpose.GENERAL);
        assertThat(more.filing().state()).isEqualTo(FilingState.DRAFT);
        assertThat(village.media.of(RecordKind.SHOP, shop)).hasSize(2);
        village.act(OFFICER, village.submit(merchant, more), new ShopStep.Accept());
        assertThat(village.media.of(RecordKind.SHOP, shop)).hasSize(3);
        long front = more.photos().getFirst().item().id();
        ShopFilings.Own less = village.shops.filings().removePhoto(merchant, filing.id(), front);
        village.shops.filings().withdraw(merchant, filing.id(), less.filing().version());
        assertThat(village.shops.filings().get(merchant, filing.id()).photos()).hasSize(4);
    }

    @Test
    void aNewFrontIsWhatThePageBeginsWith() {
        Actor merchant = village.merchant("13800000001");
        ShopFiling filing = village.accepted(merchant, "稳记鱼生馆", HERE);
        ShopFilings.Own newer = village.photo(merchant, filing.id(), PhotoPurpose.FRONT);
        village.act(OFFICER, village.submit(merchant, newer), new ShopStep.Accept());
        String front = newer.photos().stream()
                .filter(photo -> photo.purpose() == PhotoPurpose.FRONT)
                .map(photo -> photo.item().sha256())
                .findFirst()
                .orElseThrow();
        assertThat(village.shops
                        .published()
                        .get(filing.shopId().orElseThrow())
                        .photos()
                        .getFirst()
                        .sha256())
                .isEqualTo(front);
    }

    @Test
    void whatIsNoPhotoIsRefused() {
        Actor merchant = village.merchant("13800000001");
        long id = village.filed(merchant, "稳记鱼生馆", HERE).filing().id();
        byte[] script = "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> village.shops
                        .filings()
                        .addPhoto(merchant, id, PhotoPurpose.GENERAL, new ByteArrayInputStream(script)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("SVG");
    }

    @Test
    void twelvePhotosAreEnough() {
        Actor merchant = village.merchant("13800000001");
        long id = village.filed(merchant, "稳记鱼生馆", HERE).filing().id();
        for (int i = 2; i < 12; i++) {
            village.photo(merchant, id, PhotoPurpose.GENERAL);
        }
        assertThatThrownBy(() -> village.photo(merchant, id, PhotoPurpose.GENERAL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("12");
    }
}
