package cn.diming.api.shop;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Given;
import cn.diming.api.answer.Times;
import cn.diming.api.answer.Versions;
import cn.diming.api.config.DimingProperties;
import cn.diming.api.generated.MerchantsApi;
import cn.diming.api.generated.model.CodeSent;
import cn.diming.api.generated.model.CodeWish;
import cn.diming.api.generated.model.MapPlatform;
import cn.diming.api.generated.model.MerchantInfo;
import cn.diming.api.generated.model.MerchantPass;
import cn.diming.api.generated.model.MerchantSignIn;
import cn.diming.api.generated.model.OwnShop;
import cn.diming.api.generated.model.OwnShopList;
import cn.diming.api.generated.model.PhotoPurpose;
import cn.diming.api.generated.model.PlatformStandingList;
import cn.diming.api.generated.model.ShopCategory;
import cn.diming.api.generated.model.ShopCategoryTitle;
import cn.diming.api.generated.model.ShopDraft;
import cn.diming.api.generated.model.ShopWish;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.security.Limiter;
import cn.diming.api.security.Visitor;
import cn.diming.core.access.Actor;
import cn.diming.core.contact.ContactCodes;
import cn.diming.core.contact.PhoneNumber;
import cn.diming.core.contact.SendingFailed;
import cn.diming.core.media.MediaSize;
import cn.diming.core.platform.PlatformBundles;
import cn.diming.core.shop.ShopFilings;
import cn.diming.core.shop.Shops;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What merchants do with their telephones. */
@RestController
class MerchantController implements MerchantsApi {

    private static final Logger LOG = LoggerFactory.getLogger(MerchantController.class);

    private final Shops shops;
    private final PlatformBundles bundles;
    private final ShopDtos dtos;
    private final Visitor visitor;
    private final Limiter limiter;
    private final DimingProperties properties;
    private final HttpServletRequest request;

    MerchantController(
            Shops shops,
            PlatformBundles bundles,
            ShopDtos dtos,
            Visitor visitor,
            Limiter limiter,
            DimingProperties properties,
            HttpServletRequest request) {
        this.shops = shops;
        this.bundles = bundles;
        this.dtos = dtos;
        this.visitor = visitor;
        this.limiter = limiter;
        this.properties = properties;
        this.request = request;
    }

    private Actor actor() {
        return visitor.actor();
    }

    @Override
    public ResponseEntity<CodeSent> sendMerchantCode(CodeWish wish) {
        PhoneNumber phone = PhoneNumber.parse(wish.getPhone());
        limiter.admitCode(request);
        try {
            return switch (shops.merchants().sendCode(phone)) {
                case ContactCodes.Answer.Sent sent ->
                    ResponseEntity.accepted()
                            .cacheControl(CacheControl.noStore())
                            .body(new CodeSent((int) sent.valid().toSeconds(), (int)
                                    sent.again().toSeconds()));
                case ContactCodes.Answer.Wait wait -> throw ProblemException.tooMany(wait.left());
            };
        } catch (SendingFailed failed) {
            LOG.warn("a code could not be sent: {}", failed.getMessage());
            throw new ProblemException(ProblemType.UNAVAILABLE, "验证码没有发出去，请过几分钟再试。");
        }
    }

    @Override
    public ResponseEntity<MerchantPass> signInMerchant(MerchantSignIn wanted) {
        limiter.admitLogin(request);
        var pass = shops.merchants()
                .signIn(PhoneNumber.parse(wanted.getPhone()), wanted.getCode())
                .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED, "验证码不对或已过期，请重新获取。"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new MerchantPass(pass.token(), pass.fresh(), Times.of(pass.expiresAt())));
    }

    @Override
    public ResponseEntity<Void> signOutMerchant() {
        shops.merchants().signOut(actor());
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<MerchantInfo> getMerchant() {
        return ResponseEntity.ok(new MerchantInfo(
                shops.merchants().maskedPhone(actor()).orElse(""),
                shops.filings().photosPerShop(),
                properties.media().limits().photoBytes(),
                Arrays.stream(cn.diming.core.shop.ShopCategory.values())
                        .map(one -> new ShopCategoryTitle(ShopCategory.fromValue(one.name()), one.title()))
                        .toList()));
    }

    @Override
    public ResponseEntity<OwnShopList> listOwnShops() {
        return ResponseEntity.ok(new OwnShopList(
                shops.filings().list(actor()).stream().map(dtos::own).toList()));
    }

    @Override
    public ResponseEntity<OwnShop> beginShop(ShopWish wish) {
        ShopFilings.Own begun = shops.filings()
                .begin(actor(), ShopBodies.content(wish.getContent()), Given.number(wish.getClaimedShopId()));
        return answer(HttpStatus.CREATED, begun);
    }

    private ResponseEntity<OwnShop> answer(HttpStatus status, ShopFilings.Own own) {
        return ResponseEntity.status(status)
                .eTag(Versions.toTag(own.filing().version()))
                .cacheControl(CacheControl.noStore())
                .body(dtos.own(own));
    }

    @Override
    public ResponseEntity<OwnShop> getOwnShop(Long filingId) {
        return answer(HttpStatus.OK, shops.filings().get(actor(), filingId));
    }

    @Override
    public ResponseEntity<OwnShop> saveShop(Long filingId, ShopDraft draft, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return answer(HttpStatus.OK, shops.filings().save(actor(), filingId, version, ShopBodies.content(draft)));
    }

    @Override
    public ResponseEntity<Void> withdrawShop(Long filingId, @Nullable String ifMatch) {
        shops.filings().withdraw(actor(), filingId, Versions.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<OwnShop> submitShop(Long filingId, @Nullable String ifMatch) {
        return answer(HttpStatus.OK, shops.filings().submit(actor(), filingId, Versions.expected(ifMatch)));
    }

    @Override
    public ResponseEntity<OwnShop> addShopPhoto(Long filingId, MultipartFile file, PhotoPurpose purpose) {
        try (InputStream in = file.getInputStream()) {
            var kind = cn.diming.core.shop.PhotoPurpose.valueOf(purpose.getValue());
            return answer(HttpStatus.CREATED, shops.filings().addPhoto(actor(), filingId, kind, in));
        } catch (IOException broken) {
            throw new UncheckedIOException("reading an upload", broken);
        }
    }

    @Override
    public ResponseEntity<Resource> getOwnShopPhoto(Long filingId, Long photoId, String size) {
        return FileAnswers.confidential(
                shops.filings().photo(actor(), filingId, photoId, MediaSize.valueOf(size.toUpperCase(Locale.ROOT))));
    }

    @Override
    public ResponseEntity<OwnShop> removeShopPhoto(Long filingId, Long photoId) {
        return answer(HttpStatus.OK, shops.filings().removePhoto(actor(), filingId, photoId));
    }

    @Override
    public ResponseEntity<PlatformStandingList> listOwnPlatforms(Long filingId) {
        return ResponseEntity.ok(PlatformDtos.standing(bundles.ownStanding(actor(), filingId)));
    }

    @Override
    public ResponseEntity<Resource> getOwnBundle(Long filingId, MapPlatform platform) {
        limiter.admitPaper(request);
        return PlatformDtos.bundle(
                platform, out -> bundles.writeOwn(actor(), filingId, PlatformDtos.platform(platform), out));
    }
}
