package cn.diming.tiles.sheet.frame;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The squares of the index: columns by letters (without I and O, which look like digits), rows by numbers from the top. Lines,
 * letters at the margin and index all come from this one object.
 */
public record Grid(Box map, double cell) {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    public int columns() {
        return (int) Math.ceil(map.width() / cell - 1e-9);
    }

    public int rows() {
        return (int) Math.ceil(map.height() / cell - 1e-9);
    }

    /** The left edge of a column, or beyond the last one the right edge of the map. */
    public double left(int column) {
        return Math.min(map.x() + column * cell, map.right());
    }

    public double top(int row) {
        return Math.min(map.y() + row * cell, map.bottom());
    }

    public String columnName(int column) {
        int letters = LETTERS.length();
        String last = String.valueOf(LETTERS.charAt(column % letters));
        return column < letters ? last : LETTERS.charAt(column / letters - 1) + last;
    }

    /** The square of a point of the map, such as C4. */
    public String square(double x, double y) {
        int column = Math.clamp((int) Math.floor((x - map.x()) / cell), 0, columns() - 1);
        int row = Math.clamp((int) Math.floor((y - map.y()) / cell), 0, rows() - 1);
        return columnName(column) + (row + 1);
    }

    /** All squares that a geometry of the page crosses, along it for a line. */
    public List<String> squares(Geometry page) {
        Set<String> crossed = new LinkedHashSet<>();
        for (int part = 0; part < page.getNumGeometries(); part++) {
            Coordinate[] points = page.getGeometryN(part).getCoordinates();
            for (int i = 0; i < points.length; i++) {
                Coordinate from = points[Math.max(0, i - 1)];
                walk(from, points[i], crossed);
            }
        }
        return new ArrayList<>(crossed);
    }

    private void walk(Coordinate from, Coordinate to, Set<String> crossed) {
        int steps = (int) Math.ceil(from.distance(to) / 0.25);
        for (int i = 0; i <= steps; i++) {
            double share = steps == 0 ? 0 : (double) i / steps;
            double x = from.x + (to.x - from.x) * share;
            double y = from.y + (to.y - from.y) * share;
            if (map.envelope().covers(x, y)) {
                crossed.add(square(x, y));
            }
        }
    }
}
