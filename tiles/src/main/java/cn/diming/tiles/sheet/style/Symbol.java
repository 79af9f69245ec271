package cn.diming.tiles.sheet.style;

import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A point symbol. Shapes differ as well as colours, so that neither colour-blind people nor a grey copy lose them.
 *
 * @param size its diameter, mm
 */
public record Symbol(Form form, double size, Ink ink) {

    private static final double RIM = 0.14;

    /** The shapes there are. */
    public enum Form {
        STAR_RING,
        RING_DOT,
        RING,
        DOT,
        SQUARE,
        DIAMOND,
        TRIANGLE,
        HOUSE,
        SHIELD,
        HEXAGON,
        CROSS,
        BUS,
        FACTORY,
        TEMPLE,
        FLAG,
        POST,
        PIN
    }

    public double radius() {
        return size / 2;
    }

    /** How far its middle is above the place it marks: a pin stands on its tip. */
    public double rise() {
        return form == Form.PIN ? 1.8 * radius() : 0;
    }

    /** The symbol with its centre at a point of the page. */
    public Op at(double x, double y) {
        String name = form.name().toLowerCase(Locale.ROOT) + "-%d-%06x".formatted(Math.round(size * 100), ink.rgb());
        return new Op.Stamp(name, drawing(), x, y);
    }

    private List<Op> drawing() {
        double x = 0;
        double y = 0;
        double r = size / 2;
        List<Op> ops = new ArrayList<>();
        switch (form) {
            case STAR_RING -> {
                ops.add(new Op.Fill(circle(x, y, r), Ink.WHITE));
                ops.add(new Op.Stroke(circle(x, y, r - 0.18), Pen.of(0.36, ink)));
                ops.add(new Op.Fill(star(x, y, r * 0.66), ink));
            }
            case RING_DOT -> {
                ops.add(new Op.Fill(circle(x, y, r), Ink.WHITE));
                ops.add(new Op.Stroke(circle(x, y, r - 0.15), Pen.of(0.3, ink)));
                ops.add(new Op.Fill(circle(x, y, r * 0.4), ink));
            }
            case RING -> {
                ops.add(new Op.Fill(circle(x, y, r), Ink.WHITE));
                ops.add(new Op.Stroke(circle(x, y, r - 0.1), Pen.of(0.2, ink)));
            }
            default -> {
                Shape outline = outline(x, y, r);
                ops.add(new Op.Stroke(outline, Pen.of(2 * RIM, Ink.WHITE)));
                ops.add(new Op.Fill(outline, ink));
            }
        }
        return ops;
    }

    private Shape outline(double x, double y, double r) {
        return switch (form) {
            case SQUARE -> new Rectangle2D.Double(x - r * 0.86, y - r * 0.86, r * 1.72, r * 1.72);
            case DIAMOND -> polygon(x, y, r, 0, -1.1, 1.1, 0, 0, 1.1, -1.1, 0);
            case TRIANGLE -> polygon(x, y, r, 0, -1, 1.05, 0.85, -1.05, 0.85);
            case HOUSE -> polygon(x, y, r, 0, -1, 1, -0.1, 0.75, -0.1, 0.75, 0.9, -0.75, 0.9, -0.75, -0.1, -1, -0.1);
            case SHIELD -> polygon(x, y, r, -0.9, -0.9, 0.9, -0.9, 0.9, 0.2, 0, 1.05, -0.9, 0.2);
            case HEXAGON -> regular(x, y, r, 6);
            case CROSS ->
                polygon(
                        x, y, r, -0.36, -1, 0.36, -1, 0.36, -0.36, 1, -0.36, 1, 0.36, 0.36, 0.36, 0.36, 1, -0.36, 1,
                        -0.36, 0.36, -1, 0.36, -1, -0.36, -0.36, -0.36);
            case BUS -> bus(x, y, r);
            case FACTORY ->
                polygon(
                        x, y, r, -1, 0.9, -1, -0.2, -0.35, -0.75, -0.35, -0.2, 0.3, -0.75, 0.3, -0.2, 0.62, -0.45, 0.62,
                        -1.05, 1, -1.05, 1, 0.9);
            case TEMPLE ->
                polygon(
                        x, y, r, 0, -1.1, 1.15, -0.15, 0.72, -0.15, 0.72, 0.9, 0.25, 0.9, 0.25, 0.2, -0.25, 0.2, -0.25,
                        0.9, -0.72, 0.9, -0.72, -0.15, -1.15, -0.15);
            case FLAG -> polygon(x, y, r, -0.7, -1, 0.9, -0.45, -0.4, 0.1, -0.4, 1, -0.7, 1);
            case POST -> polygon(x, y, r, -1, -0.7, 1, -0.7, 0, 0.25, -1, -0.7, -1, 0.8, 1, 0.8, 1, -0.7);
            case PIN -> pin(x, y, r);
            default -> circle(x, y, r);
        };
    }

    private static Shape bus(double x, double y, double r) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.append(new Rectangle2D.Double(x - r * 0.85, y - r, r * 1.7, r * 1.6), false);
        path.append(new Rectangle2D.Double(x - r * 0.6, y - r * 0.72, r * 1.2, r * 0.62), false);
        path.append(circle(x - r * 0.48, y + r * 0.78, r * 0.24), false);
        path.append(circle(x + r * 0.48, y + r * 0.78, r * 0.24), false);
        return path;
    }

    /** A drop whose tip is the place. */
    private static Shape pin(double x, double y, double r) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.moveTo(x, y);
        path.curveTo(x - r * 0.3, y - r * 0.9, x - r, y - r * 1.1, x - r, y - r * 1.8);
        path.curveTo(x - r, y - r * 3.1, x + r, y - r * 3.1, x + r, y - r * 1.8);
        path.curveTo(x + r, y - r * 1.1, x + r * 0.3, y - r * 0.9, x, y);
        path.closePath();
        path.append(circle(x, y - r * 1.8, r * 0.42), false);
        return path;
    }

    private static Shape circle(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    private static Shape star(double x, double y, double r) {
        double[] points = new double[20];
        for (int i = 0; i < 10; i++) {
            double angle = Math.PI * (i / 5.0 - 0.5);
            double length = i % 2 == 0 ? 1 : 0.382;
            points[2 * i] = length * Math.cos(angle);
            points[2 * i + 1] = length * Math.sin(angle);
        }
        return polygon(x, y, r, points);
    }

    private static Shape regular(double x, double y, double r, int corners) {
        double[] points = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            points[2 * i] = Math.cos(2 * Math.PI * i / corners);
            points[2 * i + 1] = Math.sin(2 * Math.PI * i / corners);
        }
        return polygon(x, y, r, points);
    }

    private static Shape polygon(double x, double y, double r, double... points) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.moveTo(x + points[0] * r, y + points[1] * r);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(x + points[i] * r, y + points[i + 1] * r);
        }
        path.closePath();
        return path;
    }
}
