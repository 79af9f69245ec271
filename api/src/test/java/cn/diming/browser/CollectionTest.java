package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.collect.CampaignDraft;
import cn.diming.core.collect.FieldCollection;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.Division;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The whole way of a report, from a telephone without a line to the desk and back. */
class CollectionTest {

    private static final double PATIENCE_MILLIS = 60_000;
    private static final LonLat HERE = new LonLat(117.7257, 30.6166);

    private final DemoSite site = DemoSite.running();
    private final FieldCollection collection = site.service.collection();

    @Test
    void whatIsWrittenWithoutALineIsSentThroughBrokenOnesAndDecided() {
        try (Visit phone = site.phone()) {
            join(phone);
            phone.page.context().setOffline(true);
            phone.page.reload();
            write(phone.page, "井头巷", true);
            write(phone.page, "榕树头", false);
            assertThat(phone.page.locator(".state")).containsText("2 条待上传");

            AtomicBoolean cut = cutTheLineWithinThePhoto(phone.page);
            phone.page.context().setOffline(false);
            phone.page.waitForCondition(cut::get);
            phone.page.context().setOffline(false);
            assertThat(phone.page.locator(".state"))
                    .containsText(
                            "都传好了",
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setTimeout(PATIENCE_MILLIS));

            decideAtTheDesk();
            phone.page.reload();
            assertThat(phone.page.locator(".item").filter(new Locator.FilterOptions().setHasText("井头巷")))
                    .containsText("已采用");
        }
    }

    /** A transaction that runs out of space is undone after its requests were answered. */
    @Test
    void aTelephoneThatIsFullSaysSoAndKeepsTheForm() {
        try (Visit phone = site.phone()) {
            join(phone);
            phone.page.locator("footer button.primary").tap();
            phone.page.evaluate("""
                    () => {
                      const put = IDBObjectStore.prototype.put
                      IDBObjectStore.prototype.put = function (...all) {
                        const request = put.apply(this, all)
                        request.addEventListener('success', () => this.transaction.abort())
                        return request
                      }
                    }""");
            Locator name =
                    phone.page.locator("section.card input:not([type=file])").nth(1);
            name.fill("井头巷");
            assertThat(phone.page.locator(".bar .failure")).containsText("手机存不下了");
            phone.page.locator("footer button.primary").tap();
            assertThat(phone.page.locator(".bar .failure")).containsText("手机存不下了");
            assertThat(name).hasValue("井头巷");
        }
    }

    /** By the link of an invitation to a campaign around a village. */
    private void join(Visit phone) {
        Division village = site.service.core.divisions().at(HERE).getLast();
        var campaign = collection
                .campaigns()
                .begin(
                        Actor.OPERATOR,
                        new CampaignDraft(
                                "浏览器采集",
                                village.code(),
                                Optional.empty(),
                                LocalDate.ofInstant(site.service.clock.instant(), java.time.ZoneId.of("Asia/Shanghai"))
                                        .plusDays(30)));
        String code = collection
                .passes()
                .invite(Actor.OPERATOR, campaign.id(), "一组", 1, Duration.ofDays(7))
                .code();
        phone.page.context().grantPermissions(List.of("geolocation"));
        phone.page.context().setGeolocation(new Geolocation(HERE.lat(), HERE.lon()).setAccuracy(5));
        phone.page.navigate(site.service.url() + "/collect/#" + code);
        phone.page.locator("input[autocomplete=name]").fill("陈伯");
        phone.page.locator("button.primary").tap();
        assertThat(phone.page.locator(".tabs")).isVisible();
        assertThat(phone.page.url()).doesNotContain(code);
        phone.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    }

    private static void write(Page page, String name, boolean withPhoto) {
        page.locator("footer button.primary").tap();
        assertThat(page.locator(".accuracy")).containsText("±5 米");
        if (withPhoto) {
            page.locator("input[data-album]").setInputFiles(new FilePayload("gate.jpg", "image/jpeg", noise()));
            assertThat(page.locator(".photos img")).isVisible();
        }
        page.locator("section.card input:not([type=file])").nth(1).fill(name);
        page.locator(".chips button").first().tap();
        page.locator("footer button.primary").tap();
        assertThat(page.locator(".item").filter(new Locator.FilterOptions().setHasText(name)))
                .containsText("待上传");
    }

    /** A picture that no codec makes small, so that it goes in several pieces. */
    private static byte[] noise() {
        BufferedImage image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static AtomicBoolean cutTheLineWithinThePhoto(Page page) {
        AtomicBoolean cut = new AtomicBoolean();
        page.route("**/collection/uploads/*?offset=*", route -> {
            boolean later = !route.request().url().endsWith("offset=0");
            if (later && cut.compareAndSet(false, true)) {
                route.abort("connectionreset");
                page.context().setOffline(true);
            } else {
                route.resume();
            }
        });
        return cut;
    }

    private void decideAtTheDesk() {
        try (DeskVisit desk = DeskVisit.signedIn(site, site.member(Role.NAMING_OFFICER))) {
            desk.open("/collection");
            Locator queue = desk.page.locator(".queue li");
            assertThat(queue.filter(new Locator.FilterOptions().setHasText("井头巷")))
                    .hasCount(1);
            assertThat(queue.filter(new Locator.FilterOptions().setHasText("榕树头")))
                    .hasCount(1);
            queue.filter(new Locator.FilterOptions().setHasText("井头巷"))
                    .locator("button")
                    .click();
            assertThat(desk.page.locator("article.report img").first()).isVisible();
            desk.page.locator(".decide .el-button--primary").click();
            assertThat(desk.page.locator(".result a").first()).isVisible();
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }
}
