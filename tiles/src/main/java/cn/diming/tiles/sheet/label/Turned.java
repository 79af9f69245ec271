package cn.diming.tiles.sheet.label;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A rectangle at an angle: the room that text takes. Page mm.
 *
 * @param x centre
 * @param halfWidth along the text
 * @param cos of the angle of the text, clockwise
 */
public record Turned(double x, double y, double halfWidth, double halfHeight, double cos, double sin) {

    static Turned level(double left, double top, double right, double bottom) {
        return new Turned((left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2, 1, 0);
    }

    double reachX() {
        return Math.abs(cos) * halfWidth + Math.abs(sin) * halfHeight;
    }

    double reachY() {
        return Math.abs(sin) * halfWidth + Math.abs(cos) * halfHeight;
    }

    public Envelope envelope() {
        return new Envelope(x - reachX(), x + reachX(), y - reachY(), y + reachY());
    }

    /** By separating axes. */
    public boolean meets(Turned other) {
        double dx = other.x - x;
        double dy = other.y - y;
        return !(parted(dx, dy, cos, sin, halfWidth, other)
                || parted(dx, dy, -sin, cos, halfHeight, other)
                || other.parted(-dx, -dy, other.cos, other.sin, other.halfWidth, this)
                || other.parted(-dx, -dy, -other.sin, other.cos, other.halfHeight, this));
    }

    private boolean parted(double dx, double dy, double axisX, double axisY, double half, Turned other) {
        double reach = Math.abs(other.cos * axisX + other.sin * axisY) * other.halfWidth
                + Math.abs(-other.sin * axisX + other.cos * axisY) * other.halfHeight;
        return Math.abs(dx * axisX + dy * axisY) >= half + reach;
    }

    /** Distance of a point from the rectangle; 0 within. */
    public double distance(double px, double py) {
        double along = Math.abs((px - x) * cos + (py - y) * sin) - halfWidth;
        double across = Math.abs((py - y) * cos - (px - x) * sin) - halfHeight;
        return Math.hypot(Math.max(0, along), Math.max(0, across));
    }

    /** The corners, closed. */
    public Coordinate[] ring() {
        Coordinate[] ring = new Coordinate[5];
        int[][] signs = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
        for (int i = 0; i < ring.length; i++) {
            double u = signs[i][0] * halfWidth;
            double v = signs[i][1] * halfHeight;
            ring[i] = new Coordinate(x + u * cos - v * sin, y + u * sin + v * cos);
        }
        return ring;
    }
}
