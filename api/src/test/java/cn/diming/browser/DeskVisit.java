package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Somebody at the naming desk: how a case is filed and moved on with the mouse and the keyboard. */
final class DeskVisit implements AutoCloseable {

    final Visit visit;
    final Page page;

    private DeskVisit(Visit visit) {
        this.visit = visit;
        this.page = visit.page;
    }

    /** Signs in; the browser's day is the service's. */
    static DeskVisit signedIn(DemoSite site, DemoSite.Member member) {
        DeskVisit desk = new DeskVisit(site.desk());
        site.tellTheTime(desk.page);
        desk.visit.signIn(member.login(), member.password());
        desk.visit.seesMap();
        return desk;
    }

    DeskVisit open(String path) {
        visit.open(path);
        return this;
    }

    /** Chooses the kind of a new case. */
    void beginCase(String kind) {
        open("/desk/new");
        page.locator(".types button")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(kind, new Page.GetByTextOptions().setExact(true))))
                .click();
    }

    /** Goes to a village and draws a street of three vertices in the middle of the window. */
    void drawStreet(String village) {
        goTo(village);
        BoundingBox map = page.locator(".map-view").boundingBox();
        double x = map.x + map.width / 2;
        double y = map.y + map.height / 2;
        for (int[] offset : new int[][] {{-180, 70}, {-40, 30}, {110, -40}}) {
            page.mouse().click(x + offset[0], y + offset[1]);
        }
        page.keyboard().press("Enter");
        assertThat(page.locator(".tools")).containsText("3 个节点");
        assertThat(page.locator(".where")).containsText(village);
    }

    private void goTo(String village) {
        visit.seesMap();
        page.locator(".panel #search").fill(village);
        visit.suggestions()
                .filter(new Locator.FilterOptions().setHasText(village))
                .first()
                .click();
        page.waitForFunction("() => /^\\d+ 米$/.test(document.querySelector('.scale').textContent.trim())");
        visit.seesMap();
    }

    void type(String name) {
        page.locator("input[name=name]").fill(name);
    }

    Locator findings() {
        return page.locator("#verdict");
    }

    void next() {
        visit.button("下一步").click();
    }

    void fill(String field, String words) {
        page.locator("[name='" + field + "']").fill(words);
    }

    /** Does one step with what its dialog asks for already filled in. */
    void act(String action) {
        begin(action);
        confirm(action);
    }

    Locator begin(String action) {
        page.locator(".next .acts")
                .getByText(action, new Locator.GetByTextOptions().setExact(true))
                .click();
        return dialog(action);
    }

    /** Opens a dialog whose title is not the button's word. */
    Locator begin(String button, String title) {
        page.locator(".next").getByText(button).click();
        return dialog(title);
    }

    void confirm(String action) {
        Locator dialog = dialog(action);
        dialog.locator(".el-dialog__footer .el-button--primary").click();
        assertThat(dialog).isHidden();
        assertThat(visit.text("已" + action)).isVisible();
    }

    private Locator dialog(String title) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }

    /** Puts a scan to the case where the next step asks for one. */
    void upload(String kind) {
        page.locator(".next input[data-kind=" + kind + "]")
                .setInputFiles(new FilePayload(kind + ".png", "image/png", picture()));
        assertThat(page.locator(".next input[data-kind=" + kind + "]")).hasCount(0);
    }

    /** With BROWSER_SHOTS set, people can look at what the page was like. */
    void look(String name) {
        look(page, name);
    }

    static void look(Page page, String name) {
        String folder = System.getenv("BROWSER_SHOTS");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }

    private static byte[] picture() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        visit.close();
    }
}
