package cn.diming.tiles.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpriteTest {
    private final SymbolBook book = SymbolBook.bundled();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyPictureThatTheStyleNamesIsOnTheSheetAndNotEmpty(int ratio) throws IOException {
        Sprite sprite = book.sprite(ratio);
        JsonNode index = new JsonMapper().readTree(sprite.json());
        BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(sprite.png()));
        JsonNode style = new JsonMapper().readTree(book.styleJson("/t.json", "/s"));
        assertThat(style.findValuesAsString("icon-image")).isNotEmpty().allSatisfy(name -> {
            JsonNode place = index.get(name);
            assertThat(place.get("pixelRatio").asInt()).isEqualTo(ratio);
            int x = place.get("x").asInt() + place.get("width").asInt() / 2;
            int y = place.get("y").asInt() + place.get("height").asInt() / 2;
            assertThat(sheet.getRGB(x, y) >>> 24).as(name).isEqualTo(255);
        });
        for (Map.Entry<String, JsonNode> place : index.properties()) {
            assertThat(place.getValue().get("x").asInt()
                            + place.getValue().get("width").asInt())
                    .isLessThanOrEqualTo(sheet.getWidth());
        }
    }

    @Test
    void aDrawingThatIsNotUnderstoodIsNotDrawnWrongly() {
        assertThatThrownBy(() -> read("<svg viewBox='0 0 24 24'><path fill='#000000' d='M0 0 A5 5 0 0 0 9 9'/></svg>"))
                .hasMessageContaining("命令 A");
        assertThatThrownBy(() -> read("<svg viewBox='0 0 24 24'><text>x</text></svg>"))
                .hasMessageContaining("text");
        assertThatThrownBy(() -> read("<svg viewBox='0 0 9 9'/>")).hasMessageContaining("24 × 24");
        assertThatThrownBy(() -> read("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>")).hasMessageContaining("SVG");
        assertThatThrownBy(() -> read("no")).hasMessageContaining("SVG");
    }

    @Test
    void relativeAndRepeatedPathCommandsMeanTheSameAsAbsoluteOnes() {
        assertThat(SvgPath.parse("m2 3 4 0v5h-4z").getBounds2D())
                .isEqualTo(SvgPath.parse("M 2,3 L6,3 L6,8 L2,8 Z").getBounds2D());
    }

    private static void read(String svg) throws IOException {
        Picture.read(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
