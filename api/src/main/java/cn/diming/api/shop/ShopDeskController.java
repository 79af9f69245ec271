package cn.diming.api.shop;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Given;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.ShopDeskApi;
import cn.diming.api.generated.model.FilingState;
import cn.diming.api.generated.model.MapPlatform;
import cn.diming.api.generated.model.PlatformStandingList;
import cn.diming.api.generated.model.ShopFiling;
import cn.diming.api.generated.model.ShopFilingCard;
import cn.diming.api.generated.model.ShopFilingPage;
import cn.diming.api.generated.model.ShopStep;
import cn.diming.api.security.Visitor;
import cn.diming.core.access.Actor;
import cn.diming.core.media.MediaSize;
import cn.diming.core.platform.PlatformBundles;
import cn.diming.core.shop.FilingFilter;
import cn.diming.core.shop.Shops;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The desk that verifies shops and hands them to map platforms. */
@RestController
class ShopDeskController implements ShopDeskApi {

    private final Shops shops;
    private final PlatformBundles bundles;
    private final ShopDtos dtos;
    private final Visitor visitor;

    ShopDeskController(Shops shops, PlatformBundles bundles, ShopDtos dtos, Visitor visitor) {
        this.shops = shops;
        this.bundles = bundles;
        this.dtos = dtos;
        this.visitor = visitor;
    }

    private Actor actor() {
        return visitor.actor();
    }

    @Override
    public ResponseEntity<ShopFilingPage> listShopFilings(
            @Nullable String division,
            @Nullable FilingState state,
            @Nullable String text,
            @Nullable Long before,
            Integer limit) {
        FilingFilter filter = new FilingFilter(
                Given.prefix(division),
                Optional.ofNullable(state).map(word -> cn.diming.core.shop.FilingState.valueOf(word.getValue())),
                Given.text(text),
                Given.number(before));
        return ResponseEntity.ok(dtos.page(shops.desk().list(actor(), filter, limit)));
    }

    @Override
    public ResponseEntity<ShopFilingCard> getShopFiling(Long filingId) {
        var card = shops.desk().get(actor(), filingId);
        return ResponseEntity.ok()
                .eTag(Versions.toTag(card.filing().version()))
                .cacheControl(CacheControl.noStore())
                .body(dtos.card(card));
    }

    @Override
    public ResponseEntity<ShopFiling> verifyShop(Long filingId, ShopStep step, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        var after = shops.desk().act(actor(), filingId, version, ShopBodies.step(step));
        return ResponseEntity.ok().eTag(Versions.toTag(after.version())).body(dtos.filing(after));
    }

    @Override
    public ResponseEntity<Resource> getFilingPhoto(Long filingId, Long photoId, String size) {
        return FileAnswers.confidential(
                shops.desk().photo(actor(), filingId, photoId, MediaSize.valueOf(size.toUpperCase(Locale.ROOT))));
    }

    @Override
    public ResponseEntity<PlatformStandingList> listShopPlatforms(Long filingId) {
        return ResponseEntity.ok(PlatformDtos.standing(bundles.standing(actor(), filingId)));
    }

    @Override
    public ResponseEntity<Resource> getShopBundle(Long filingId, MapPlatform platform) {
        return PlatformDtos.bundle(
                platform, out -> bundles.write(actor(), filingId, PlatformDtos.platform(platform), out));
    }

    @Override
    public ResponseEntity<Resource> getPlatformBundle(MapPlatform platform, @Nullable String division) {
        String area = division == null ? actor().jurisdiction() : Given.prefix(division);
        return PlatformDtos.bundle(
                platform, out -> bundles.writeAll(actor(), area, PlatformDtos.platform(platform), out));
    }
}
