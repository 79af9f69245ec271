package cn.diming.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.document.TemplateFolder;
import cn.diming.core.document.Written;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.NumberingProfile;
import cn.diming.core.numbering.NumberingProfiles;
import cn.diming.core.numbering.PlateProof;
import cn.diming.core.proof.SigningKey;
import cn.diming.core.signage.Blade;
import cn.diming.core.signage.Blade.Colour;
import cn.diming.core.signage.Blade.Mark;
import cn.diming.core.signage.SignKind;
import cn.diming.core.signage.SignProfile.PlateSize;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class PlatePapersTest {

    private static final Papers PAPERS = new Papers(new TemplateFolder(Papers.class, Optional.empty()));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** The papers as files to look at, in the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.write(folder.resolve("confirmation.pdf"), confirmation());
        Files.write(folder.resolve("proof.pdf"), proof(key()));
        Files.write(folder.resolve("drawings.pdf"), drawings());
    }

    @Test
    void aConfirmationSaysWhichNumberAndByWhom() {
        PdfText paper = PdfText.of(confirmation());
        assertThat(paper.pages()).isEqualTo(1);
        assertThat(paper.flat())
                .contains("门楼号确认书", "芝正街", "12号", "芝正街9号", "南沙区公安分局", "门确〔2026〕12号", "2026年3月1日")
                .doesNotContain("待填");
    }

    @Test
    void aProofInPrintShowsEveryRuleTheHashAndTheKey() {
        SigningKey key = key();
        PdfText paper = PdfText.of(proof(key));
        assertThat(paper.flat())
                .contains("DP-01", "DP-05", "大稳村", PdfText.flat(key.publicKey()))
                .doesNotContain("待填");
    }

    @Test
    void everyPlateIsDrawnWithItsNameAndMeasures() {
        PdfText paper = PdfText.of(drawings());
        assertThat(paper.flat()).contains("芝正街", "ZHIZHENGJIE", "稳东巷", "1500", "400", "1200", "300");
    }

    @Test
    void aDrawingOnPaperMeasuresATenthOfThePlate() throws IOException {
        try (PDDocument document = Loader.loadPDF(drawings())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 254); // ten pixels a millimetre
            assertThat(extent(page, Colour.BLUE)).isEqualTo(List.of(150L, 40L));
            assertThat(extent(page, Colour.GREEN)).isEqualTo(List.of(120L, 30L));
        }
    }

    /** Width and height of what has a colour, in whole millimetres. */
    private static List<Long> extent(BufferedImage page, Colour colour) {
        int wanted = Integer.parseInt(colour.hex().substring(1), 16);
        Rectangle extent = new Rectangle(0, 0, -1, -1);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if ((page.getRGB(x, y) & 0xffffff) == wanted) {
                    extent.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return List.of(Math.round(extent.width / 10.0), Math.round(extent.height / 10.0));
    }

    private static byte[] confirmation() {
        return PAPERS.write(
                        new PlateConfirmation(
                                "广东省广州市南沙区东涌镇大稳村芝正街12号",
                                "芝正街",
                                "12号",
                                Optional.of("芝正街9号"),
                                "广东省广州市南沙区东涌镇大稳村",
                                Optional.of("东经 113.450000°，北纬 22.905000°"),
                                "已确认",
                                Optional.of("南沙区公安分局"),
                                Optional.of("门确〔2026〕12号"),
                                DAY),
                        Written.PDF)
                .content();
    }

    private static SigningKey key() {
        return SigningKey.generate();
    }

    private static byte[] proof(SigningKey key) {
        NumberingProfile rural = NumberingProfiles.bundled().find("rural").orElseThrow();
        PlateProof proof = PlateProof.of(
                new PlateProof.Subject("大稳村", rural, new LonLat(113.45, 22.9), List.of(), List.of()),
                Instant.parse("2026-03-01T04:00:00Z"),
                key);
        return PAPERS.write(new PlateProofSheet(proof.report(), rural.title(), DAY), Written.PDF)
                .content();
    }

    private static byte[] drawings() {
        return PAPERS.write(
                        new SignDrawings(
                                "大稳村",
                                List.of(
                                        new SignDrawings.Face(
                                                1,
                                                new Blade(
                                                        1,
                                                        SignKind.STREET,
                                                        "芝正街",
                                                        "ZHIZHENG JIE",
                                                        Colour.BLUE,
                                                        Mark.DOT,
                                                        Mark.ARROW,
                                                        90),
                                                new PlateSize(1500, 400, 800)),
                                        new SignDrawings.Face(
                                                2,
                                                new Blade(
                                                        2,
                                                        SignKind.LANE,
                                                        "稳东巷",
                                                        "WENDONG XIANG",
                                                        Colour.GREEN,
                                                        Mark.ARROW,
                                                        Mark.DOT,
                                                        0),
                                                new PlateSize(1200, 300, 500)))),
                        Written.PDF)
                .content();
    }
}
