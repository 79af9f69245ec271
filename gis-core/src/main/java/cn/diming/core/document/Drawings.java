package cn.diming.core.document;

import cn.diming.core.document.Image.Drawing;
import cn.diming.core.document.Mark.Letters;
import cn.diming.core.document.Mark.Path;
import cn.diming.core.document.Mark.Pen;
import cn.diming.core.document.Mark.Placed;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** A drawing in other forms: in a box of a page, as SVG, as PNG. */
final class Drawings {

    private static final double EM = 1000;

    /** The marks, scaled into the box. */
    static List<Mark> placed(Drawing drawing, Placed box) {
        double scale = box.width() / drawing.width();
        return drawing.marks().stream()
                .map(mark -> scaled(mark, scale).moved(box.x(), box.y()))
                .toList();
    }

    private static Mark scaled(Mark mark, double scale) {
        return switch (mark) {
            case Letters l ->
                new Letters(
                        l.x() * scale,
                        l.y() * scale,
                        l.face(),
                        l.size() * scale,
                        l.text(),
                        l.spacing() * scale,
                        l.rgb(),
                        l.strong());
            case Path path ->
                new Path(
                        path.rings().stream().map(ring -> scaled(ring, scale)).toList(),
                        path.closed(),
                        path.fill(),
                        path.pen()
                                .map(pen -> new Pen(
                                        pen.rgb(),
                                        pen.width() * scale,
                                        pen.dash().stream().map(d -> d * scale).toList())));
            case Placed p -> new Placed(p.image(), p.x() * scale, p.y() * scale, p.width() * scale, p.height() * scale);
        };
    }

    private static double[] scaled(double[] ring, double scale) {
        double[] copy = ring.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] *= scale;
        }
        return copy;
    }

    /** For Word from 2016 on, which keeps it as vectors. */
    static byte[] svg(Drawing drawing) {
        Xml svg = new Xml();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                number(drawing.width()) + "pt",
                "height",
                number(drawing.height()) + "pt",
                "viewBox",
                "0 0 " + number(drawing.width()) + " " + number(drawing.height()));
        drawing.marks().forEach(mark -> svg(svg, mark));
        return svg.close("svg").bytes();
    }

    private static void svg(Xml svg, Mark mark) {
        switch (mark) {
            case Letters letters ->
                svg.open(
                                "text",
                                "x",
                                number(letters.x()),
                                "y",
                                number(letters.y()),
                                "font-family",
                                "SimSun, Noto Serif SC, serif",
                                "font-size",
                                number(letters.size()),
                                "fill",
                                colour(letters.rgb()))
                        .text(letters.text())
                        .close("text");
            case Path path ->
                svg.empty(
                        "path",
                        "d",
                        path.rings().stream()
                                .map(ring -> data(ring, path.closed()))
                                .collect(Collectors.joining()),
                        "fill-rule",
                        "evenodd",
                        "fill",
                        path.fill().map(Drawings::colour).orElse("none"),
                        "stroke",
                        path.pen().map(pen -> colour(pen.rgb())).orElse("none"),
                        "stroke-width",
                        path.pen().map(pen -> number(pen.width())).orElse("0"),
                        "stroke-dasharray",
                        path.pen().map(Drawings::dash).orElse("none"),
                        "stroke-linejoin",
                        "round");
            case Placed placed -> throw new IllegalArgumentException("a drawing holds no pictures");
        }
    }

    private static String dash(Pen pen) {
        return pen.dash().isEmpty()
                ? "none"
                : pen.dash().stream().map(Drawings::number).collect(Collectors.joining(" "));
    }

    private static String data(double[] ring, boolean closed) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < ring.length; i += 2) {
            data.append(i == 0 ? 'M' : 'L').append(number(ring[i])).append(' ').append(number(ring[i + 1]));
        }
        return closed ? data.append('Z').toString() : data.toString();
    }

    private static String colour(int rgb) {
        return "#%06x".formatted(rgb);
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 100) / 100.0);
    }

    /** For every other reader. Letters are drawn by their outlines: a server needs no fonts of its own. */
    static byte[] png(Drawing drawing, double dotsPerPoint) {
        int width = (int) Math.ceil(drawing.width() * dotsPerPoint);
        int height = (int) Math.ceil(drawing.height() * dotsPerPoint);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.scale(dotsPerPoint, dotsPerPoint);
        drawing.marks().forEach(mark -> paint(graphics, mark));
        graphics.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("writing a PNG", broken);
        }
    }

    private static void paint(Graphics2D graphics, Mark mark) {
        switch (mark) {
            case Letters letters -> letters(graphics, letters);
            case Path path -> path(graphics, path);
            case Placed placed -> throw new IllegalArgumentException("a drawing holds no pictures");
        }
    }

    private static void letters(Graphics2D graphics, Letters letters) {
        graphics.setColor(new Color(letters.rgb()));
        double x = letters.x();
        double scale = letters.size() / EM;
        for (int codePoint : letters.text().codePoints().toArray()) {
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, letters.y());
            graphics.fill(place.createTransformedShape(letters.face().outline(codePoint)));
            x += letters.face().width(codePoint) * letters.size() + letters.spacing();
        }
    }

    private static void path(Graphics2D graphics, Path path) {
        Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (double[] ring : path.rings()) {
            shape.moveTo(ring[0], ring[1]);
            for (int i = 2; i < ring.length; i += 2) {
                shape.lineTo(ring[i], ring[i + 1]);
            }
            if (path.closed()) {
                shape.closePath();
            }
        }
        path.fill().ifPresent(rgb -> {
            graphics.setColor(new Color(rgb));
            graphics.fill(shape);
        });
        path.pen().ifPresent(pen -> {
            graphics.setColor(new Color(pen.rgb()));
            graphics.setStroke(stroke(pen));
            graphics.draw(shape);
        });
    }

    private static BasicStroke stroke(Pen pen) {
        if (pen.dash().isEmpty()) {
            return new BasicStroke((float) pen.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        float[] dash = new float[pen.dash().size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = pen.dash().get(i).floatValue();
        }
        return new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private Drawings() {}
}
