package cn.diming.tiles.sheet.canvas;

import cn.diming.core.font.Lettering;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.imageio.ImageIO;

/** Paints a page into pixels, with the same outlines of letters as the PDF has. */
public final class PngCanvas implements Canvas {

    /** Rows painted at once: 24 MB of an A3 page at 300 dpi, 58 MB of A0. */
    private static final int BAND = 1024;

    private final Graphics2D graphics;
    private final Deque<Shape> clips = new ArrayDeque<>();

    private PngCanvas(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** The page as PNG, painted in bands so that large paper needs little memory. */
    public static void write(DisplayList page, double dpi, OutputStream target) throws IOException {
        int width = (int) Math.round(page.printWidth() / 25.4 * dpi);
        int height = (int) Math.round(page.printHeight() / 25.4 * dpi);
        try (PngWriter png = new PngWriter(target, width, height, dpi)) {
            for (int top = 0; top < height; top += BAND) {
                png.rows(paint(page, dpi, width, Math.min(BAND, height - top), top));
            }
        }
    }

    /** The page as an image, for a preview. */
    public static BufferedImage image(DisplayList page, double dpi) {
        int width = (int) Math.max(1, Math.round(page.printWidth() / 25.4 * dpi));
        int height = (int) Math.max(1, Math.round(page.printHeight() / 25.4 * dpi));
        return paint(page, dpi, width, height, 0);
    }

    private static BufferedImage paint(DisplayList page, double dpi, int width, int height, int top) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setClip(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.translate(0, -top);
            graphics.scale(page.enlargement() * dpi / 25.4, page.enlargement() * dpi / 25.4);
            page.paintOn(new PngCanvas(graphics));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    @Override
    public void fill(Op.Fill fill) {
        graphics.setColor(colour(fill.ink()));
        GeneralPath path = new GeneralPath(GeneralPath.WIND_EVEN_ODD);
        path.append(fill.shape(), false);
        graphics.fill(path);
    }

    @Override
    public void stroke(Op.Stroke stroke) {
        Pen pen = stroke.pen();
        graphics.setColor(colour(pen.ink()));
        graphics.setStroke(stroke(pen));
        graphics.draw(stroke.shape());
    }

    private static BasicStroke stroke(Pen pen) {
        int cap = pen.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        float[] dash = new float[pen.dash().size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = pen.dash().get(i).floatValue();
        }
        return new BasicStroke((float) pen.width(), cap, BasicStroke.JOIN_ROUND, 10, dash.length == 0 ? null : dash, 0);
    }

    @Override
    public void clip(Op.Clip clip) {
        clips.push(graphics.getClip());
        GeneralPath path = new GeneralPath(GeneralPath.WIND_EVEN_ODD);
        path.append(clip.shape(), false);
        graphics.clip(path);
    }

    @Override
    public void unclip() {
        graphics.setClip(clips.pop());
    }

    @Override
    public void layer(Op.Layer layer) {
        // pixels have no layers
    }

    @Override
    public void text(Op.Text text) {
        FontStyle font = text.font();
        GeneralPath outline = new GeneralPath(GeneralPath.WIND_NON_ZERO);
        for (Glyphs part : text.parts()) {
            AffineTransform place = new AffineTransform();
            place.translate(part.x(), part.y());
            place.rotate(part.angle());
            place.scale(font.em() / 1000, -font.em() / 1000);
            if (font.oblique()) {
                place.shear(FontStyle.LEAN, 0);
            }
            append(outline, part.text(), font, place);
        }
        double strong = font.strong() ? font.em() * FontStyle.STROKE_OF_STRONG : 0;
        text.halo().ifPresent(halo -> {
            graphics.setColor(colour(halo.ink()));
            graphics.setStroke(stroke(Pen.of(2 * halo.width() + strong, halo.ink())));
            graphics.draw(outline);
        });
        graphics.setColor(colour(text.ink()));
        graphics.fill(outline);
        if (strong > 0) {
            graphics.setStroke(stroke(Pen.of(strong, text.ink())));
            graphics.draw(outline);
        }
    }

    private static void append(GeneralPath outline, String text, FontStyle font, AffineTransform place) {
        for (Lettering.Stretch stretch : Lettering.stretches(font.face(), text)) {
            stretch.text().codePoints().forEach(codePoint -> {
                outline.append(stretch.face().outline(codePoint).getPathIterator(place), false);
                place.translate(stretch.face().width(codePoint) * 1000, 0);
            });
        }
    }

    @Override
    public void stamp(Op.Stamp stamp) {
        graphics.translate(stamp.x(), stamp.y());
        DisplayList.paint(stamp.drawing(), this);
        graphics.translate(-stamp.x(), -stamp.y());
    }

    @Override
    public void picture(Op.Picture picture) {
        try {
            BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(picture.photo().bytes()));
            if (image != null) {
                AffineTransform place = new AffineTransform(
                        picture.width() / image.getWidth(),
                        0,
                        0,
                        picture.height() / image.getHeight(),
                        picture.x(),
                        picture.y());
                graphics.drawImage(image, place, null);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("painting a photo", broken);
        }
    }

    private static Color colour(Ink ink) {
        return new Color(
                ink.rgb() >> 16 & 0xFF, ink.rgb() >> 8 & 0xFF, ink.rgb() & 0xFF, (int) Math.round(ink.opacity() * 255));
    }
}
