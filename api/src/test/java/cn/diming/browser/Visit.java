package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody looking at the pages, who remembers everything that goes wrong behind them. */
final class Visit implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 20_000;

    /** True once a canvas of the map shows many colours: land, roads and names. */
    private static final String MAP_IS_DRAWN = """
            () => [...document.querySelectorAll('.map-view canvas')].some((canvas) => {
              if (!canvas.width) return false
              const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
              const colours = new Set()
              for (let i = 0; i < pixels.length; i += 4 * 89) if (pixels[i + 3]) colours.add((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2])
              return colours.size > 12
            })""";

    final Page page;
    private final String base;
    private final BrowserContext context;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    Visit(String base, BrowserContext context) {
        this.base = base;
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("console: " + message.text());
            }
        });
        page.onPageError(error -> troubles.add("script: " + error));
        page.onDialog(dialog -> {
            troubles.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().matches("(data|blob):.*")) {
                troubles.add("foreign: " + request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                troubles.add(response.status() + " " + response.url());
            }
        });
    }

    /** The same browser with a new tab; what it remembers is still there. */
    Visit anotherTab() {
        return new Visit(base, context);
    }

    /** Console errors, failed and foreign requests, dialogs. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    Visit open(String path) {
        page.navigate(base + path);
        return this;
    }

    Visit openMap(String hash) {
        open("/" + hash);
        return seesMap();
    }

    Visit seesMap() {
        page.waitForFunction(MAP_IS_DRAWN);
        return this;
    }

    Locator searchBox() {
        return page.getByRole(AriaRole.COMBOBOX);
    }

    Locator suggestions() {
        return page.locator("#suggestions [role=option]");
    }

    Locator card() {
        return page.locator("article");
    }

    Locator cardTitle() {
        return page.locator("article h1");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator text(String text) {
        return page.getByText(text).first();
    }

    /** "14/30.61660/117.72570" */
    String viewInAddress() {
        String hash = URI.create(page.url()).getFragment();
        return hash == null ? "" : hash.replaceFirst("&.*", "");
    }

    void signIn(String login, String password) {
        open("/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
        button("登录").click();
    }

    /** What the service asks of everybody with a one-time password. */
    void changeForcedPassword(String oneTime, String own) {
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("修改密码"));
        assertThat(dialog).containsText("这是一次性密码");
        Locator fields = dialog.locator("input");
        fields.nth(0).fill(oneTime);
        fields.nth(1).fill(own);
        fields.nth(2).fill(own);
        dialog.getByText("保存").click();
        assertThat(text("密码已修改")).isVisible();
        assertThat(dialog).isHidden();
    }

    @Override
    public void close() {
        context.close();
    }
}
