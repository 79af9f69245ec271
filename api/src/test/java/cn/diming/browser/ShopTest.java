package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.diming.core.access.Role;
import cn.diming.core.contact.LogSender;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The whole way of a shop, from its merchant's telephone to the desk and to the page that everybody sees. */
class ShopTest {

    private static final Pattern CODE = Pattern.compile(" is (\\d{6}),");
    private static final double LON = 117.7257;
    private static final double LAT = 30.6166;

    private final DemoSite site = DemoSite.running();

    @Test
    void aMerchantRegistersAnOfficerVerifiesAndGuestsFindTheShop() {
        try (Visit phone = site.phone()) {
            signIn(phone);
            begin(phone.page);
            fill(phone.page);
            phone.page.getByText("提交审核").click();
            assertThat(phone.page.locator(".said")).containsText("已提交");
            assertThat(phone.page.locator(".badge")).containsText("待审核");
            verifyAtTheDesk();
            phone.page.reload();
            assertThat(phone.page.locator(".badge")).containsText("已上图");
            phone.page.locator(".item").tap();
            String page = phone.page.getByText("打开公开页面").getAttribute("href");
            guestSees(page);
            org.assertj.core.api.Assertions.assertThat(phone.troubles()).isEmpty();
        }
    }

    private void signIn(Visit phone) {
        Logger log = (Logger) LoggerFactory.getLogger(LogSender.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        log.setLevel(Level.INFO);
        lines.start();
        log.addAppender(lines);
        phone.open("/shop/");
        phone.page.getByLabel("手机号").fill("13900000011");
        button(phone.page, "获取验证码").tap();
        phone.page.getByLabel("验证码").waitFor();
        log.detachAppender(lines);
        Matcher code = CODE.matcher(lines.list.getFirst().getFormattedMessage());
        org.assertj.core.api.Assertions.assertThat(code.find()).isTrue();
        phone.page.getByLabel("验证码").fill(code.group(1));
        button(phone.page, "登录").tap();
        assertThat(phone.page.getByText("还没有店铺")).isVisible();
    }

    private static void begin(Page page) {
        page.context().grantPermissions(List.of("geolocation"));
        page.context().setGeolocation(new com.microsoft.playwright.options.Geolocation(LAT, LON).setAccuracy(8));
        page.getByText("添加店铺").tap();
        page.getByLabel("店名").fill("龙王庙豆腐坊");
        assertThat(page.locator(".place .accuracy")).containsText("±8 米");
        button(page, "下一步").tap();
    }

    private static void fill(Page page) {
        page.getByLabel("店铺电话").fill("0555-5550666");
        page.getByLabel("一句话介绍").fill("石磨豆腐，每天清晨现做。");
        page.getByLabel("地址（门牌选不到，或要补充楼层、铺位时填）").fill("龙王庙街 3 号");
        button(page, "每天一样").click();
        button(page, "加一种产品").click();
        page.getByPlaceholder("名称").fill("石磨豆腐");
        page.getByPlaceholder("价格").fill("3.5");
        page.getByText("提交审核").click();
        assertThat(page.locator(".lacks")).containsText("门面照");
        photo(page, "FRONT", Color.ORANGE);
        photo(page, "LICENCE", Color.LIGHT_GRAY);
    }

    private static void photo(Page page, String purpose, Color colour) {
        page.locator("input[data-purpose=" + purpose + "]")
                .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", jpeg(colour)));
        page.waitForCondition(() -> page.locator(".photos figure img").count() >= (purpose.equals("FRONT") ? 1 : 2));
    }

    private static byte[] jpeg(Color colour) {
        BufferedImage image = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 900, 700);
        graphics.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void verifyAtTheDesk() {
        try (DeskVisit officer = DeskVisit.signedIn(site, site.member(Role.NAMING_OFFICER))) {
            Visit desk = officer.visit;
            desk.open("/shops");
            desk.page
                    .locator(".queue li")
                    .filter(new Locator.FilterOptions().setHasText("龙王庙豆腐坊"))
                    .locator("button")
                    .click();
            assertThat(desk.page.locator(".filing h2")).containsText("龙王庙豆腐坊");
            assertThat(desk.page.locator(".proofs img")).hasCount(2);
            desk.page.locator(".decide button").first().click();
            assertThat(desk.page.locator(".filing header")).containsText("已通过");
            assertThat(desk.page.locator(".platforms")).containsText("腾讯地图");
            org.assertj.core.api.Assertions.assertThat(desk.troubles()).isEmpty();
        }
    }

    private void guestSees(String page) {
        try (Visit guest = site.phone()) {
            guest.open(page);
            assertThat(guest.page.locator("h1")).containsText("龙王庙豆腐坊");
            assertThat(guest.page.locator(".products")).containsText("3.5 元");
            assertThat(guest.page.locator(".gallery img")).hasCount(1);
            button(guest.page, "怎么走").tap();
            assertThat(guest.page.getByText("高德地图")).isVisible();
            org.assertj.core.api.Assertions.assertThat(
                            (Boolean) guest.page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .isFalse();
            org.assertj.core.api.Assertions.assertThat(guest.troubles()).isEmpty();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
