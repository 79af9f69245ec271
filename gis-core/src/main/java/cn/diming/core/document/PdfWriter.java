package cn.diming.core.document;

import cn.diming.core.document.Mark.Letters;
import cn.diming.core.document.Mark.Path;
import cn.diming.core.document.Mark.Pen;
import cn.diming.core.document.Mark.Placed;
import cn.diming.core.font.Typeface;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Writes pages as PDF: vectors, embedded parts of the fonts, a text layer with the very code points. The same pages give the
 * same bytes. One document at a time, because the fonts are shared.
 */
final class PdfWriter implements AutoCloseable {

    private static final Object FONTS = new Object();
    private static final double STROKE_OF_STRONG = 0.028;

    private final PDDocument pdf = new PDDocument();
    private final Map<Typeface, PDType0Font> fonts = new EnumMap<>(Typeface.class);
    private final Map<Image.Photo, PDImageXObject> photos = new IdentityHashMap<>();
    private final double pageHeight;

    private PdfWriter(double pageHeight) {
        this.pageHeight = pageHeight;
    }

    static byte[] write(SetPages pages) {
        synchronized (FONTS) {
            Layout.Page sheet = pages.document().layout().page();
            try (PdfWriter writer = new PdfWriter(Layout.points(sheet.height()))) {
                for (List<Mark> marks : pages.pages()) {
                    writer.page(marks, (float) Layout.points(sheet.width()));
                }
                return writer.finished(pages.document().title());
            } catch (IOException broken) {
                throw new UncheckedIOException("writing a PDF", broken);
            }
        }
    }

    private byte[] finished(String title) throws IOException {
        pdf.getDocumentInformation().setTitle(title);
        pdf.getDocumentInformation().setProducer("Diming");
        pdf.getDocumentCatalog().setLanguage("zh-CN");
        pdf.setDocumentId(1L); // else the clock would be in it
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private void page(List<Mark> marks, float width) throws IOException {
        PDPage page = new PDPage(new PDRectangle(width, (float) pageHeight));
        pdf.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
            for (Mark mark : marks) {
                draw(out, mark);
            }
        }
    }

    private void draw(PDPageContentStream out, Mark mark) throws IOException {
        switch (mark) {
            case Letters letters -> letters(out, letters);
            case Path path -> path(out, path);
            case Placed placed -> image(out, placed);
        }
    }

    private void letters(PDPageContentStream out, Letters letters) throws IOException {
        out.beginText();
        out.setFont(font(letters.face()), (float) letters.size());
        out.setCharacterSpacing((float) letters.spacing());
        out.setNonStrokingColor(new Color(letters.rgb()));
        if (letters.strong()) {
            out.setRenderingMode(RenderingMode.FILL_STROKE);
            out.setStrokingColor(new Color(letters.rgb()));
            out.setLineWidth((float) (letters.size() * STROKE_OF_STRONG));
            out.setLineDashPattern(new float[0], 0);
        } else {
            out.setRenderingMode(RenderingMode.FILL);
        }
        out.newLineAtOffset((float) letters.x(), (float) (pageHeight - letters.y()));
        out.showText(letters.text());
        out.endText();
    }

    private PDType0Font font(Typeface face) throws IOException {
        PDType0Font font = fonts.get(face);
        if (font == null) {
            font = PDType0Font.load(pdf, face.font(), true);
            fonts.put(face, font);
        }
        return font;
    }

    private void path(PDPageContentStream out, Path path) throws IOException {
        for (double[] ring : path.rings()) {
            out.moveTo((float) ring[0], (float) (pageHeight - ring[1]));
            for (int i = 2; i < ring.length; i += 2) {
                out.lineTo((float) ring[i], (float) (pageHeight - ring[i + 1]));
            }
            if (path.closed()) {
                out.closePath();
            }
        }
        if (path.fill().isPresent()) {
            out.setNonStrokingColor(new Color(path.fill().get()));
        }
        if (path.pen().isPresent()) {
            pen(out, path.pen().get());
        }
        if (path.fill().isPresent() && path.pen().isPresent()) {
            out.fillAndStrokeEvenOdd();
        } else if (path.fill().isPresent()) {
            out.fillEvenOdd();
        } else {
            out.stroke();
        }
    }

    private static void pen(PDPageContentStream out, Pen pen) throws IOException {
        out.setStrokingColor(new Color(pen.rgb()));
        out.setLineWidth((float) pen.width());
        out.setLineCapStyle(pen.dash().isEmpty() ? 1 : 0);
        out.setLineJoinStyle(1);
        float[] dash = new float[pen.dash().size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = pen.dash().get(i).floatValue();
        }
        out.setLineDashPattern(dash, 0);
    }

    private void image(PDPageContentStream out, Placed placed) throws IOException {
        switch (placed.image()) {
            case Image.Photo photo -> {
                PDImageXObject image = photos.get(photo);
                if (image == null) {
                    image = PDImageXObject.createFromByteArray(pdf, photo.bytes(), "photo");
                    photos.put(photo, image);
                }
                out.drawImage(
                        image,
                        (float) placed.x(),
                        (float) (pageHeight - placed.y() - placed.height()),
                        (float) placed.width(),
                        (float) placed.height());
            }
            case Image.Drawing drawing -> {
                for (Mark mark : Drawings.placed(drawing, placed)) {
                    draw(out, mark);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
