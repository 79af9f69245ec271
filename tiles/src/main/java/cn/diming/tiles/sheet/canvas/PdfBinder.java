package cn.diming.tiles.sheet.canvas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Binds finished sheets into one file. Each keeps its own bookmark; memory is that of one sheet, however many there are. */
public final class PdfBinder {

    public static void bind(List<Path> sheets, Path target) throws IOException {
        PDFMergerUtility merger = new PDFMergerUtility();
        for (Path sheet : sheets) {
            merger.addSource(sheet.toFile());
        }
        merger.setDestinationFileName(target.toString());
        merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
    }

    private PdfBinder() {}
}
