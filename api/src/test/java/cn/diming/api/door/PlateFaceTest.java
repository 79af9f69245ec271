package cn.diming.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.numbering.NumberingProfiles;
import cn.diming.core.numbering.PlateModel;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlateFaceTest {

    private static final String URL = "https://dz.example.gov.cn/a/4711";
    private static final Pattern SQUARE = Pattern.compile("M([\\d.]+) ([\\d.]+)h([\\d.]+)v");
    private static final Pattern TEXT =
            Pattern.compile("<text x=\"([\\d.]+)\" y=\"([\\d.]+)\"[^>]*font-size=\"([\\d.]+)\"[^>]*>([^<]*)<");
    private static final Pattern WHITE = Pattern.compile(
            "<rect x=\"([\\d.]+)\" y=\"([\\d.]+)\" width=\"([\\d.]+)\" height=\"([\\d.]+)\" fill=\"#fff\"/>");

    static Stream<PlateModel> models() {
        return NumberingProfiles.bundled().usual().plates().byUse().values().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theCodeOnThePlateLeadsToThePageOfTheAddress(PlateModel size) throws Exception {
        String svg = new PlateFace(List.of("芝正街", "12号"), URL, size).svg();
        assertThat(new Decoder().decode(code(svg)).getText()).isEqualTo(URL);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aDrawingMeasuresWhatThePlateMeasures(PlateModel size) {
        assertThat(new PlateFace(List.of("芝正街", "12号"), URL, size).svg())
                .contains(
                        "width=\"%dmm\" height=\"%dmm\"".formatted(size.widthMillimetres(), size.heightMillimetres()));
    }

    @ParameterizedTest
    @CsvSource({"芝正街, 12号", "广州南沙经济技术开发区环市大道中, 12号", "芝正街, 12345号附12号", "稳东巷, 1号", "珠江西路, 1288号之一"})
    void streetAndNumberStayOnThePlateAndOffTheCode(String street, String number) {
        for (PlateModel size : models().toList()) {
            String svg = new PlateFace(List.of(street, number), URL, size).svg();
            Matcher white = WHITE.matcher(svg);
            assertThat(white.find()).isTrue();
            double codeLeft = Double.parseDouble(white.group(1));
            double codeTop = Double.parseDouble(white.group(2));
            assertThat(codeTop + Double.parseDouble(white.group(4))).isLessThan(size.heightMillimetres());
            Matcher text = TEXT.matcher(svg);
            while (text.find()) {
                double half = Double.parseDouble(text.group(3)) * advance(text.group(4)) / 2;
                double x = Double.parseDouble(text.group(1));
                double bottom = Double.parseDouble(text.group(2)) + Double.parseDouble(text.group(3)) / 2;
                assertThat(x - half).as(text.group(4)).isGreaterThan(0);
                assertThat(x + half)
                        .as(text.group(4))
                        .isLessThan(bottom > codeTop ? codeLeft : size.widthMillimetres());
            }
        }
    }

    private static double advance(String text) {
        return text.codePoints()
                .mapToDouble(letter -> Character.isIdeographic(letter) ? 1 : 0.6)
                .sum();
    }

    /** The modules of the code, without the white around them. */
    private static BitMatrix code(String svg) {
        List<double[]> squares = new ArrayList<>();
        Matcher matcher = SQUARE.matcher(svg);
        while (matcher.find()) {
            squares.add(new double[] {
                Double.parseDouble(matcher.group(1)),
                Double.parseDouble(matcher.group(2)),
                Double.parseDouble(matcher.group(3))
            });
        }
        double left = squares.stream().mapToDouble(s -> s[0]).min().orElseThrow();
        double top = squares.stream().mapToDouble(s -> s[1]).min().orElseThrow();
        double right = squares.stream().mapToDouble(s -> s[0]).max().orElseThrow();
        // version n has 17 + 4n modules a side
        double cell = squares.getFirst()[2];
        int side = 1 + 4 * (int) Math.round((right - left) / cell / 4);
        double module = (right - left) / (side - 1);
        BitMatrix code = new BitMatrix(side);
        squares.forEach(s ->
                code.set((int) Math.round((s[0] - left) / module), (int) Math.round((s[1] - top) / module)));
        return code;
    }
}
