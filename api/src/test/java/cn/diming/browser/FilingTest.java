package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Role;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilingTest {

    private final DemoSite site = DemoSite.running();
    private final DemoSite.Member officer = site.member(Role.NAMING_OFFICER);
    private DeskVisit desk = DeskVisit.signedIn(site, officer);

    @BeforeEach
    void begin() {
        desk.beginCase("命名");
        desk.drawStreet("福峰村");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void theNameOfAStreetNearbyIsFoundWhileTypingAndShownOnTheMap() {
        desk.next();
        desk.type("红庄路");
        Locator finding = desk.page.locator(".findings > li").first();
        assertThat(finding).containsText("重名");
        assertThat(finding).containsText("《地名管理条例》第九条");
        assertThat(desk.page.locator(".map-mark").first()).containsText("红庄路");
        desk.type("和畅路");
        assertThat(desk.findings()).containsText("没有发现问题");
        assertThat(desk.page.locator(".map-mark")).hasCount(0);
        assertThat(desk.visit.troubles()).isEmpty();
    }

    @Test
    void aLineIsCutReversedAndBroughtBack() {
        String before = desk.page.locator(".tools b").textContent();
        desk.page.locator(".tools").getByText("反向").click();
        assertThat(desk.page.locator(".tools b")).not().hasText(before);
        desk.page.locator(".map-view").focus();
        desk.page.keyboard().press("Control+z");
        assertThat(desk.page.locator(".tools b")).hasText(before);
        desk.page.keyboard().press("Control+y");
        assertThat(desk.page.locator(".tools b")).not().hasText(before);
    }

    @Test
    void aStreetIsDrawnByKeyboardAlone() {
        desk.page.locator(".tools").getByText("清除").click();
        desk.page.locator(".map-view").focus();
        for (int vertex = 0; vertex < 3; vertex++) {
            desk.page.keyboard().press("Space");
            assertThat(desk.page.locator(".tools .row")).hasCount(2);
            desk.page.keyboard().press("ArrowRight");
            desk.page.waitForTimeout(400);
        }
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator(".tools b")).containsText("3 个节点");
    }

    @Test
    void whatWasNotSavedIsOfferedAgainAfterTheTabWasClosed() {
        desk.next();
        desk.type("和畅路");
        assertThat(desk.visit.text("已暂存在本机")).isVisible();
        desk.page.close(new com.microsoft.playwright.Page.CloseOptions().setRunBeforeUnload(false));
        try (Visit again = desk.visit.anotherTab()) {
            again.open("/desk/new");
            assertThat(again.text("上次没有填完")).isVisible();
            again.button("接着填").click();
            assertThat(again.page.locator("input[name=name]")).hasValue("和畅路");
        }
    }

    @Test
    void twoWhoEditOneCaseAreToldAndLoseNothing() {
        desk.next();
        desk.type("和畅路");
        desk.visit.button("保存草稿").click();
        assertThat(desk.visit.text("已保存")).isVisible();
        desk.open("/desk/cases?mine=1");
        desk.page
                .locator(".case")
                .filter(new Locator.FilterOptions().setHasText("和畅路"))
                .first()
                .click();
        desk.page.locator(".steps").getByText("说明").click();
        try (DeskVisit colleague = DeskVisit.signedIn(site, site.member(Role.NAMING_OFFICER))) {
            colleague.visit.page.navigate(desk.page.url());
            colleague.page.locator(".steps").getByText("说明").click();
            colleague.fill("reason", "同事写的理由");
            colleague.fill("meaning", "同事写的含义");
            colleague.visit.button("保存草稿").click();
            assertThat(colleague.visit.text("已保存")).isVisible();
        }
        desk.fill("reason", "我写的理由");
        desk.fill("origin", "我写的来历");
        desk.visit.button("保存草稿").click();
        Locator dialog = desk.page.locator(".el-dialog").filter(new Locator.FilterOptions().setHasText("别人也改了这件事项"));
        assertThat(dialog).containsText("我写的理由");
        dialog.getByText("同事写的理由").click();
        dialog.getByText("按选定的内容保存").click();
        assertThat(dialog).isHidden();
        assertThat(desk.page.locator("[name=reason]")).hasValue("同事写的理由");
        assertThat(desk.page.locator("[name=meaning]")).hasValue("同事写的含义");
        assertThat(desk.page.locator("[name=origin]")).hasValue("我写的来历");
    }
}
