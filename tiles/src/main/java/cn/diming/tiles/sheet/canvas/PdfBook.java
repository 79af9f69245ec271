package cn.diming.tiles.sheet.canvas;

import cn.diming.core.font.Typeface;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;

/**
 * A PDF of one or many sheets: vectors, parts of the fonts, a text layer with the very code points, layers, bookmarks. The
 * same pages give the same bytes. Not for several threads; several books may be written at once.
 */
public final class PdfBook implements AutoCloseable {

    /** Parsed fonts: one set for each book that is being written, since a font is read through a cursor. */
    private static final ConcurrentLinkedQueue<Map<Typeface, TrueTypeFont>> FONTS = new ConcurrentLinkedQueue<>();

    /** Half the side of the box a symbol is drawn in, hundredths of a millimetre. */
    private static final float LARGEST_STAMP = 2000;

    private final PDDocument pdf = new PDDocument();
    private final PDOptionalContentProperties layers = new PDOptionalContentProperties();
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final Map<Typeface, TrueTypeFont> outlines;
    private final Map<Typeface, PDType0Font> fonts = new EnumMap<>(Typeface.class);
    private final Map<String, PDFormXObject> stamps = new HashMap<>();
    private final Map<Photo, PDImageXObject> photos = new IdentityHashMap<>();

    public PdfBook(String title) {
        Map<Typeface, TrueTypeFont> free = FONTS.poll();
        outlines = free == null ? new EnumMap<>(Typeface.class) : free;
        pdf.getDocumentInformation().setTitle(title);
        pdf.getDocumentInformation().setProducer("Diming");
        pdf.getDocumentCatalog().setLanguage("zh-CN");
        pdf.setVersion(1.6f);
    }

    /** One sheet as a PDF of its own. */
    public static byte[] write(String title, List<DisplayList> pages) {
        try (PdfBook book = new PdfBook(title)) {
            book.add(title, pages);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("writing a PDF", broken);
        }
    }

    /** Adds the pages of a sheet; the bookmark leads to the first. */
    public void add(String bookmark, List<DisplayList> pages) throws IOException {
        @Nullable PDPage first = null;
        for (DisplayList list : pages) {
            PDPage page = page(list);
            pdf.addPage(page);
            first = first == null ? page : first;
        }
        if (first != null) {
            PDPageFitDestination destination = new PDPageFitDestination();
            destination.setPage(first);
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(bookmark);
            item.setDestination(destination);
            outline.addLast(item);
        }
    }

    private PDPage page(DisplayList list) {
        float scale = 72 / 25.4f;
        PDPage page =
                new PDPage(new PDRectangle((float) list.printWidth() * scale, (float) list.printHeight() * scale));
        PageResources resources = new PageResources();
        PdfCanvas canvas = new PdfCanvas(this, resources, list);
        list.paintOn(canvas);
        page.setResources(resources.all);
        page.setContents(stream(canvas.content()));
        return page;
    }

    /** Finishes the book; nothing can be added any more. */
    public void writeTo(OutputStream target) throws IOException {
        for (PDType0Font font : fonts.values()) {
            font.subset();
        }
        if (!layers.getOptionalContentGroups().isEmpty()) {
            pdf.getDocumentCatalog().setOCProperties(layers);
        }
        pdf.getDocumentCatalog().setDocumentOutline(outline);
        pdf.getDocumentInformation().setCreationDate((@Nullable Calendar) null);
        pdf.setDocumentId(1L); // else the clock would be in it
        pdf.save(target);
    }

    byte[] encode(Typeface face, String text) throws IOException {
        PDType0Font font = font(face);
        text.codePoints().forEach(font::addToSubset);
        return font.encode(text);
    }

    private PDType0Font font(Typeface face) throws IOException {
        PDType0Font font = fonts.get(face);
        if (font == null) {
            TrueTypeFont glyphs = outlines.get(face);
            if (glyphs == null) {
                glyphs = face.parse();
                outlines.put(face, glyphs);
            }
            font = PDType0Font.load(pdf, glyphs, true);
            fonts.put(face, font);
        }
        return font;
    }

    /** What a page's stream calls by name. */
    final class PageResources {
        private final PDResources all = new PDResources();
        private final Map<Object, String> names = new LinkedHashMap<>();

        String font(Typeface face) {
            return names.computeIfAbsent(face, key -> {
                try {
                    return all.add(PdfBook.this.font(face)).getName();
                } catch (IOException broken) {
                    throw new UncheckedIOException("embedding a font", broken);
                }
            });
        }

        String opacity(double opacity) {
            return names.computeIfAbsent(opacity, key -> {
                PDExtendedGraphicsState state = new PDExtendedGraphicsState();
                state.setNonStrokingAlphaConstant((float) opacity);
                state.setStrokingAlphaConstant((float) opacity);
                return all.add(state).getName();
            });
        }

        String layer(String title) {
            return names.computeIfAbsent(title, key -> {
                PDOptionalContentGroup group = layers.getGroup(title);
                if (group == null) {
                    group = new PDOptionalContentGroup(title);
                    layers.addGroup(group);
                }
                return all.add(group).getName();
            });
        }

        String stamp(Op.Stamp stamp) {
            return names.computeIfAbsent(
                    "stamp/" + stamp.name(), key -> all.add(form(stamp)).getName());
        }

        String photo(Photo photo) {
            return names.computeIfAbsent(photo, key -> all.add(image(photo)).getName());
        }
    }

    private PDFormXObject form(Op.Stamp stamp) {
        return stamps.computeIfAbsent(stamp.name(), key -> {
            PageResources resources = new PageResources();
            PdfCanvas canvas = new PdfCanvas(this, resources);
            canvas.begin();
            DisplayList.paint(stamp.drawing(), canvas);
            PDStream content = stream(canvas.content());
            PDFormXObject form = new PDFormXObject(content);
            form.setResources(resources.all);
            form.setBBox(new PDRectangle(-LARGEST_STAMP, -LARGEST_STAMP, 2 * LARGEST_STAMP, 2 * LARGEST_STAMP));
            return form;
        });
    }

    private PDStream stream(byte[] content) {
        try {
            return new PDStream(pdf, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        } catch (IOException broken) {
            throw new UncheckedIOException("writing a page", broken);
        }
    }

    private PDImageXObject image(Photo photo) {
        return photos.computeIfAbsent(photo, key -> {
            try {
                return PDImageXObject.createFromByteArray(pdf, photo.bytes(), "photo");
            } catch (IOException broken) {
                throw new UncheckedIOException("placing a photo", broken);
            }
        });
    }

    @Override
    public void close() throws IOException {
        FONTS.add(outlines);
        pdf.close();
    }
}
