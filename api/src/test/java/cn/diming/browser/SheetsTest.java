package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Role;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Somebody who prints sheets for the first time. */
class SheetsTest {

    private static final double DRAWING_MILLIS = 90_000;

    private final DemoSite site = DemoSite.running();

    @Test
    void aTownIsChosenLookedAtPrintedAndFetched() throws IOException {
        try (DeskVisit desk = DeskVisit.signedIn(site, site.member(Role.NAMING_OFFICER))) {
            site.service.catchUp();
            choose(desk, "白坝镇");
            Locator paper = desk.page.locator(".viewer .paper img");
            assertThat(paper).isVisible(patient());
            assertThat(desk.page.locator(".viewer .name").first()).isAttached();
            moveAName(desk);
            desk.visit.button("成批印制").click();
            desk.visit.button("开始印制").click();
            Locator run = desk.page.locator("article").first();
            assertThat(run).containsText("已完成", new LocatorAssertions.ContainsTextOptions().setTimeout(DRAWING_MILLIS));
            assertThat(run).containsText("1/1 幅");
            Path zip = desk.page
                    .waitForDownload(() -> desk.visit.button("下载全部").click())
                    .path();
            try (ZipFile file = new ZipFile(zip.toFile())) {
                assertThat(file.getEntry("01_白坝镇.pdf")).isNotNull();
                assertThat(file.getEntry("index.html")).isNotNull();
            }
            Download book =
                    desk.page.waitForDownload(() -> desk.visit.button("合订本").click());
            assertThat(book.suggestedFilename()).isEqualTo("白坝镇.pdf");
            run.getByText("各幅情况").click();
            assertThat(run.locator(".sheets img")).isVisible();
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    @Test
    void aStreetPlanAndTheMapInViewArePrintedWhereTheyAreLookedFor() throws IOException {
        try (DeskVisit desk = DeskVisit.signedIn(site, site.member(Role.NAMING_OFFICER))) {
            Map.Entry<Long, String> street = street();
            desk.open("/#&id=" + street.getKey());
            desk.visit.seesMap();
            String plan = words(desk, "门牌分布图");
            assertThat(plan).contains(street.getValue(), "本图所指线路", "内部使用");
            desk.visit.button("打印当前地图").click();
            Locator bar = desk.page.locator(".print-bar");
            Locator scale = bar.locator(".scale");
            assertThat(scale).containsText("随地图 1:");
            bar.getByLabel("图名").fill("防汛示意");
            String shown = scale.innerText().replaceAll(".*1:([\\d,]+).*", "$1");
            assertThat(words(desk, "生成 PDF")).contains("防汛示意", "1∶" + shown.strip());
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    /** One of the demo county that is drawn. */
    private Map.Entry<Long, String> street() {
        return site.service
                .core
                .db()
                .sql(
                        "SELECT id, name FROM place WHERE category = 'STREET' AND name IS NOT NULL AND geom IS NOT NULL ORDER BY id")
                .list(row -> Map.entry(row.getLong("id"), row.getText("name")))
                .getFirst();
    }

    /** What stands in the PDF that a button gives. */
    private static String words(DeskVisit desk, String button) throws IOException {
        Download file = desk.page.waitForDownload(
                new Page.WaitForDownloadOptions().setTimeout(DRAWING_MILLIS),
                () -> desk.visit.button(button).click());
        try (PDDocument pdf = Loader.loadPDF(file.path().toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static LocatorAssertions.IsVisibleOptions patient() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(DRAWING_MILLIS);
    }

    private static void choose(DeskVisit desk, String town) {
        desk.open("/sheets");
        desk.page.locator(".picker").first().click();
        desk.page.locator(".division-popper input").first().fill(town);
        desk.page
                .locator(".division-popper .found button")
                .filter(new Locator.FilterOptions().setHasText(town))
                .first()
                .click();
    }

    /** Drags the name of a village a little and sees that it is kept. */
    private static void moveAName(DeskVisit desk) {
        desk.page.waitForLoadState();
        Locator name = desk.page.locator(".viewer .name[aria-label='潘家冲村委会']").first();
        String text = name.getAttribute("aria-label");
        name.scrollIntoViewIfNeeded();
        BoundingBox box = name.boundingBox();
        desk.page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        desk.page.mouse().down();
        desk.page.mouse().move(box.x + box.width / 2 + 8, box.y + box.height / 2 + 6);
        desk.page.mouse().up();
        assertThat(desk.visit.text("位置已记下")).isVisible();
        assertThat(desk.page
                        .locator(".viewer .name.pinned")
                        .and(desk.page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(text).setExact(true)))
                        .first())
                .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(DRAWING_MILLIS));
    }
}
