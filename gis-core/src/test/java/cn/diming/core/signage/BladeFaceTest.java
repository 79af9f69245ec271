package cn.diming.core.signage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.diming.core.signage.Blade.Colour;
import cn.diming.core.signage.Blade.Mark;
import cn.diming.core.signage.SignProfile.PlateSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BladeFaceTest {

    private static final PlateSize LARGE = new PlateSize(1500, 400, 800);

    @ParameterizedTest
    @CsvSource({
        "1500, 400, 芝正街, ZHIZHENG JIE",
        "1200, 300, 鱼窝头大道, YUWOTOU DADAO",
        "1000, 600, 珠江帝景苑, ZHUJIANG DIJING YUAN",
        "1200, 300, 广州南沙经济技术开发区环市大道中, GUANGZHOU NANSHA JINGJI JISHU KAIFAQU HUANSHI DADAO ZHONG"
    })
    void hanStandsInTheUpperThreeFifthsPinyinInTheLowerTwoAndBothFit(
            int width, int height, String name, String pinyin) {
        PlateSize size = new PlateSize(width, height, 800);
        BladeFace face = BladeFace.of(blade(name, pinyin), size);
        BladeFace.Line han = face.lines().getFirst();
        BladeFace.Line latin = face.lines().getLast();
        double border = 0.6 * height;
        assertThat(han.middle() - han.fontSize() / 2).isGreaterThanOrEqualTo(face.edge());
        assertThat(han.middle() + han.fontSize() / 2).isLessThanOrEqualTo(border + face.edge());
        assertThat(latin.middle() - latin.fontSize() / 2).isGreaterThanOrEqualTo(border);
        assertThat(latin.middle() + latin.fontSize() / 2).isLessThanOrEqualTo(height - face.edge());
        assertThat(face.lines())
                .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(face.textWidth() + 1e-9));
        assertThat(face.arrows()).allSatisfy(arrow -> {
            assertThat(arrow[0]).isBetween(face.edge(), width - face.edge());
            assertThat(Math.abs(arrow[0] - width / 2.0)).isGreaterThan(face.textWidth() / 2);
        });
    }

    @Test
    void theBackShowsTheMarksTheOtherWayRound() {
        BladeFace front = BladeFace.of(blade("芝正街", "ZHIZHENG JIE"), LARGE);
        BladeFace back = BladeFace.of(blade("芝正街", "ZHIZHENG JIE"), LARGE, true);
        assertThat(front.dots().getFirst().x()).isLessThan(750);
        assertThat(back.dots().getFirst().x())
                .isEqualTo(1500 - front.dots().getFirst().x(), within(1e-9));
        assertThat(back.arrows().getFirst()[0]).isEqualTo(1500 - front.arrows().getFirst()[0], within(1e-9));
    }

    @Test
    void aDrawingOneToTenMeasuresATenth() {
        String svg = new BladeDrawing(blade("芝正街", "ZHIZHENG JIE"), LARGE, 0.1).svg(false);
        assertThat(svg)
                .startsWith(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"150mm\" height=\"40mm\" viewBox=\"0 0 1500 400\">")
                .contains("fill=\"#00559f\"", ">芝正街</text>", ">ZHIZHENG JIE</text>");
    }

    private static Blade blade(String name, String pinyin) {
        return new Blade(1, SignKind.STREET, name, pinyin, Colour.BLUE, Mark.DOT, Mark.ARROW, 90);
    }
}
