package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MapTest {

    private final DemoSite site = DemoSite.running();
    private Visit visit = site.desk();

    @BeforeEach
    void comeIn() {
        visit.close();
        visit = site.desk();
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void theMapAppearsWithoutAnErrorAndWithoutAskingAnotherHost() {
        visit.openMap("");
        assertThat(visit.page).hasTitle("云溪县地名（演示）");
        assertThat(visit.troubles()).isEmpty();
    }

    @Test
    void aClickOnOpenGroundTellsWhereItIs() {
        visit.openMap("#17/30.64843/117.71501");
        visit.page.mouse().click(760, 420);
        assertThat(visit.page.getByLabel("所选位置")).isVisible();
        assertThat(visit.card()).containsText("福峰村");
        assertThat(visit.card()).containsText("附近");
    }

    @Test
    void aClickOnASymbolOpensItsOwnRecord() {
        JsonNode facility = hit("白坝派出所", "FACILITY");
        visit.openMap("#19/%s/%s"
                .formatted(facility.get("lat").asString(), facility.get("lon").asString()));
        Locator map = visit.page.locator(".map-view");
        visit.page.waitForCondition(() -> {
            visit.page.mouse().move(721, 451);
            visit.page.mouse().move(720, 450);
            return String.valueOf(map.getAttribute("class")).contains("over-feature");
        });
        visit.page.mouse().click(720, 450);
        assertThat(visit.cardTitle()).hasText("白坝派出所");
        assertThat(visit.card()).containsText("派出所");
    }

    @Test
    void theAddressBringsBackTheViewAndTheCard() {
        long village = hit("邱家冲村", "DIVISION").get("id").asLong();
        visit.openMap("#15/30.64000/117.72000&id=" + village);
        assertThat(visit.cardTitle()).hasText("邱家冲村");
        String view = visit.viewInAddress();
        visit.page.reload();
        visit.seesMap();
        assertThat(visit.cardTitle()).hasText("邱家冲村");
        assertThat(visit.viewInAddress()).isEqualTo(view).startsWith("15/");
    }

    @Test
    void anAddressWithoutAViewGoesToItsRecord() {
        visit.openMap("#15/30.64000/117.72000");
        JsonNode village = hit("柳郑垸村", "DIVISION");
        visit.open("/#&id=" + village.get("id").asLong());
        assertThat(visit.cardTitle()).hasText("柳郑垸村");
        visit.page.waitForCondition(() -> !visit.viewInAddress().startsWith("15/30.64"));
    }

    @Test
    void theCardGivesTheCoordinatesInFourSystems() {
        JsonNode village = hit("邱家冲村", "DIVISION");
        long id = village.get("id").asLong();
        visit.openMap("#&id=" + id);
        assertThat(visit.cardTitle()).hasText("邱家冲村");
        Locator rows = visit.card().locator("dl");
        String all = String.join("\n", rows.allInnerTexts());
        assertThat(all).contains("CGCS2000", "GCJ-02", "BD-09", "平面坐标");
        assertThat(all).contains(degrees(id, "EPSG:4490"), degrees(id, "GCJ-02"), degrees(id, "BD-09"));
        assertThat(all).containsPattern("X 33\\d{5}\\.\\d\\d\\s+Y 5\\d{5}\\.\\d\\d");
        assertThat(visit.page.getByLabel("复制 GCJ-02")).isVisible();
    }

    @Test
    void theCardShowsTheDivisionsAboveAsLinks() {
        visit.openMap("#&id=" + hit("邱家冲村", "DIVISION").get("id").asLong());
        visit.card().getByText("白坝镇").first().click();
        assertThat(visit.cardTitle()).hasText("白坝镇");
        assertThat(visit.card()).containsText("审图号");
        assertThat(visit.card()).containsText("乡级行政区");
    }

    @Test
    void theLegendExplainsWhatTheMapDraws() {
        visit.openMap("");
        visit.button("图层与图例").click();
        Locator legend = visit.page.locator(".layers");
        assertThat(legend).containsText("县界");
        assertThat(legend).containsText("国道、省道");
        assertThat(legend).not().containsText("界桩");
        assertThat(legend.locator("canvas").first()).isVisible();
        Locator roads = legend.getByText("国道、省道").locator("xpath=ancestor::button");
        roads.click();
        assertThat(roads).hasAttribute("aria-pressed", "false");
        legend.getByText("全部显示").click();
        assertThat(roads).hasAttribute("aria-pressed", "true");
    }

    @Test
    void theMapOfAPastDayIsAskedForAndNobodyTakesItForToday() {
        visit.page.waitForRequest(
                request -> request.url().contains(".mvt?at=2001-05-01"),
                () -> visit.openMap("#15/30.64000/117.72000&day=2001-05-01"));
        Locator bar = visit.page.locator(".day-bar");
        assertThat(bar).containsText("2001-05-01");
        visit.page.waitForRequest(
                request -> request.url().endsWith(".mvt"),
                () -> bar.getByText("回到今天").click());
        assertThat(bar).containsText("今天");
        Locator slider = bar.getByRole(AriaRole.SLIDER);
        visit.page.waitForRequest(request -> request.url().contains(".mvt?at="), () -> slider.press("PageDown"));
        assertThat(visit.page).hasURL(java.util.regex.Pattern.compile("day=\\d{4}-\\d{2}-\\d{2}"));
    }

    @Test
    void whatOthersChangeIsDrawnWithoutReloadingThePage() {
        visit.page.waitForRequest(
                request -> request.url().contains("/tiles/changes?set=map"),
                () -> visit.openMap("#17/30.64843/117.71501"));
        visit.page.waitForTimeout(500); // until the stream is open
        visit.page.waitForRequest(
                request -> request.url().matches(".*\\.mvt\\?after=\\d+"),
                () -> site.service.record(
                        RecordKind.SHOP,
                        Drafts.record(Map.of("name", "新开的店", "category", "FOOD"), Drafts.point(117.71501, 30.64843))));
    }

    private JsonNode hit(String name, String kind) {
        String query = java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
        JsonNode hit = site.service
                .visitor()
                .get("/api/v1/search?q=" + query + "&kinds=" + kind)
                .json()
                .at("/hits/0");
        assertThat(hit.get("name").asString()).isEqualTo(name);
        return hit;
    }

    private String degrees(long id, String crs) {
        JsonNode place = site.service
                .visitor()
                .get("/api/v1/places/" + id + "?crs=" + crs)
                .json();
        return "%.6f, %.6f"
                .formatted(place.get("lon").asDouble(), place.get("lat").asDouble());
    }
}
