package cn.diming.core.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What POI reads from a Word file. */
record WordText(String text, int tables, int pictures) {

    static WordText of(byte[] docx) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return new WordText(
                    extractor.getText(),
                    document.getTables().size(),
                    document.getAllPictures().size());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String flat() {
        return PdfText.flat(text);
    }
}
