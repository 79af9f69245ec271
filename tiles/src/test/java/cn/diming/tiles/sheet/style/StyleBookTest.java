package cn.diming.tiles.sheet.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleBookTest {

    private static final StyleBook BOOK = StyleBook.bundled();

    private static void read(String rule) {
        String yaml = "palette: {ink: \"#222222\"}\nrules:\n  - {id: x, layer: place, " + rule + "}\n";
        StyleBook.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "road, class, motorway, motorway", "road, class, lane, lane", "facility, class, 学校, school",
        "facility, class, 从未见过, facility", "place, class, natural_village, hamlet", "ground, class, water, water"
    })
    void aFeatureIsDrawnByTheFirstRuleThatFits(String layer, String property, String value, String rule) {
        assertThat(BOOK.ruleOf(layer, Map.of(property, value), 20_000, "public"))
                .map(Rule::id)
                .contains(rule);
    }

    @Test
    void aRuleDrawsOnlyAtItsScales() {
        assertThat(BOOK.ruleOf("building", Map.of(), 2_000, "public")).isPresent();
        assertThat(BOOK.ruleOf("building", Map.of(), 50_000, "public")).isEmpty();
    }

    @Test
    void everyRuleThatDrawsIsExplainedInTheLegendOrNeedsNoExplanation() {
        assertThat(BOOK.rules().stream().filter(rule -> rule.legend().isEmpty()).map(Rule::id))
                .containsExactlyInAnyOrder("built-plan", "plate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line: {colour: ink, width: 0.05}|小于可印的",
                "label: {pt: 4, colour: ink, place: beside}|小于 5.0 pt",
                "label: {pt: 6, colour: ink, place: beside, halo: 0.2}|描边",
                "line: {colour: red, width: 0.5}|没有颜色 red",
                "symbol: {form: blob, size: 1, colour: ink}|没有符号形状 blob",
                "sample: 1|不认识的项"
            })
    void aRuleThatCannotBePrintedIsRefusedByName(String rule, String message) {
        assertThatThrownBy(() -> read(rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("x");
    }

    @Test
    void filtersAreWrittenInTheWordsOfTheWebMap() {
        Expression filter = Expression.read(List.of(
                "all",
                List.of("in", List.of("get", "class"), List.of("literal", List.of("river", "canal"))),
                List.of("any", List.of(">=", List.of("get", "rank"), 3), List.of("!", List.of("has", "rank"))),
                List.of("!=", List.of("get", "name"), "无名河")));
        assertThat(filter.holds(Map.of("class", "river", "rank", 4L))).isTrue();
        assertThat(filter.holds(Map.of("class", "canal"))).isTrue();
        assertThat(filter.holds(Map.of("class", "river", "rank", 2))).isFalse();
        assertThat(filter.holds(Map.of("class", "river", "name", "无名河"))).isFalse();
        assertThatThrownBy(() -> Expression.read(List.of("interpolate", 1))).hasMessageContaining("interpolate");
    }
}
