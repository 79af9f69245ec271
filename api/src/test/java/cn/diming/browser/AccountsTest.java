package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Role;
import cn.diming.core.account.IssuedPassword;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final String OWN = "山高月小水落石出";

    private final DemoSite site = DemoSite.running();

    @Test
    void aOneTimePasswordMustBeChangedBeforeAnythingElse() {
        IssuedPassword officer = site.account("first.officer", Role.NAMING_OFFICER);
        try (Visit visit = site.desk()) {
            visit.signIn("first.officer", officer.oneTimePassword());
            visit.changeForcedPassword(officer.oneTimePassword(), OWN + "一二");
            visit.button("菜单").click();
            assertThat(visit.text("地名工作人员")).isVisible();
            visit.text("退出登录").click();
            assertThat(visit.text("已退出登录")).isVisible();
            visit.signIn("first.officer", OWN + "一二");
            visit.seesMap();
        }
    }

    @Test
    void aWrongPasswordIsRefusedInChinese() {
        try (Visit visit = site.desk()) {
            visit.signIn("nobody", "wrong-password");
            assertThat(visit.page.getByRole(AriaRole.ALERT).first()).containsText("密码");
        }
    }

    @Test
    void anAdministratorCreatesAccountsAndKeys() {
        IssuedPassword chief = site.account("chief", Role.ADMINISTRATOR);
        try (Visit visit = site.desk()) {
            visit.signIn("chief", chief.oneTimePassword());
            visit.changeForcedPassword(chief.oneTimePassword(), OWN + "三四");
            visit.open("/accounts");
            createAccount(visit);
            createKey(visit);
        }
    }

    private static void createAccount(Visit visit) {
        visit.button("新建账号").click();
        Locator dialog = dialog(visit, "新建账号");
        dialog.locator("input").nth(0).fill("a.new.officer");
        dialog.locator("input").nth(1).fill("新来的人");
        dialog.getByText("保存").click();
        Locator secret = dialog(visit, "一次性密码");
        assertThat(secret.locator("code")).containsText("-");
        secret.getByText("关闭", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(visit.page.locator("table").getByText("a.new.officer").first())
                .isVisible();
    }

    private static void createKey(Visit visit) {
        visit.page
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("接口密钥"))
                .click();
        visit.button("新建密钥").click();
        Locator dialog = dialog(visit, "新建密钥");
        dialog.locator("input").nth(0).fill("门牌同步");
        dialog.locator("input").nth(1).click();
        visit.page
                .getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("a.new.officer"))
                .click();
        dialog.getByText("确定").click();
        Locator secret = dialog(visit, "接口密钥");
        assertThat(secret.locator("code")).not().isEmpty();
        secret.getByText("关闭", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(visit.page.locator("table").getByText("门牌同步").first()).isVisible();
    }

    @Test
    void onlyAdministratorsSeeTheAccounts() {
        try (Visit visit = site.desk()) {
            visit.open("/accounts");
            assertThat(visit.text("只有管理员可以管理账号")).isVisible();
            assertThat(visit.troubles()).isEmpty();
        }
    }

    private static Locator dialog(Visit visit, String title) {
        return visit.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }
}
