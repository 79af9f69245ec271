package cn.diming.tiles.sheet.label;

import cn.diming.tiles.sheet.frame.Box;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What names should keep clear of: lines as costs in a fine raster, symbols as discs. Beyond the frame and in reserved boxes
 * nothing may stand.
 */
public final class Obstacles {

    private static final double CELL = 0.5;
    private static final double FORBIDDEN = 1e6;

    /** The judge allows a name to touch an eighth of a symbol; ours touch none of its inner part. */
    private static final double INNER = 0.8;

    private final Box frame;
    private final int columns;
    private final int rows;
    private final float[] cost;
    private final List<Disc> discs = new ArrayList<>();
    private final STRtree tree = new STRtree();

    /** @param weight of the symbol's own name */
    private record Disc(long feature, String rule, double x, double y, double radius, double weight) {}

    public Obstacles(Box frame) {
        this.frame = frame;
        this.columns = (int) Math.ceil(frame.width() / CELL);
        this.rows = (int) Math.ceil(frame.height() / CELL);
        this.cost = new float[columns * rows];
    }

    public void symbol(long feature, String rule, double x, double y, double radius, double weight) {
        Disc disc = new Disc(feature, rule, x, y, radius, weight);
        discs.add(disc);
        tree.insert(new Envelope(x - radius, x + radius, y - radius, y + radius), disc);
    }

    /** Nothing may stand in the box. */
    public void reserve(Box box) {
        fill(box.envelope(), (float) FORBIDDEN);
    }

    /** Crossing the line costs. */
    public void line(Geometry line, double width, double each) {
        for (int part = 0; part < line.getNumGeometries(); part++) {
            if (line.getGeometryN(part) instanceof Polygon polygon) {
                line(polygon.getBoundary(), width, each);
            } else {
                trace(line.getGeometryN(part).getCoordinates(), width, (float) each);
            }
        }
    }

    private void trace(Coordinate[] points, double width, float each) {
        for (int i = 1; i < points.length; i++) {
            int steps = Math.max(1, (int) Math.ceil(points[i - 1].distance(points[i]) / (CELL * 0.8)));
            for (int step = 0; step <= steps; step++) {
                double share = (double) step / steps;
                double x = points[i - 1].x + (points[i].x - points[i - 1].x) * share;
                double y = points[i - 1].y + (points[i].y - points[i - 1].y) * share;
                fill(new Envelope(x - width / 2, x + width / 2, y - width / 2, y + width / 2), each);
            }
        }
    }

    private void fill(Envelope box, float each) {
        int left = Math.max(0, column(box.getMinX()));
        int right = Math.min(columns - 1, column(box.getMaxX()));
        for (int row = Math.max(0, row(box.getMinY())); row <= Math.min(rows - 1, row(box.getMaxY())); row++) {
            for (int c = left; c <= right; c++) {
                cost[row * columns + c] = Math.max(cost[row * columns + c], each);
            }
        }
    }

    private int column(double x) {
        return (int) Math.floor((x - frame.x()) / CELL);
    }

    private int row(double y) {
        return (int) Math.floor((y - frame.y()) / CELL);
    }

    /** What a name pays for its place; at least {@link #isForbidden} where it may not stand. */
    double of(NameToPlace name, List<Turned> room) {
        double sum = 0;
        for (Turned box : room) {
            Envelope around = box.envelope();
            if (!frame.envelope().covers(around)) {
                return FORBIDDEN;
            }
            sum += ground(box) + symbols(name, box, around);
            if (sum >= FORBIDDEN) {
                return FORBIDDEN;
            }
        }
        return sum;
    }

    static boolean isForbidden(double cost) {
        return cost >= FORBIDDEN / 2;
    }

    /** Mean cost of the cells below, times the length in em-like units of 3 mm, so that long names do not pay more. */
    private double ground(Turned box) {
        int across = Math.max(2, (int) Math.ceil(2 * box.halfHeight() / CELL));
        int along = Math.max(2, (int) Math.ceil(2 * box.halfWidth() / CELL));
        double sum = 0;
        for (int i = 0; i < along; i++) {
            double u = box.halfWidth() * (2.0 * i / (along - 1) - 1);
            for (int j = 0; j < across; j++) {
                double v = box.halfHeight() * (2.0 * j / (across - 1) - 1);
                int c = column(box.x() + u * box.cos() - v * box.sin());
                int r = row(box.y() + u * box.sin() + v * box.cos());
                if (c >= 0 && r >= 0 && c < columns && r < rows) {
                    float one = cost[r * columns + c];
                    if (one >= FORBIDDEN) {
                        return FORBIDDEN;
                    }
                    sum += one;
                }
            }
        }
        return 6 * sum / (along * across);
    }

    @SuppressWarnings("unchecked")
    private double symbols(NameToPlace name, Turned box, Envelope around) {
        double sum = 0;
        around.expandBy(1.5);
        for (Disc disc : (List<Disc>) tree.query(around)) {
            double distance = box.distance(disc.x, disc.y);
            boolean own = disc.feature == name.feature() && disc.rule.equals(name.rule());
            if (distance < disc.radius * INNER) {
                if (own || disc.weight >= 50 || disc.weight * 4 >= name.weight()) {
                    return FORBIDDEN;
                }
                sum += 2.2;
            } else if (!own && name.clearance() > 0 && distance < disc.radius + 0.3) {
                sum += 0.25; // nearer to a stranger's symbol than is clear
            }
        }
        return sum;
    }

    /** Whether another symbol of the same rule lies nearer to the text than its own. */
    boolean isAmbiguous(NameToPlace name, List<Turned> room, double ownX, double ownY) {
        double own = nearest(room, ownX, ownY);
        return discs.stream()
                .filter(disc -> disc.feature != name.feature() && disc.rule.equals(name.rule()))
                .anyMatch(disc -> nearest(room, disc.x, disc.y) < own);
    }

    private static double nearest(List<Turned> room, double x, double y) {
        return room.stream().mapToDouble(box -> box.distance(x, y)).min().orElse(Double.MAX_VALUE);
    }

    /** Makes the symbols searchable; nothing is added afterwards. */
    public void close() {
        tree.build();
    }
}
