package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private final DemoSite site = DemoSite.running();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/about",
                "/accounts",
                "/nowhere",
                "/api/docs",
                "/register",
                "/protection",
                "/profiles",
                "/register/audit",
                "/desk",
                "/desk/new",
                "/local",
                "/public/comments"
            })
    void everyPageSaysThatTheDataIsInvented(String path) {
        try (Visit visit = site.desk()) {
            visit.open(path);
            assertThat(visit.page.getByRole(AriaRole.NOTE).first()).containsText("演示数据，纯属虚构");
        }
    }

    @Test
    void anUnknownAddressIsAnsweredByAPage() {
        try (Visit visit = site.desk()) {
            Response response = visit.page.navigate(site.service.url() + "/nowhere/at/all");
            assertThat(response.status()).isEqualTo(404);
            assertThat(visit.text("没有这个页面")).isVisible();
            visit.text("返回地图").click();
            visit.seesMap();
        }
    }

    @Test
    void theAboutPageLeadsToTheDocumentationOfTheInterface() {
        try (Visit visit = site.desk()) {
            visit.open("/about");
            visit.text("接口文档").click();
            assertThat(visit.page.locator(".swagger-ui .info").first()).isVisible();
            assertThat(visit.troubles()).isEmpty();
        }
    }

    @Test
    void everyExampleOfTheInterfaceIsAliveAndFindsSomething() {
        try (Visit visit = site.desk()) {
            visit.open("/api");
            Locator examples = visit.page.locator("article");
            assertThat(examples.first()).isVisible();
            assertThat(examples.count()).isGreaterThan(15);
            for (Locator example : examples.all()) {
                example.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("运行"))
                        .click();
                assertThat(example.getByRole(AriaRole.STATUS)).containsText("HTTP 200");
                assertThat(example.locator("pre")).not().containsText("\"hits\": []");
                assertThat(example.locator("pre")).not().containsText("\"features\": []");
            }
            assertThat(visit.troubles()).isEmpty();
        }
    }

    @Test
    void aRecordThatIsGoneIsToldInChinese() {
        try (Visit visit = site.desk()) {
            visit.open("/#&id=999999999");
            assertThat(visit.text("未能载入这条记录")).isVisible();
            assertThat(visit.text("没有编号为 999999999 的记录")).isVisible();
        }
    }

    @Test
    void aFailureOfTheServiceIsToldInChineseWithItsNumber() {
        try (Visit visit = site.desk()) {
            visit.openMap("");
            visit.page.route(
                    "**/api/v1/search?*",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(500)
                            .setContentType("application/problem+json")
                            .setBody("""
                            {"type": "urn:diming:problem:broken", "title": "服务出错", "status": 500,
                             "detail": "服务出错了。", "instance": "urn:diming:incident:1a2b3c4d"}""")));
            visit.searchBox().fill("邱家冲");
            visit.searchBox().press("Enter");
            assertThat(visit.text("搜索未能完成")).isVisible();
            assertThat(visit.text("服务出错了。 事件编号 1a2b3c4d")).isVisible();
        }
    }

    @Test
    void aLostConnectionIsToldInChinese() {
        try (Visit visit = site.desk()) {
            visit.openMap("");
            visit.page.context().setOffline(true);
            visit.searchBox().fill("邱家冲");
            visit.searchBox().press("Enter");
            assertThat(visit.text("无法连接服务器")).isVisible();
        }
    }

    /** Names are whatever a source brought; a page shows them as they are. */
    @Test
    void aNameMadeOfMarkupIsShownAsText() {
        String name = "<img src=x onerror=alert(1)>村";
        String body = """
                {"kind": "PLACE", "name": "%1$s", "classCode": "22200", "meaning": "<script>alert(2)</script>", "source": "%1$s",
                 "attributes": {"备注": "<svg onload=alert(3)>"}, "geometry": {"type": "Point", "coordinates": [117.7, 30.62]}}""".formatted(name);
        long id = site.service
                .member(Role.NAMING_OFFICER, "349901")
                .post("/api/v1/places", body)
                .hasStatus(201)
                .json()
                .get("id")
                .asLong();
        try (Visit visit = site.desk()) {
            visit.openMap("#17/30.62000/117.70000&id=" + id);
            assertThat(visit.cardTitle()).hasText(name);
            assertThat(visit.card()).containsText("<script>alert(2)</script>");
            assertThat(visit.card()).containsText("<svg onload=alert(3)>");
            visit.page.mouse().click(720, 450);
            assertThat(visit.page.locator(".panel")).containsText(name);
            assertThat(visit.page.locator("article img, article script, article svg[onload]"))
                    .hasCount(0);
            assertThat(visit.troubles()).isEmpty();
        }
    }
}
