package cn.diming.tiles.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.record.FacilityClasses;
import cn.diming.core.record.LocalCategory;
import cn.diming.tiles.layer.Layer;
import cn.diming.tiles.layer.LayerCatalog;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SymbolBookTest {
    private static final Pattern READ_ATTRIBUTE = Pattern.compile("\"(?:get|has)\",\"([^\"]+)\"");

    private final JsonNode style = new JsonMapper()
            .readTree(SymbolBook.bundled().styleJson("http://host/tiles/map.json", "http://host/tiles/sprites/diming"));

    @Test
    void everySymbolIsForALayerOfTheMapAndReadsAttributesItHas() {
        LayerCatalog catalog = LayerCatalog.bundled();
        for (JsonNode row : style.get("layers")) {
            if (row.has("source-layer")) {
                Layer layer = catalog.layer(row.get("source-layer").asString());
                row.path("filter")
                        .toString()
                        .lines()
                        .forEach(filter -> READ_ATTRIBUTE
                                .matcher(filter)
                                .results()
                                .forEach(read -> assertThat(layer.attributes()).contains(read.group(1))));
                row.findValuesAsString("text-field")
                        .forEach(text -> assertThat(layer.attributes()).contains(text.replaceAll("[{}]", "")));
            }
        }
    }

    @Test
    void onlyLayersOfGroundWithoutASymbolStayInvisible() {
        Set<String> undrawn = new HashSet<>();
        LayerCatalog.bundled().layers().forEach(layer -> undrawn.add(layer.name()));
        undrawn.removeAll(SymbolBook.bundled().layers());
        assertThat(undrawn)
                .as("divisions are there to be picked, their borders are drawn")
                .containsExactly("division");
    }

    @Test
    void everyClassOfFacilityHasItsOwnSymbolAndEveryEntryOneToo() {
        for (FacilityClasses.FacilityClass known : FacilityClasses.all()) {
            assertThat(iconOf("facility", known.name())).as(known.name()).isEqualTo(known.icon());
        }
        for (LocalCategory category : LocalCategory.values()) {
            if (category != LocalCategory.ROUTE) {
                assertThat(iconOf("local", category.name()))
                        .isEqualTo(category.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static String iconOf(String layer, String featureClass) {
        return SymbolBook.bundled().rules().stream()
                .filter(rule -> rule.layer().filter(layer::equals).isPresent()
                        && rule.accepts(Map.of("class", featureClass))
                        && rule.mark() instanceof Mark.Icon)
                .map(rule -> ((Mark.Icon) rule.mark()).name())
                .findFirst()
                .orElse("");
    }

    @Test
    void theStyleIsWellFormedAndNeedsNoGlyphs() {
        assertThat(style.get("version").asInt()).isEqualTo(8);
        assertThat(style.has("glyphs")).isFalse();
        assertThat(style.get("sources").get("diming").get("url").asString()).isEqualTo("http://host/tiles/map.json");
        List<String> ids = style.get("layers").findValuesAsString("id");
        assertThat(ids).doesNotHaveDuplicates().startsWith("land");
        assertThat(ids.indexOf("motorway-casing")).isLessThan(ids.indexOf("lane"));
        assertThat(ids.indexOf("lane")).isLessThan(ids.indexOf("motorway"));
    }

    @Test
    void aRuleAcceptsWhatItsFilterInTheStyleAccepts() {
        Rule named = SymbolBook.bundled().rules().stream()
                .filter(rule -> rule.id().equals("road-name"))
                .findFirst()
                .orElseThrow();
        assertThat(named.accepts(Map.of("class", "primary"))).isTrue();
        assertThat(named.accepts(Map.of("class", "primary", "ref", "G224"))).isFalse();
        assertThat(named.accepts(Map.of("class", "lane"))).isFalse();
        assertThat(style.toString()).contains("[\"!\",[\"has\",\"ref\"]]");
    }

    @Test
    void aWidthBetweenTwoZoomsLiesOnTheStraightLineBetweenTheirs() {
        Scale scale = Scale.parse(Map.of(10, 2, 14, 6));
        assertThat(scale.at(9)).isEqualTo(2);
        assertThat(scale.at(12)).isEqualTo(4);
        assertThat(scale.at(14)).isEqualTo(6);
        assertThat(scale.at(20)).isEqualTo(6);
        assertThat(Scale.always(3).at(7)).isEqualTo(3);
    }

    @Test
    void aMistakeInTheBookIsNamed() {
        assertThatThrownBy(() -> read("symbols: [{id: a, layer: road, line: {colour: pink}}]"))
                .hasMessageContaining("pink");
        assertThatThrownBy(() -> read("symbols: [{id: a, lyer: road}]")).hasMessageContaining("lyer");
        assertThatThrownBy(() -> read("symbols: [{id: a, layer: road}]")).hasMessageContaining("什么也不画");
        assertThatThrownBy(() -> read("palette: {pink: red}")).hasMessageContaining("#rrggbb");
    }

    private static SymbolBook read(String yaml) {
        return SymbolBook.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
