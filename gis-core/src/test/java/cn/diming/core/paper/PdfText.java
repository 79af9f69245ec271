package cn.diming.core.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader finds in a PDF. */
record PdfText(String text, int pages, List<PDFont> fonts) {

    static PdfText of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            return new PdfText(new PDFTextStripper().getText(document), document.getNumberOfPages(), fonts);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Without spaces and line ends, which setting in lines brings about. */
    String flat() {
        return flat(text);
    }

    static String flat(String text) {
        return text.replaceAll("[\\s\\u3000]", "");
    }
}
