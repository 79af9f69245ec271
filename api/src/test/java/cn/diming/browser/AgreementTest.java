package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.boundary.Agreement;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.DivisionCode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an agreement says and rests on, on the page; and what has moved since. */
class AgreementTest {

    private static final byte[] FILE = "%PDF-1.4\n% 测甲村测乙村界线协议书\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private final DemoSite site = DemoSite.running();
    private final Core core = site.service.core;
    private final DemoSite.Member administrator = site.member(Role.ADMINISTRATOR);
    private final StoredRecord river = river();

    @Test
    void aCopyIsArchivedStretchesAreWrittenAndAMovedRiverOpensASpecialInspection() throws IOException {
        BoundaryLine line = line();
        try (DeskVisit desk = DeskVisit.signedIn(site, administrator)) {
            desk.open("/boundaries/" + line.id());
            archive(desk);
            describe(desk);
            inspect(desk);
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    private static void archive(DeskVisit desk) throws IOException {
        desk.page.getByRole(AriaRole.TAB, named("协议版本")).click();
        desk.page.getByLabel("归档协议第 1 版的文件").setInputFiles(new FilePayload("协议书（签字件）.pdf", "application/pdf", FILE));
        Locator name = desk.page.locator("button.name");
        assertThat(name).hasText("协议书（签字件）.pdf");
        Download download = desk.page.waitForDownload(name::click);
        assertThat(Files.readAllBytes(download.path())).isEqualTo(FILE);
        assertThat(desk.page.getByText("与登记的摘要相符")).isVisible();
        desk.look("boundaries-documents");
        desk.visit.button("撤下").click();
        desk.page.locator(".el-message-box input").fill("误传为另一条界线的协议书");
        desk.page.locator(".el-message-box .el-button--primary").click();
        assertThat(desk.page.locator("li.struck")).containsText("撤下：误传为另一条界线的协议书");
    }

    private static void describe(DeskVisit desk) {
        desk.visit.button("登记新的协议版本").click();
        desk.page.getByLabel("协议书名称或文号").fill("测甲村测乙村界线补充协议");
        desk.visit.button("加一段").click();
        desk.page.getByLabel("第 1 段终点里程").fill("99999");
        desk.page.getByLabel("第 1 段地物名称").fill("测试河");
        assertThat(desk.page.locator(".fault")).containsText("超出界线长度");
        desk.page.getByLabel("第 1 段终点里程").fill("600");
        desk.page.getByLabel("第 1 段说明").fill("自三交点起，沿河流中心线");
        desk.visit.button("加一段").click();
        assertThat(desk.page.getByLabel("第 2 段起点里程")).hasValue("600");
        desk.page.getByLabel("第 2 段说明").scrollIntoViewIfNeeded();
        desk.look("boundaries-sections");
        desk.visit.button("登记新版本").click();
        Locator facts = desk.page.locator("dl.facts");
        assertThat(facts).containsText("0 — 600 米");
        assertThat(facts).containsText("测试河");
        assertThat(facts).containsText("协议第 2 版");
    }

    private static void inspect(DeskVisit desk) {
        desk.page.getByRole(AriaRole.TAB, named("检查")).click();
        desk.visit.button("发起专项检查").click();
        Locator dialog = desk.page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("原因")).hasValue(Pattern.compile("测试河已离开界线 \\d+\\.\\d\\d 米（里程 0 至 600 米，以河流为界）"));
        desk.look("boundaries-special");
        dialog.locator(".el-button--primary").last().click();
        desk.page.waitForURL(Pattern.compile(".*/inspections/\\d+"));
        assertThat(desk.page.getByText("专项检查").first()).isVisible();
    }

    /** Other tests see the demo county alone. */
    @AfterEach
    void takeTheRiverOffTheMap() {
        core.records().delete(Actor.OPERATOR, river.id(), river.version());
    }

    private StoredRecord river() {
        return core.records()
                .create(
                        Actor.OPERATOR,
                        RecordKind.PLACE,
                        new RecordDraft(
                                "agreement-test",
                                Map.of("name", "测试河", "category", "NATURAL", "status", "RECORDED"),
                                Optional.of(Drafts.wkt("LINESTRING (117.6 30.5503, 117.61 30.5503)")),
                                List.of(),
                                List.of()));
    }

    private BoundaryLine line() {
        return core.boundaryLines()
                .register(
                        Actor.OPERATOR,
                        "测甲测乙线",
                        LineKind.LEGAL,
                        new Agreement(
                                "测甲村测乙村界线协议书",
                                Optional.of(LocalDate.of(2024, 5, 20)),
                                Optional.empty(),
                                Optional.empty(),
                                DivisionCode.parse("340088101301"),
                                DivisionCode.parse("340088101302"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(10_000),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()),
                        Drafts.wkt("LINESTRING (117.6 30.55, 117.605 30.55, 117.61 30.55)"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
