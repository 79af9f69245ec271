package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.record.RecordDraft;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doors of a village numbered and its signs planned, each corrected by hand before it is carried out. */
class DoorsTest {

    private static final String VILLAGE = "福峰村";
    private static final String STREET = "福峰街";
    private static final String LINE =
            "LINESTRING (117.7189432 30.6537237, 117.7198444 30.6559572, 117.7193238 30.6561127,"
                    + " 117.7184226 30.6538792, 117.7179093 30.6540324, 117.7188104 30.6562659)";

    private final DemoSite site = DemoSite.running();
    private final DemoSite.Member officer = site.member(Role.NAMING_OFFICER);

    /** The houses of the village stand along a street that the register may not know yet. */
    @BeforeEach
    void theVillageHasAStreet() {
        String code = site.service
                .visitor()
                .get("/api/v1/search?kinds=DIVISION&q=%E7%A6%8F%E5%B3%B0%E6%9D%91")
                .json()
                .at("/hits/0/code")
                .asString();
        long known = site.service
                .core
                .db()
                .sql("SELECT count(*) FROM place WHERE category = 'STREET' AND name = :name AND division_code = :code")
                .param("name", STREET)
                .param("code", code)
                .getLong();
        if (known == 0) {
            RecordDraft street = new RecordDraft(
                    "doors-test",
                    Map.of("name", STREET, "category", "STREET", "division_code", code),
                    Optional.of(Drafts.wkt(LINE)),
                    List.of(),
                    List.of());
            site.service.core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "测试", List.of(street));
            site.service.catchUp();
        }
    }

    @Test
    void aVillageIsNumberedAndTwoDoorsAreCorrectedByHand() throws Exception {
        try (DeskVisit desk = DeskVisit.signedIn(site, officer)) {
            desk.open("/desk/numbering");
            chooseVillage(desk);
            desk.visit.button("预览编号").click();
            Locator doors = desk.page.locator(".door");
            assertThat(doors.first()).isVisible();
            desk.visit.seesMap();
            setNumber(desk, doors.nth(0), "901号");
            setNumber(desk, doors.nth(1), "903号");
            assertThat(desk.page.getByRole(AriaRole.TAB, named("手工调整 2"))).isVisible();
            desk.look("numbering");
            desk.visit.button("提交编号").click();
            Locator dialog = desk.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("提交编号"));
            dialog.locator("textarea").fill("村民自编门牌混乱，整村重编");
            dialog.locator(".el-button--primary").click();
            Locator done = desk.page.locator(".committed");
            assertThat(done).containsText("编号已提交");
            Download table = desk.page.waitForDownload(
                    () -> done.getByRole(AriaRole.BUTTON).click());
            assertThat(table.suggestedFilename()).isEqualTo("新旧门牌对照表-整村编号.xlsx");
            assertThat(wordsOf(table)).contains("901号", "903号");
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    @Test
    void theSignsOfAVillageArePlannedAndOneIsChangedByHand() throws Exception {
        try (DeskVisit desk = DeskVisit.signedIn(site, officer)) {
            desk.open("/desk/signs");
            chooseVillage(desk);
            desk.visit.button("生成规划").click();
            Locator lines = desk.page.locator(".lines button");
            assertThat(lines.first()).isVisible();
            desk.visit.seesMap();
            int planned = lines.count();
            lines.first().click();
            desk.visit.button("不设这一处").click();
            assertThat(desk.page.getByText("手工调整 1 处")).isVisible();
            assertThat(lines).hasCount(planned - 1);
            desk.look("signs");
            desk.visit.button("采用规划").click();
            desk.page
                    .getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("采用规划"))
                    .locator(".el-button--primary")
                    .click();
            assertThat(desk.visit.text("已写入 " + (planned - 1) + " 处标志")).isVisible();
            Download bill =
                    desk.page.waitForDownload(() -> desk.visit.button("工程量清单").click());
            assertThat(bill.suggestedFilename()).matches("地名标志工程量清单-\\d{12}\\.xlsx");
            assertThat(wordsOf(bill)).contains("单价（元）", STREET);
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    @Test
    void thePageBehindAPlateTakesReportsFromAnybody() {
        try (Visit visit = site.phone()) {
            long plate =
                    site.service.core.db().sql("SELECT min(id) FROM door_plate").getLong();
            visit.open("/a/" + plate);
            assertThat(visit.page.locator("article h1")).hasText(Pattern.compile("\\d+号"));
            visit.seesMap();
            visit.page.getByText("门牌损坏").click();
            visit.button("提交").click();
            assertThat(visit.text("已收到，谢谢！")).isVisible();
            assertThat(visit.troubles()).isEmpty();
        }
    }

    private static void chooseVillage(DeskVisit desk) {
        choose(desk, VILLAGE);
    }

    static void choose(DeskVisit desk, String village) {
        desk.page.locator(".picker").click();
        desk.page.locator(".division-popper input").fill(village);
        desk.page
                .locator(".division-popper .found button")
                .filter(new Locator.FilterOptions().setHasText(village))
                .first()
                .click();
    }

    static void setNumber(DeskVisit desk, Locator door, String number) {
        door.click();
        desk.page.locator(".editor input[name=number]").fill(number);
        desk.page.locator(".editor").getByText("采用").click();
        assertThat(desk.page.locator(".editor header b")).hasText(Pattern.compile(number + "$"));
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** All words of a workbook, one after the other. */
    static String wordsOf(Download file) throws Exception {
        try (ZipFile zip = new ZipFile(file.path().toFile());
                var part = zip.getInputStream(zip.getEntry("xl/sharedStrings.xml"))) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(part)
                    .getDocumentElement()
                    .getTextContent();
        }
    }
}
