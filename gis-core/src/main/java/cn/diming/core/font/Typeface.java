package cn.diming.core.font;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A bundled face (OFL). {@link #SONG} has all of U+4E00–9FFF and every character of the 通用规范汉字表; the other stands in
 * with it for what it lacks. Faces are read on first use and given up when memory is short. Safe for many threads.
 */
public enum Typeface {
    /** 宋体 (Noto Serif SC Regular). */
    SONG("song.ttf"),
    /** 黑体 (Noto Sans SC Medium). */
    HEI("hei.ttf");

    private static final double UNITS = 1000;

    private final String file;
    private SoftReference<@Nullable Face> held = new SoftReference<>(null);

    Typeface(String file) {
        this.file = file;
    }

    private record Face(TrueTypeFont font, CmapLookup characters) {}

    public boolean has(int codePoint) {
        return glyph(codePoint) != 0;
    }

    /** This face if it has the character, else the one that stands in for it. */
    public Typeface covering(int codePoint) {
        return has(codePoint) ? this : SONG;
    }

    /** Width in em. */
    public synchronized double width(int codePoint) {
        try {
            Face face = face();
            return face.font().getAdvanceWidth(face.characters().getGlyphId(codePoint)) / UNITS;
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }

    /** Shape in em × 1000, y upwards from the baseline. */
    public synchronized GeneralPath outline(int codePoint) {
        try {
            var glyph = face().font().getGlyph().getGlyph(glyph(codePoint));
            return glyph == null ? new GeneralPath() : glyph.getPath();
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }

    /** The whole font, for a writer that embeds a part of it; not for use by two threads at once. */
    public synchronized TrueTypeFont font() {
        return face().font();
    }

    /** The font read anew, for a writer that works beside others and gives it back to nobody. */
    public TrueTypeFont parse() {
        return read().font();
    }

    private synchronized int glyph(int codePoint) {
        return face().characters().getGlyphId(codePoint);
    }

    private Face face() {
        Face face = held.get();
        if (face == null) {
            face = read();
            held = new SoftReference<>(face);
        }
        return face;
    }

    private Face read() {
        try (InputStream bytes = Objects.requireNonNull(Typeface.class.getResourceAsStream(file))) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes.readAllBytes()));
            return new Face(font, font.getUnicodeCmapLookup());
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }
}
