package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.IssuedPassword;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.history.Decision;
import cn.diming.core.history.Establishment;
import cn.diming.core.history.ProtectionClass;
import cn.diming.core.history.ProtectionDraft;
import cn.diming.core.history.ProtectionMeasure;
import cn.diming.core.history.ProtectionText;
import cn.diming.core.record.PlaceCategory;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The register, a record and the protection list as officers and readers use them. */
class RegisterTest {

    private static final String OWN = "山高月小水落石出";

    private final DemoSite site = DemoSite.running();

    @Test
    void tableAndMapShowTheSameDay() {
        long street = street("回看老路", 30.6301);
        site.service.core.journal().write(Actor.OPERATOR, changes -> {
            site.service.core.standardNames().rename(changes, street, "回看新路", Optional.empty(), on("1999-10-01"));
            return true;
        });
        try (Visit visit = officer("day.officer")) {
            visit.open("/register?q=回看&day=1990-05-04");
            assertThat(visit.text("正在回看 1990-05-04 的地名册")).isVisible();
            Locator row = rows(visit).filter(new Locator.FilterOptions().setHasText("回看老路"));
            assertThat(row).hasCount(1);
            row.click();
            assertThat(visit.card()).containsText("回看老路");
            assertThat(onTheMap(visit)).containsText("回看老路");
            assertThat(onTheMap(visit)).not().containsText("回看新路");
            visit.button("回到今天").click();
            assertThat(rows(visit).filter(new Locator.FilterOptions().setHasText("回看新路")))
                    .hasCount(1);
            assertThat(visit.card()).containsText("回看新路");
            assertThat(visit.troubles()).isEmpty();
        }
    }

    @Test
    void whatNobodyIsCalledByIsAnEmptyTable() {
        try (Visit visit = officer("filter.officer")) {
            visit.open("/register");
            assertThat(rows(visit).first()).isVisible();
            visit.page.getByLabel("名称、拼音或代码").fill("龘龘");
            assertThat(visit.text("没有符合条件的地名")).isVisible();
            visit.button("清除条件").click();
            assertThat(rows(visit).first()).isVisible();
            assertThat(visit.troubles()).isEmpty();
        }
    }

    @Test
    void rowsAreWalkedAndChosenByKeyboardAlone() {
        try (Visit visit = officer("keys.officer")) {
            visit.open("/register");
            assertThat(rows(visit).first()).isVisible();
            visit.page.getByRole(AriaRole.GRID).focus();
            visit.page.keyboard().press("ArrowDown");
            visit.page.keyboard().press("Space");
            visit.page.keyboard().press("Shift+ArrowDown");
            visit.page.keyboard().press("Shift+ArrowDown");
            assertThat(visit.text("已选 3 条")).isVisible();
            visit.page.keyboard().press("Enter");
            visit.page.waitForURL("**/register/*");
            assertThat(visit.text("登记表")).isVisible();
        }
    }

    @Test
    void ofTwoEditsOfOneRecordNeitherIsLost() {
        long street = street("两改路", 30.6322);
        try (Visit visit = officer("slow.officer")) {
            visit.open("/register/" + street);
            visit.page
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("修改").setExact(true))
                    .click();
            field(visit, "含义").fill("两度改过的路。");
            field(visit, "备注").fill("慢的人写的备注");
            JsonNode now =
                    site.service.visitor().get("/api/v1/places/" + street).json();
            site.service
                    .member(Role.NAMING_OFFICER, "")
                    .patch(
                            "/api/v1/places/" + street,
                            "{\"meaning\": \"快的人写的含义。\", \"origin\": \"快的人写的来历。\"}",
                            "If-Match",
                            "\"" + now.get("version").asInt() + "\"")
                    .hasStatus(200);
            visit.button("保存").click();
            Locator dialog = visit.page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("这条记录刚被别人改过");
            assertThat(dialog).containsText("快的人写的来历。");
            dialog.getByText("合并并保存").click();
            assertThat(visit.text("已保存")).isVisible();
            JsonNode saved =
                    site.service.visitor().get("/api/v1/places/" + street).json();
            assertThat(saved.get("meaning").asString()).isEqualTo("两度改过的路。");
            assertThat(saved.get("origin").asString()).isEqualTo("快的人写的来历。");
            assertThat(saved.at("/attributes/remark").asString()).isEqualTo("慢的人写的备注");
        }
    }

    @Test
    void whatWasTypedSurvivesAClosedTab() {
        long street = street("存稿路", 30.6344);
        try (Visit visit = officer("draft.officer")) {
            visit.open("/register/" + street);
            visit.page
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("修改").setExact(true))
                    .click();
            field(visit, "含义").fill("还没有保存的含义。");
            visit.open("/about");
            visit.open("/register/" + street);
            assertThat(visit.text("已恢复上次没有保存的内容")).isVisible();
            assertThat(field(visit, "含义")).hasValue("还没有保存的含义。");
        }
    }

    @Test
    void aProtectedNameHasAPageForEverybody() {
        long street = street("书声巷", 30.6366);
        site.service
                .core
                .protectionList()
                .add(
                        Actor.OPERATOR,
                        new ProtectionDraft(
                                OptionalLong.of(street),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                ProtectionClass.OLD_STREET,
                                1,
                                Optional.of(LocalDate.parse("2023-01-12")),
                                Map.of(ProtectionText.MEANING, "巷中旧有书院，书声不绝。", ProtectionText.LEGENDS, "相传月夜犹闻读书声。"),
                                Set.of(ProtectionMeasure.SIGN)));
        try (Visit visit = site.desk()) {
            visit.open("/protection");
            visit.button("老街老巷").click();
            visit.page
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText("书声巷"))
                    .first()
                    .click();
            assertThat(visit.cardTitle()).hasText("书声巷");
            assertThat(visit.card()).containsText("巷中旧有书院，书声不绝。");
            assertThat(visit.card()).containsText("相传月夜犹闻读书声。");
            assertThat(visit.card()).containsText("设立标志");
            visit.seesMap();
            assertThat(visit.text("移出名录")).isHidden();
            assertThat(visit.troubles()).isEmpty();
        }
    }

    @Test
    void theRegisterAsksAVisitorToSignIn() {
        try (Visit visit = site.desk()) {
            visit.open("/register");
            assertThat(visit.text("地名册的列表只供工作人员使用")).isVisible();
        }
    }

    private long street(String name, double lat) {
        Establishment wanted = new Establishment(
                name,
                PlaceCategory.STREET,
                Optional.of("23210"),
                village(),
                Optional.of(Drafts.wkt("LINESTRING (117.7001 %1$s, 117.7042 %1$s)".formatted(lat))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        long id = site.service
                .core
                .journal()
                .write(
                        Actor.OPERATOR,
                        changes -> site.service.core.standardNames().establish(changes, wanted, on("1985-03-01")));
        site.service.catchUp();
        return id;
    }

    private String village() {
        return site.service
                .visitor()
                .get("/api/v1/search?kinds=DIVISION&q=%E9%82%B1%E5%AE%B6%E5%86%B2%E6%9D%91")
                .json()
                .at("/hits/0/code")
                .asString();
    }

    private static Decision on(String day) {
        return new Decision(LocalDate.parse(day), "云溪县人民政府批复〔" + day.substring(0, 4) + "〕1号", OptionalLong.empty());
    }

    private Visit officer(String login) {
        IssuedPassword account = site.account(login, Role.NAMING_OFFICER);
        Visit visit = site.desk();
        visit.signIn(login, account.oneTimePassword());
        visit.changeForcedPassword(account.oneTimePassword(), OWN + login);
        return visit;
    }

    private static Locator rows(Visit visit) {
        return visit.page.locator("[role=grid] [role=rowgroup] [role=row]");
    }

    private static Locator onTheMap(Visit visit) {
        return visit.page.getByLabel("图上的地名");
    }

    private static Locator field(Visit visit, String title) {
        return visit.page.getByLabel(title, new Page.GetByLabelOptions().setExact(true));
    }
}
