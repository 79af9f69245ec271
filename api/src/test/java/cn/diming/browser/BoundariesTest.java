package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Walk;
import cn.diming.core.patrol.TrackFile;
import cn.diming.core.record.StoredRecord;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Lines and markers are registered, checked, walked and mended on the page. */
class BoundariesTest {

    private final DemoSite site = DemoSite.running();
    private final DemoSite.Member administrator = site.member(Role.ADMINISTRATOR);

    @Test
    void aLineOutOfAFileIsRegisteredAndGetsAMarkerWithAForm() {
        try (DeskVisit desk = DeskVisit.signedIn(site, administrator)) {
            desk.open("/boundaries");
            desk.visit.button("登记界线").click();
            desk.page.getByLabel("界线名称").fill("界线测试线");
            desk.page.locator("form .el-select").first().click();
            desk.page.getByRole(AriaRole.OPTION, named("村级管理线")).click();
            choose(desk, 0, "福峰村");
            choose(desk, 1, "潘家冲村");
            desk.page.getByLabel("协议书名称或文号").fill("福峰村与潘家冲村协商记录");
            Locator file = desk.page.locator("input[type=file][accept*=gpx]");
            file.setInputFiles(payload("swapped.csv", "30.65,117.72\n30.66,117.73\n"));
            assertThat(desk.page.getByRole(AriaRole.ALERT)).containsText("看来是");
            file.setInputFiles(payload(
                    "line.gpx",
                    "<gpx><trk><trkseg><trkpt lat='30.66' lon='117.70'/><trkpt lat='30.655' lon='117.715'/>"
                            + "<trkpt lat='30.65' lon='117.72'/></trkseg></trk></gpx>"));
            assertThat(desk.page.locator(".tools")).containsText("3 个节点");
            desk.visit.seesMap();
            desk.look("boundaries-register");
            desk.page
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("登记").setExact(true))
                    .click();
            assertThat(desk.page.locator("h2")).containsText("界线测试线");

            registerMarker(desk);
            Download form =
                    desk.page.waitForDownload(() -> desk.visit.button("界桩登记表").click());
            assertThat(form.suggestedFilename()).endsWith("号界桩登记表.pdf");

            desk.page.getByRole(AriaRole.TAB, named("检查")).click();
            Locator finding = desk.page
                    .locator(".findings button:enabled")
                    .filter(new Locator.FilterOptions().setHasText("BL-15"))
                    .first();
            assertThat(finding).containsText("登记不全");
            finding.click();
            desk.visit.seesMap();
            Download findings =
                    desk.page.waitForDownload(() -> desk.visit.button("导出检查结果").click());
            assertThat(findings.suggestedFilename()).isEqualTo("界线测试线检查结果.csv");
            desk.look("boundaries-checks");
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    private static void registerMarker(DeskVisit desk) {
        desk.page.getByRole(AriaRole.TAB, named("界桩")).click();
        desk.visit.button("登记界桩").click();
        assertThat(desk.page.getByLabel("界桩号（桩上文字）")).hasValue(Pattern.compile("\\d{4}001Q"));
        BoundingBox map = desk.page.locator(".map-view").boundingBox();
        desk.page.mouse().click(map.x + map.width / 2, map.y + map.height / 2);
        assertThat(desk.page.getByLabel("经度")).hasValue(Pattern.compile("117\\.\\d{7}"));
        desk.page.getByLabel("方位物 1", exactly()).fill("古樟树");
        desk.page.getByLabel("方位角 1").fill("35.5");
        desk.page.getByLabel("距离 1").fill("12.4");
        desk.look("boundaries-marker");
        desk.visit.button("保存登记").click();
        Locator marker = desk.page.locator(".markers .picked");
        assertThat(marker).containsText("古樟树：方位角 35.5°，距 12.4 米");
        assertThat(marker).containsText("四个方向的照片");
    }

    @Test
    void aTrackShowsWhatNobodyWalkedAndTheGapIsExplained() throws Exception {
        BoundaryLine line = site.service.core.boundaryLines().list(Actor.OPERATOR, Optional.empty()).stream()
                .filter(one -> one.name().contains("—"))
                .max(Comparator.comparingDouble(
                        one -> new LineMeasure(one.current().geometry()).lengthMetres()))
                .orElseThrow();
        try (DeskVisit desk = DeskVisit.signedIn(site, administrator)) {
            desk.open("/boundaries/" + line.id());
            desk.page.getByRole(AriaRole.TAB, named("巡查")).click();
            Locator upload = desk.page.getByLabel("上传 GPX 轨迹（可多个）");
            upload.setInputFiles(track(line));
            Locator result = desk.page.locator(".result");
            assertThat(result).containsText("1 处缺口没有说明原因");
            assertThat(desk.page.locator(".gaps li")).hasCount(1);
            desk.page.locator(".gaps button").click();
            desk.visit.seesMap();
            desk.look("boundaries-patrol");
            desk.page.getByLabel("走不到的原因（水面、悬崖等） 1").fill("水库水面，无法通行");
            desk.visit.button("写入证明并重新签名").click();
            assertThat(desk.visit.text("证明已重新签名")).isVisible();
            assertThat(result).not().containsText("没有说明原因");
            Download paper = desk.page.waitForDownload(
                    () -> desk.visit.button("巡查证明 PDF").click());
            assertThat(paper.suggestedFilename()).endsWith("巡查证明.pdf");
            Download evidence = desk.page.waitForDownload(
                    () -> desk.visit.button("证据文件 ZIP").click());
            try (ZipFile zip = new ZipFile(evidence.path().toFile())) {
                assertThat(zip.stream().map(entry -> entry.getName()))
                        .containsExactly("export.json", "proof.json", "track-1.gpx");
            }
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    @Test
    void anOverlapIsFoundShownAndMendedAfterConfirmation() {
        overlap();
        try (DeskVisit desk = DeskVisit.signedIn(site, administrator)) {
            desk.open("/boundaries");
            desk.page.getByRole(AriaRole.TAB, named("覆盖检查")).click();
            desk.page
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("检查").setExact(true))
                    .click();
            Locator finding = desk.page
                    .locator(".findings li")
                    .filter(new Locator.FilterOptions().setHasText("测甲村"))
                    .filter(new Locator.FilterOptions().setHasText("测乙村"))
                    .first();
            finding.locator("button").first().click();
            finding.getByText("邻接较短的一方退让").click();
            assertThat(finding.locator(".proposal")).containsText("测乙村　面积 -6393.3 平方米");
            desk.look("boundaries-repair");
            finding.getByText("确认修复").click();
            desk.page.getByRole(AriaRole.DIALOG).locator(".el-button--primary").click();
            assertThat(desk.visit.text("已修复，改动 1 个区划")).isVisible();
            assertThat(finding).hasCount(0);
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    @Test
    void onATelephoneTheMapLiesAboveThePanel() {
        try (Visit visit = site.phone()) {
            visit.signIn(administrator.login(), administrator.password());
            visit.seesMap();
            visit.open("/boundaries");
            visit.seesMap();
            assertThat(visit.page.locator(".lines button").first()).isVisible();
            DeskVisit.look(visit.page, "boundaries-phone");
            visit.page.locator(".lines button").first().click();
            visit.page.getByRole(AriaRole.TAB, named("巡查")).click();
            assertThat(visit.page.getByText("上传 GPX 轨迹（可多个）")).isVisible();
            DeskVisit.look(visit.page, "boundaries-phone-patrol");
            assertThat(visit.troubles()).isEmpty();
        }
    }

    /** Other tests see the demo county alone. */
    @AfterEach
    void takeTheVillagesOffTheMap() {
        Core core = site.service.core;
        for (String code : List.of("340088101201", "340088101202")) {
            core.divisions().find(code).ifPresent(village -> {
                StoredRecord stored =
                        core.store().find(RecordKind.DIVISION, village.id()).orElseThrow();
                core.records().delete(Actor.OPERATOR, stored.id(), stored.version());
            });
        }
        core.divisions().rebuild();
    }

    /** Two villages of a town of their own, beside the demo county but within its rectangle, that claim the same strip. */
    private void overlap() {
        site.service
                .core
                .intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.DIVISION,
                        "boundaries-test",
                        List.of(
                                Drafts.division("340088101201", "测甲村", 5, "", Optional.of(box(117.515, 117.525))),
                                Drafts.division("340088101202", "测乙村", 5, "", Optional.of(box(117.5249, 117.534)))));
        site.service.core.divisions().rebuild();
    }

    private static Geometry box(double west, double east) {
        return Drafts.wkt("POLYGON ((%1$s 30.3755, %2$s 30.3755, %2$s 30.3815, %1$s 30.3815, %1$s 30.3755))"
                .formatted(west, east));
    }

    /** All of the line but 300 metres in its middle. */
    private static FilePayload track(BoundaryLine line) {
        Walk walk = new Walk(line.current().geometry(), 1, 0);
        double middle = walk.lineMetres() / 2;
        TrackFile file = walk.along(0, middle - 150)
                .pause()
                .along(middle + 150, walk.lineMetres())
                .file("巡界.gpx");
        return new FilePayload(file.name(), "application/octet-stream", file.content());
    }

    private static FilePayload payload(String name, String text) {
        return new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void choose(DeskVisit desk, int picker, String village) {
        desk.page.locator("form .picker").nth(picker).click();
        Locator popper = desk.page.locator(".division-popper:visible");
        assertThat(popper).hasCount(1);
        popper.locator("input").fill(village);
        popper.locator(".found button")
                .filter(new Locator.FilterOptions().setHasText(village))
                .first()
                .click();
        assertThat(popper).hasCount(0);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
