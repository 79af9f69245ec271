package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    private final DemoSite site = DemoSite.running();
    private Visit visit = site.desk();

    @BeforeEach
    void comeIn() {
        visit.close();
        visit = site.desk();
        visit.openMap("");
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qjc", "qiujiachong", "邱家冲"})
    void initialsPinyinAndCharactersSuggestTheVillage(String words) {
        visit.searchBox().pressSequentially(words);
        Locator village = suggestion("邱家冲村");
        village.click();
        assertThat(visit.cardTitle()).hasText("邱家冲村");
        assertThat(visit.page.locator(".map-pin")).isVisible();
        assertThat(visit.troubles()).isEmpty();
    }

    @Test
    void wordsThatArePastedWholeBringSuggestionsToo() {
        visit.searchBox().fill("邱家冲");
        assertThat(suggestion("邱家冲村")).isVisible();
    }

    @Test
    void anEmptiedBoxSuggestsNothing() {
        visit.searchBox().fill("邱家冲");
        assertThat(suggestion("邱家冲村")).isVisible();
        visit.searchBox().fill("");
        assertThat(visit.suggestions()).hasCount(0);
        assertThat(visit.troubles()).isEmpty();
    }

    @Test
    void everythingIsReachedByKeyboardAlone() {
        visit.page.keyboard().press("/");
        assertThat(visit.searchBox()).isFocused();
        visit.page.keyboard().type("邱家冲村");
        assertThat(suggestion("邱家冲村").first()).isVisible();
        visit.page.keyboard().press("ArrowDown");
        assertThat(visit.searchBox()).hasAttribute("aria-activedescendant", "suggestion-0");
        visit.page.keyboard().press("Enter");
        assertThat(visit.cardTitle()).hasText("邱家冲村");
        visit.page.keyboard().press("Escape");
        assertThat(visit.card()).isHidden();
    }

    @Test
    void enterListsTheResultsAndMarksThemOnTheMap() {
        visit.searchBox().fill("卫生室");
        visit.searchBox().press("Enter");
        Locator results = visit.page.getByLabel("搜索结果");
        assertThat(results.getByText("医院").first()).isVisible();
        assertThat(visit.page.locator(".map-result").first()).isVisible();
        results.locator("li button").first().click();
        assertThat(visit.cardTitle()).containsText("卫生室");
    }

    @Test
    void wordsThatNothingIsCalledByGetAHint() {
        visit.searchBox().fill("龘龘龘");
        visit.searchBox().press("Enter");
        assertThat(visit.text("没有找到相符的地名")).isVisible();
        assertThat(visit.text("试试减少几个字")).isVisible();
    }

    private Locator suggestion(String name) {
        return visit.suggestions()
                .filter(new Locator.FilterOptions()
                        .setHas(visit.page
                                .locator(".name")
                                .getByText(name, new Locator.GetByTextOptions().setExact(true))));
    }
}
