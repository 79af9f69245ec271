package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The public page of a village, what officers write for it, and the layers of facilities. */
class VillageTest {

    private static final String VILLAGE = "349901100201";

    private final DemoSite site = DemoSite.running();

    @Test
    void aVillageIsReadSharedAndPrinted() {
        try (Visit visit = site.desk()) {
            Page page = visit.page;
            page.navigate(site.service.url() + "/village/" + VILLAGE);
            assertThat(page.locator("h1")).hasText("李家坪村");
            assertThat(page.locator("#map img")).isVisible();
            assertThat((Integer) page.locator("#map img").evaluate("image => image.naturalWidth"))
                    .isEqualTo(1800);
            assertThat(page.locator("#stories article")).not().hasCount(0);
            assertThat(page.locator(".services li").first()).isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("打印")))
                    .isVisible();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".tools")).isHidden();
            byte[] paper = page.pdf();
            assertThat(new String(paper, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
            assertThat(visit.troubles()).isEmpty();
        }
    }

    @Test
    void aVillageFitsATelephone() {
        try (Visit visit = site.desk()) {
            Page page = visit.page;
            page.setViewportSize(390, 844);
            page.navigate(site.service.url() + "/village/" + VILLAGE);
            assertThat(page.locator("h1")).hasText("李家坪村");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            page.locator(".chain a").last().click();
            assertThat(page.locator("h1")).hasText("白坝镇");
            page.getByText("李家坪村").click();
            assertThat(page.locator("h1")).hasText("李家坪村");
        }
    }

    @Test
    void anOfficerPutsARouteOnTheMapAndEverybodyReadsIt() {
        try (DeskVisit desk = DeskVisit.signedIn(site, site.member(Role.ADMINISTRATOR))) {
            Page page = desk.page;
            desk.open("/local/new");
            page.getByLabel("名称", new Page.GetByLabelOptions().setExact(true)).fill("试走线");
            page.locator(".editor .el-select").first().click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("游览线路"))
                    .click();
            page.getByLabel("一句话简介").fill("沿溪走一圈");
            Locator map = page.locator(".editor .map-view");
            map.scrollIntoViewIfNeeded();
            assertThat(map).isVisible();
            page.waitForFunction("document.querySelector('.editor .leaflet-container canvas')");
            BoundingBox box = map.boundingBox();
            page.mouse().click(box.x + box.width / 2 - 80, box.y + box.height / 2);
            page.mouse().click(box.x + box.width / 2, box.y + box.height / 2 - 30);
            page.mouse().click(box.x + box.width / 2 + 80, box.y + box.height / 2);
            assertThat(page.locator(".editor h3").first()).containsText("米");
            page.locator(".editor .el-switch").click();
            desk.visit.button("保存").click();
            assertThat(page.locator("aside li").first()).containsText("试走线");
            Locator home = page.locator(".editor .bar a");
            assertThat(home).isVisible();
            home.click();
            assertThat(page.locator("#visit")).containsText("试走线");
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    @Test
    void facilitiesOfCivilAffairsAreALayerAndTheNearestIsFound() {
        try (Visit visit = site.desk()) {
            visit.page.navigate(site.service.url() + "/#16/30.6166/117.7257&at=117.7257,30.6166");
            visit.seesMap();
            Locator services = visit.page
                    .locator("section")
                    .filter(new Locator.FilterOptions().setHasText("最近的民政服务"))
                    .last();
            assertThat(services.locator("li").first()).containsText("颐康");
            services.getByText("儿童福利").click();
            assertThat(services.locator("li").first()).containsText("儿童之家");
            visit.button("图层").click();
            Locator civil = visit.page.getByLabel("民政设施");
            assertThat(civil).isChecked();
            Locator panel = visit.page.locator(".layers");
            assertThat(panel).containsText("长者饭堂");
            civil.uncheck();
            assertThat(panel.locator(".legend")).not().containsText("长者饭堂");
            assertThat(panel.locator(".legend")).containsText("学校");
            assertThat(visit.troubles()).isEmpty();
        }
    }
}
