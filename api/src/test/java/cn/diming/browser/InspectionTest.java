package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.geo.LonLat;
import cn.diming.core.inspection.InspectionRound;
import cn.diming.core.inspection.Inspections;
import cn.diming.core.inspection.ItemAnswer;
import cn.diming.core.inspection.RoundFile;
import cn.diming.core.inspection.Side;
import cn.diming.dataimport.DemoInspection;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The demo's round from the field, with a telephone that loses its line, to both signatures and the archive. */
class InspectionTest {

    private static final double PATIENCE_MILLIS = 60_000;

    private final DemoSite site = DemoSite.running();
    private final Core core = site.service.core;
    private final InspectionRound round = DemoInspection.find(core).orElseThrow();
    private final List<BoundaryMarker> markers =
            core.boundaryMarkers().of(core.boundaryLines().find(round.lineId()).orElseThrow());

    @Test
    void bothSidesInspectWithoutALineSignAndFile() {
        DemoSite.Member left = site.member(Role.BOUNDARY_INSPECTOR, round.left().prefix());
        DemoSite.Member right =
                site.member(Role.BOUNDARY_INSPECTOR, round.right().prefix());
        try (Visit phone = site.phone()) {
            signIn(phone, left);
            DeskVisit.look(phone.page, "inspect-home");
            phone.page.context().setOffline(true);
            phone.page.reload();
            assertThat(phone.page.locator(".banner")).containsText("没有网络");
            markers.forEach(marker -> check(phone.page, marker));
            walk(phone.page);
            assertThat(phone.page.locator(".state")).containsText(markers.size() + 1 + " 条待上传");
            phone.page.context().setOffline(false);
            assertSent(phone.page);
            phone.page.locator(".tabs button").first().tap();
            assertThat(item(phone.page, markers.getFirst())).containsText("位移");
            DeskVisit.look(phone.page, "inspect-sent");
        }
        try (Visit phone = site.phone()) {
            signIn(phone, right);
            markers.forEach(marker -> check(phone.page, marker));
            phone.page.locator(".tabs button").nth(2).tap();
            phone.page.locator("button.wide").tap();
            assertThat(phone.page.locator(".good")).containsText("我方已确认");
            DeskVisit.look(phone.page, "inspect-other");
            assertSent(phone.page);
        }
        answerEverything();
        signBoth(left, right);
    }

    private void signIn(Visit phone, DemoSite.Member member) {
        LonLat here = markers.getFirst().position().orElseThrow();
        phone.page.context().grantPermissions(List.of("geolocation"));
        phone.page.context().setGeolocation(new Geolocation(here.lat(), here.lon()).setAccuracy(4));
        phone.open("/inspect/");
        phone.page.locator("input[name=username]").fill(member.login());
        phone.page.locator("input[name=password]").fill(member.password());
        phone.page.locator("button.primary").tap();
        assertThat(phone.page.locator(".tabs")).isVisible();
        phone.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    }

    private static Locator item(Page page, BoundaryMarker marker) {
        return page.locator(".item").filter(new Locator.FilterOptions().setHasText(marker.officialNumber()));
    }

    private static void assertSent(Page page) {
        assertThat(page.locator(".state")).containsText("都传好了", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** The first marker is set anew with the other side there, by whoever comes first; the others are sound. */
    private void check(Page page, BoundaryMarker marker) {
        LonLat place = marker.position().orElseThrow();
        page.context().setGeolocation(new Geolocation(place.lat() + 0.00001, place.lon()).setAccuracy(4));
        item(page, marker).tap();
        assertThat(page.locator(".accuracy")).containsText("±4 米");
        boolean reset = marker.equals(markers.getFirst())
                && page.locator(".banner.calm").count() == 0;
        page.locator(".before input[data-album]").setInputFiles(photo("前 " + marker.officialNumber()));
        assertThat(page.locator(".before img")).isVisible();
        page.locator("[data-status=" + (reset ? "LOST" : "INTACT") + "]").tap();
        if (reset) {
            page.locator("input[name=cause]").fill("修路挖走");
            page.locator("[data-action=RESET]").tap();
            page.locator("footer button.primary").tap();
            assertThat(page.locator(".bar .failure")).containsText("对方在场人员");
            page.locator("input[name=otherSide]").fill("演示丙");
            page.locator(".after input[data-album]").setInputFiles(photo("后 " + marker.officialNumber()));
            assertThat(page.locator(".after img")).isVisible();
            DeskVisit.look(page, "inspect-marker");
        }
        page.locator("footer button.primary").tap();
        assertThat(item(page, marker)).isVisible();
    }

    private static void walk(Page page) {
        page.locator(".tabs button").nth(1).tap();
        page.locator("footer button.primary").tap();
        page.locator("select[name=from]").selectOption("起点");
        page.locator("select[name=to]").selectOption("终点");
        page.locator("textarea[name=changes]").fill("河岸新修护坡，界线不变");
        page.locator("input[name=interviews]").fill("3");
        DeskVisit.look(page, "inspect-segment");
        page.locator("footer button.primary").tap();
        assertThat(page.locator(".item")).containsText("起点 → 终点");
        DeskVisit.look(page, "inspect-walked");
    }

    /** What two offices would tick one by one. */
    private void answerEverything() {
        Inspections inspections = core.inspections();
        for (Side side : Side.values()) {
            Actor own = new Actor(
                    OptionalLong.empty(),
                    "desk",
                    Role.BOUNDARY_INSPECTOR,
                    round.division(side).prefix());
            RoundFile file = inspections.get(own, round.id());
            inspections.rules(inspections.line(file.round())).items().stream()
                    .skip(1) // the first one is ticked in the browser
                    .forEach(item ->
                            inspections.answer(own, round.id(), item.key(), ItemAnswer.Verdict.FINE, Optional.empty()));
        }
    }

    private void signBoth(DemoSite.Member left, DemoSite.Member right) {
        try (DeskVisit desk = DeskVisit.signedIn(site, right)) {
            writeOpinion(desk);
        }
        try (DeskVisit desk = DeskVisit.signedIn(site, left)) {
            desk.open("/inspections");
            assertThat(desk.page.locator(".late, .soon").first()).isVisible();
            desk.look("inspections-due");
            writeOpinion(desk);
            desk.page
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("内业"))
                    .click();
            desk.page.locator(".choice .FINE").first().click();
            desk.look("inspections-desk");
            desk.page
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("外业"))
                    .click();
            desk.page.waitForFunction("() => document.querySelector('.record img')?.naturalWidth > 0");
            desk.look("inspections-field");
            desk.visit.button("汇总").click();
            sign(desk);
            assertThat(desk.page.locator(".signatures li.signed")).hasCount(1);
            assertThat(desk.visit.button("归档")).hasCount(0);
        }
        try (DeskVisit desk = DeskVisit.signedIn(site, right)) {
            desk.open("/inspections/" + round.id());
            desk.page
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("签字归档"))
                    .click();
            sign(desk);
            assertThat(desk.page.locator(".signatures li.signed")).hasCount(2);
            desk.page.locator("input[name=receiver]").fill("云溪县人民政府");
            desk.visit.button("归档").click();
            assertThat(desk.page.locator(".filed")).containsText("云溪县人民政府");
            desk.look("inspections-filed");
            for (String paper : List.of("report.pdf", "report.docx", "annex.pdf", "annex.docx")) {
                download(desk.page, paper);
            }
            assertThat(desk.visit.troubles()).isEmpty();
        }
        try (Visit pocket = site.phone()) {
            pocket.signIn(left.login(), left.password());
            pocket.seesMap();
            pocket.open("/inspections/" + round.id());
            assertThat(pocket.page.locator(".way li.done")).hasCount(6);
            DeskVisit.look(pocket.page, "inspections-pocket");
        }
    }

    private void writeOpinion(DeskVisit desk) {
        desk.open("/inspections/" + round.id());
        desk.page.locator("textarea[name=problems]").fill("首颗界桩因修路丢失，已会同对方重埋。");
        desk.page.locator("textarea[name=opinion]").fill("界线走向清楚，双方无争议。");
        desk.page.locator("button.save").click();
        assertThat(desk.visit.text("已保存")).isVisible();
        desk.look("inspections-overview");
    }

    private static void sign(DeskVisit desk) {
        desk.page.locator("button.sign").click();
        desk.page.locator(".el-message-box .el-button--primary").click();
        assertThat(desk.page.locator(".el-message").filter(new Locator.FilterOptions().setHasText("已签字")))
                .isVisible();
    }

    private static void download(Page page, String paper) {
        Download file = page.waitForDownload(
                () -> page.locator("[data-paper='" + paper + "']").click());
        Path kept = Path.of(Optional.ofNullable(System.getenv("BROWSER_SHOTS"))
                        .orElse(System.getProperty("java.io.tmpdir")))
                .resolve("inspection-" + paper);
        file.saveAs(kept);
        try {
            assertThat(Files.size(kept)).isGreaterThan(10_000);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static FilePayload photo(String words) {
        BufferedImage image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(words.hashCode() & 0x3f3f3f | 0x406040));
        pen.fillRect(0, 0, 1200, 900);
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(480, 200, 240, 700);
        pen.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", out);
            return new FilePayload("marker.jpg", "image/jpeg", out.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
