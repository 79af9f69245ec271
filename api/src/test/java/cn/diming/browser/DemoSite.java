package cn.diming.browser;

import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.AccountDraft;
import cn.diming.core.account.IssuedPassword;
import cn.diming.core.fixtures.Engines;
import cn.diming.dataimport.DemoCounty;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The service with the demo county and a Chromium that looks at it; both run until the tests end. */
final class DemoSite {

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable DemoSite running;

    final Service service = new Service(
            Engines.GEOPACKAGE,
            core -> DemoCounty.load(core, (title, count) -> {}),
            "--diming.demo=true",
            "--diming.title=云溪县地名（演示）");
    private final Browser chromium;

    private DemoSite(Path program) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS));
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
    }

    /** Skips the test where there is no Chromium. */
    static synchronized DemoSite running() {
        if (running == null) {
            Path program =
                    chromiumProgram().orElseGet(() -> Assumptions.abort("跳过：没有找到 Chromium；请安装，或用环境变量 CHROMIUM 指明其位置"));
            running = new DemoSite(program);
        }
        return running;
    }

    private static Optional<Path> chromiumProgram() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A fresh visitor at a desk. */
    Visit desk() {
        return new Visit(
                service.url(),
                chromium.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("zh-CN")));
    }

    /** A fresh visitor with a telephone. */
    Visit phone() {
        return new Visit(
                service.url(),
                chromium.newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setLocale("zh-CN")));
    }

    /** The browser's clock begins where the service's stands, and runs on. */
    void tellTheTime(Page page) {
        page.clock().install(new Clock.InstallOptions().setTime(Date.from(service.clock.instant())));
    }

    /** Somebody who works here and has chosen a password already. */
    record Member(String login, String password) {}

    Member member(Role role) {
        return member(role, "");
    }

    Member member(Role role, String jurisdiction) {
        IssuedPassword issued = account("m" + System.nanoTime(), role, jurisdiction);
        service.core
                .db()
                .inTransaction(() -> service.core
                        .db()
                        .sql("UPDATE account SET must_change_password = :no WHERE id = :id")
                        .param("no", false)
                        .param("id", issued.account().id())
                        .update());
        return new Member(issued.account().login(), issued.oneTimePassword());
    }

    IssuedPassword account(String login, Role role) {
        return account(login, role, "");
    }

    private IssuedPassword account(String login, Role role, String jurisdiction) {
        return service.core.accounts().create(Actor.OPERATOR, new AccountDraft(login, "测试员", role, jurisdiction));
    }
}
