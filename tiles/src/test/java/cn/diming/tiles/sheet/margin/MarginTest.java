package cn.diming.tiles.sheet.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.diming.tiles.sheet.canvas.DisplayList;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.PngCanvas;
import cn.diming.tiles.sheet.frame.Box;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginTest {

    private static BufferedImage painted(Sketch sketch, double dpi) {
        return PngCanvas.image(new DisplayList(100, 60, sketch.ops()), dpi);
    }

    @Test
    void theQrCodeLeadsWhereItShould() throws Exception {
        URI link = URI.create("https://diming.example.gov.cn/p/349901100200?from=sheet");
        Sketch sketch = new Sketch();
        QrBlock block = new QrBlock(link, "扫码看地名");
        block.draw(sketch, new Box(30, 10, QrBlock.SIZE, block.height(QrBlock.SIZE)));
        BufferedImage image = painted(sketch, 300);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(link.toString());
        assertThat(QrBlock.SIZE).isGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({"1500, 20", "2000, 25", "5000, 50", "12500, 100", "45000, 500", "75000, 1000", "100000, 1000"})
    void theScaleBarHasRoundSegmentsOfTheirTrueLength(int denominator, double metres) {
        ScaleBar bar = ScaleBar.of(denominator / 1000.0, 60);
        assertThat(bar.segmentMetres()).isEqualTo(metres);
        assertThat(bar.segment() * denominator / 1000).isCloseTo(metres, within(metres * 0.005));
    }

    @Test
    void theScaleBarMeasuredOnPaperIsAsLongAsItSays() {
        Sketch sketch = new Sketch();
        ScaleBar bar = ScaleBar.of(25, 60);
        bar.draw(sketch, 10, 30);
        BufferedImage image = painted(sketch, 600);
        int row = (int) Math.round(30.6 / 25.4 * 600);
        int[] black = IntStream.range(0, image.getWidth())
                .filter(x -> (image.getRGB(x, row) & 0xFF) < 128)
                .toArray();
        double millimetres = (black[black.length - 1] - black[0]) / 600.0 * 25.4 - 0.15;
        assertThat(millimetres * 25).isCloseTo(4 * bar.segmentMetres(), within(4 * bar.segmentMetres() * 0.005));
    }

    @Test
    void theIndexIsInTheOrderOfSoundsAndKeepsCharactersTogether() {
        List<IndexEntry> sorted = List.of("重庆路", "安马峰", "六安街", "柏坝", "白坝", "长沙路", "X076县道", "拔子岭").stream()
                .map(name -> IndexEntry.of("道路", name, List.of("A1")))
                .sorted(IndexEntry.BY_SOUND)
                .toList();
        assertThat(sorted)
                .extracting(IndexEntry::name)
                .containsExactly("安马峰", "拔子岭", "柏坝", "白坝", "长沙路", "重庆路", "六安街", "X076县道");
        assertThat(sorted.getFirst().letter()).isEqualTo("A");
    }

    @Test
    void theIndexLosesNothingHoweverSmallTheBoxes() {
        List<IndexEntry> entries = IntStream.range(0, 500)
                .mapToObj(i ->
                        IndexEntry.of(i % 2 == 0 ? "自然村" : "道路街巷", "村庄" + (char) (0x4E00 + i), List.of("B" + i % 9)))
                .toList();
        IndexFlow flow = new IndexFlow(entries, List.of("自然村", "道路街巷"));
        Sketch sketch = new Sketch();
        int boxes = 0;
        while (!flow.isFinished()) {
            flow.draw(sketch, new Box(0, 0, 60, 80));
            boxes++;
        }
        assertThat(boxes).isGreaterThan(5);
        List<String> set = sketch.ops().stream()
                .filter(op -> op instanceof Op.Text)
                .map(op -> ((Op.Text) op).whole())
                .toList();
        assertThat(set).containsAll(entries.stream().map(IndexEntry::name).toList());
        assertThat(sketch.ops().stream()
                        .filter(op -> op instanceof Op.Text)
                        .mapToDouble(op -> ((Op.Text) op).font().points()))
                .allMatch(points -> points >= 6);
    }

    @Test
    void aParagraphNeverBeginsALineWithAClosingMark() {
        List<String> lines = Sketch.wrapped(Sketch.hei(8), "相传明代先民沿河而居，因桥得名，故称和合桥村。后来水患，村民迁居。", 20);
        assertThat(lines).hasSizeGreaterThan(3).noneMatch(line -> "，。".contains(line.substring(0, 1)));
    }
}
