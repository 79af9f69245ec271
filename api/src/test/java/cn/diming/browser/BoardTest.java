package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Role;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The board of the year: from the county down to a village, a target, the annual report. */
class BoardTest {

    private final DemoSite site = DemoSite.running();

    @Test
    void theFiguresAreFollowedDownToAVillageAndTakenHomeAsAReport() throws IOException {
        try (DeskVisit desk = DeskVisit.signedIn(site, site.member(Role.ADMINISTRATOR))) {
            desk.open("/board");
            Locator figures = desk.page.locator(".figure");
            assertThat(figures).hasCount(7);
            assertThat(desk.page.locator(".lead")).containsText("云溪县");
            assertThat(desk.page.locator("svg path").first()).isAttached();

            desk.visit.button("白坝镇").click();
            assertThat(desk.page.locator(".chain")).containsText("白坝镇");
            assertThat(desk.page.locator("tbody tr").first()).isVisible();

            desk.visit.button("设定目标").click();
            desk.page
                    .getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("设置地名标志"))
                    .fill("120");
            desk.visit.button("保存").click();
            assertThat(figures.nth(3)).containsText("目标 120");

            desk.page.locator("tbody tr").first().locator(".link").click();
            assertThat(desk.page.getByText("没有下级区划")).isVisible();

            desk.visit.button("导出年度报表").click();
            Download report = desk.page.waitForDownload(
                    () -> desk.page.getByText("报表（PDF）").click());
            assertThat(report.suggestedFilename()).endsWith("年乡村地名工作年度报表.pdf");
            byte[] head = Files.readAllBytes(report.path());
            assertThat(new String(head, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }
}
