package cn.diming.tiles.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.style.StyleBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where every name, number and line of type stood on two sheets, to a tenth of a millimetre. When a sheet is to look different, the text
 * that the test leaves in target/golden is looked at and copied over the old one.
 */
class GoldenSheetTest {

    private static final SheetRenderer RENDERER = new SheetRenderer(SampleCounty.snapshot(), StyleBook.bundled());

    @ParameterizedTest
    @CsvSource({"town, 349901102000, a4", "village, 349901103203, a4l"})
    void theSheetIsAsItWas(String name, String code, String template) throws IOException {
        Sheet sheet = RENDERER.render(SampleCounty.spec(code, template), Inserts.NONE);
        String text = sheet.pages().stream()
                .flatMap(page -> page.ops().stream())
                .filter(op -> op instanceof Op.Text)
                .map(op -> line((Op.Text) op))
                .collect(Collectors.joining());
        Path actual = Files.createDirectories(Path.of("target/golden")).resolve(name + ".txt");
        Files.writeString(actual, text);
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("golden/" + name + ".txt"))) {
            assertThat(text).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String line(Op.Text text) {
        return String.format(
                Locale.ROOT,
                "%s\t%.1f\t%.1f\t%.0f°\t%.1f pt%n",
                text.whole().replace('\n', '/'),
                text.parts().getFirst().x(),
                text.parts().getFirst().y(),
                Math.toDegrees(text.parts().getFirst().angle()),
                text.font().points());
    }
}
