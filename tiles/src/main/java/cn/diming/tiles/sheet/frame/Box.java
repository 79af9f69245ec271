package cn.diming.tiles.sheet.frame;

import java.awt.geom.Rectangle2D;
import org.locationtech.jts.geom.Envelope;

/** A rectangle on the page, mm from the upper left corner, y downwards. */
public record Box(double x, double y, double width, double height) {
    public Box {
        if (!(width >= 0 && height >= 0)) {
            throw new IllegalArgumentException("矩形的大小无效：" + width + "×" + height);
        }
    }

    public static Box of(Envelope page) {
        return new Box(page.getMinX(), page.getMinY(), page.getWidth(), page.getHeight());
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    public double area() {
        return width * height;
    }

    /** Smaller on each side by a distance; larger if it is negative. */
    public Box inset(double by) {
        return new Box(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by));
    }

    public boolean holds(Box other) {
        return other.x >= x - 1e-6
                && other.y >= y - 1e-6
                && other.right() <= right() + 1e-6
                && other.bottom() <= bottom() + 1e-6;
    }

    public boolean meets(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    public Rectangle2D shape() {
        return new Rectangle2D.Double(x, y, width, height);
    }

    public Envelope envelope() {
        return new Envelope(x, right(), y, bottom());
    }
}
