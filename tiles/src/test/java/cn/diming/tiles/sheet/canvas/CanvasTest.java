package cn.diming.tiles.sheet.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.diming.core.font.MissingGlyph;
import cn.diming.core.font.Typeface;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CanvasTest {

    private static final FontStyle HEI = FontStyle.of(Typeface.HEI, 9);
    private static final Op.Halo HALO = new Op.Halo(0.45, Ink.WHITE);

    private static DisplayList page(Op... ops) {
        return new DisplayList(120, 80, List.of(ops));
    }

    private static Op.Text along(String text, FontStyle font) {
        List<Glyphs> parts = new ArrayList<>();
        int[] letters = text.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            parts.add(new Glyphs(Character.toString(letters[i]), 20 + 6 * i, 40 + i * i * 0.4, 0.15 * i));
        }
        return new Op.Text(font, Ink.BLACK, Optional.of(HALO), text, parts);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aSearchFindsEachNameOnceWithTheVeryCharacters() throws IOException {
        Op.Text twoLines = new Op.Text(
                HEI,
                Ink.BLACK,
                Optional.of(HALO),
                "白坝镇人民政府",
                List.of(Glyphs.level("白坝镇", 10, 20), Glyphs.level("人民政府", 10, 24)));
        byte[] pdf = PdfBook.write(
                "试",
                List.of(page(
                        twoLines,
                        along("青龙黄马路", HEI.bold()),
                        along("𪣻𬒈㙟埗圐圙河", new FontStyle(Typeface.SONG, 8, false, true)),
                        Op.Text.plain(HEI, Ink.BLACK, "里竹见", 10, 70))));
        String found = text(pdf);
        for (String name : List.of("白坝镇人民政府", "青龙黄马路", "𪣻𬒈㙟埗圐圙河", "里竹见")) {
            assertThat(found).containsOnlyOnce(name);
        }
        assertThat(found.codePoints()).noneMatch(c -> (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF));
    }

    @Test
    void thePdfHasThePaperSizeEmbeddedFontsLayersAndBookmarks() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBook book = new PdfBook("全县")) {
            book.add("东坝镇", List.of(page(new Op.Layer("注记"), along("东坝街", HEI), new Op.Layer(""))));
            book.add("西塘镇", List.of(page(along("西塘街", HEI))));
            book.writeTo(bytes);
        }
        try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            PDPage first = document.getPage(0);
            assertThat(first.getMediaBox().getWidth()).isCloseTo((float) (120 * 72 / 25.4), within(0.01f));
            for (var name : first.getResources().getFontNames()) {
                assertThat(first.getResources().getFont(name).isEmbedded()).isTrue();
                assertThat(first.getResources().getFont(name).getName()).contains("+");
            }
            assertThat(document.getDocumentCatalog().getOCProperties().getGroupNames())
                    .contains("注记");
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("东坝镇");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }

    @Test
    void pdfAndPngShowTheSame() throws IOException {
        DisplayList page = page(
                new Op.Fill(new Rectangle2D.Double(10, 10, 40, 20), Ink.of("#e27a1c")),
                new Op.Stroke(new Rectangle2D.Double(60, 10, 40, 20), Pen.of(1.5, Ink.of("#064a80"))),
                new Op.Stamp(
                        "s", List.of(new Op.Fill(new Rectangle2D.Double(-3, -3, 6, 6), Ink.of("#980000"))), 30, 60),
                along("青龙黄马路", HEI));
        BufferedImage png = PngCanvas.image(page, 100);
        BufferedImage pdf;
        try (PDDocument document = Loader.loadPDF(PdfBook.write("试", List.of(page)))) {
            pdf = new PDFRenderer(document).renderImageWithDPI(0, 100);
        }
        int different = 0;
        for (int y = 0; y < Math.min(png.getHeight(), pdf.getHeight()); y++) {
            for (int x = 0; x < Math.min(png.getWidth(), pdf.getWidth()); x++) {
                different += far(png.getRGB(x, y), pdf.getRGB(x, y)) ? 1 : 0;
            }
        }
        assertThat(different).isLessThan(png.getWidth() * png.getHeight() / 200);
    }

    private static boolean far(int a, int b) {
        int difference = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            difference += Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF));
        }
        return difference > 200;
    }

    @Test
    void largePaperIsPaintedInBandsThatFitTogether() throws IOException {
        DisplayList page = new DisplayList(
                200,
                400,
                List.of(
                        along("一二三四五六", HEI),
                        new Op.Fill(
                                new Rectangle2D.Double(0, 0, 200, 400),
                                Ink.of("#e0f2cf").with(0.5))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngCanvas.write(page, 150, bytes);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        BufferedImage whole = PngCanvas.image(page, 150);
        assertThat(read.getHeight()).isEqualTo(whole.getHeight()).isGreaterThan(2 * 1024);
        for (int y = 0; y < whole.getHeight(); y += 7) {
            for (int x = 0; x < whole.getWidth(); x += 5) {
                assertThat(read.getRGB(x, y)).isEqualTo(whole.getRGB(x, y));
            }
        }
    }

    @Test
    void theSvgKeepsNamesAsTextInLayers() {
        String svg = SvgCanvas.write("图 <1>", page(new Op.Layer("注记"), along("青龙路", HEI), new Op.Layer("")));
        assertThat(svg)
                .contains("width=\"120mm\" height=\"80mm\" viewBox=\"0 0 12000 8000\"")
                .contains("<g id=\"注记\">")
                .contains(">青龙路</text>")
                .contains("paint-order=\"stroke\"")
                .contains("图 &lt;1>");
    }

    @Test
    void aCharacterWithoutGlyphStopsThePage() {
        DisplayList page = page(Op.Text.plain(HEI, Ink.BLACK, "\uE123", 10, 10));
        assertThatThrownBy(() -> PdfBook.write("试", List.of(page)))
                .isInstanceOf(MissingGlyph.class)
                .hasMessageContaining("U+E123");
    }

    @Test
    void aFullDiskIsToldToWhoeverWrites() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> PngCanvas.write(page(), 72, full)).isInstanceOf(IOException.class);
    }
}
