package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    private final DemoSite site = DemoSite.running();

    @Test
    void aVillageIsFoundAndItsSheetIsPulledUp() {
        try (Visit visit = site.phone()) {
            visit.openMap("");
            visit.searchBox().tap();
            visit.searchBox().pressSequentially("qjc");
            visit.suggestions()
                    .filter(new Locator.FilterOptions().setHasText("邱家冲村"))
                    .first()
                    .tap();
            assertThat(visit.cardTitle()).containsText("邱家冲村");
            Locator sheet = visit.page.locator(".sheet");
            double before = sheet.boundingBox().height;
            visit.page.locator(".sheet .handle").tap();
            visit.page.waitForCondition(() -> sheet.boundingBox().height > before + 100);
            assertThat(isTooWide(visit)).isFalse();
            assertThat(visit.troubles()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/about",
                "/accounts",
                "/nowhere",
                "/register",
                "/protection",
                "/profiles",
                "/register/audit"
            })
    void noPageScrollsSideways(String path) {
        try (Visit visit = site.phone()) {
            visit.open(path);
            assertThat(visit.page
                            .getByRole(com.microsoft.playwright.options.AriaRole.NOTE)
                            .first())
                    .isVisible();
            assertThat(isTooWide(visit)).isFalse();
        }
    }

    private static boolean isTooWide(Visit visit) {
        return (Boolean) visit.page.evaluate("document.documentElement.scrollWidth > innerWidth");
    }
}
