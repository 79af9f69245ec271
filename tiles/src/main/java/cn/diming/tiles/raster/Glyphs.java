package cn.diming.tiles.raster;

import cn.diming.core.font.Typeface;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Shapes and widths of characters in the bundled face for screens. A character that no face has is left out. */
final class Glyphs {
    private static final int KEPT = 4000;
    private static final Typeface FACE = Typeface.HEI;
    /** Middle of the body of Chinese characters above the baseline, in ems. */
    private static final double MIDDLE = 0.38;

    private static final LoadingCache<Integer, Glyph> GLYPHS =
            Caffeine.newBuilder().maximumSize(KEPT).build(Glyphs::read);

    /** @param shape in ems, y downwards, its middle at 0 */
    private record Glyph(Shape shape, double width) {}

    /** Width of a text in ems. */
    static double width(String text) {
        return text.codePoints().mapToDouble(c -> GLYPHS.get(c).width).sum();
    }

    /** The shape of a text of one line, in ems, its middle at 0, 0. */
    static Path2D shape(String text) {
        Path2D.Double shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = -width(text) / 2;
        for (int character : text.codePoints().toArray()) {
            Glyph glyph = GLYPHS.get(character);
            shape.append(AffineTransform.getTranslateInstance(x, 0).createTransformedShape(glyph.shape), false);
            x += glyph.width;
        }
        return shape;
    }

    private static Glyph read(int character) {
        Typeface face = FACE.covering(character);
        if (!face.has(character)) {
            return new Glyph(new Path2D.Double(), 0);
        }
        AffineTransform ems = new AffineTransform(0.001, 0, 0, -0.001, 0, MIDDLE);
        return new Glyph(ems.createTransformedShape(face.outline(character)), face.width(character));
    }

    private Glyphs() {}
}
