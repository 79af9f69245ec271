package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.scene.PageShapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Where within the frame of a map nothing of the territory lies, in millimetres: room for insets, photos and the arrow. */
final class FreeSpace {

    /** Clear between the border of the territory and what is put beside it. */
    private static final double CLEAR = 5;

    private static final double FROM_FRAME = 2.5;

    private final Box map;
    private final int columns;
    private final int rows;
    private final BufferedImage taken;

    FreeSpace(Box map, Optional<Geometry> territory) {
        this.map = map;
        this.columns = (int) map.width();
        this.rows = (int) map.height();
        this.taken = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        paint(graphics -> territory.ifPresentOrElse(
                area -> {
                    graphics.setStroke(new BasicStroke((float) (2 * CLEAR)));
                    graphics.draw(PageShapes.path(area));
                    graphics.fill(PageShapes.path(area));
                },
                () -> graphics.fill(map.shape())));
    }

    private void paint(Consumer<Graphics2D> work) {
        Graphics2D graphics = taken.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.translate(-map.x(), -map.y());
        work.accept(graphics);
        graphics.dispose();
    }

    void take(Box box) {
        paint(graphics -> graphics.fill(box.inset(-1).shape()));
    }

    /**
     * The free place of a size that costs least.
     *
     * @param cost of a place with its upper left corner at x and y on the page
     */
    Optional<Box> find(double width, double height, ToDoubleBiFunction<Double, Double> cost) {
        int[][] sums = sums();
        int w = (int) Math.ceil(width);
        int h = (int) Math.ceil(height);
        @Nullable Box best = null;
        double least = Double.MAX_VALUE;
        for (int y = (int) FROM_FRAME; y + h <= rows - FROM_FRAME; y++) {
            for (int x = (int) FROM_FRAME; x + w <= columns - FROM_FRAME; x++) {
                boolean free = sums[y + h][x + w] - sums[y][x + w] - sums[y + h][x] + sums[y][x] == 0;
                double price = free ? cost.applyAsDouble(map.x() + x, map.y() + y) : Double.MAX_VALUE;
                if (price < least) {
                    least = price;
                    best = new Box(map.x() + x, map.y() + y, width, height);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private int[][] sums() {
        int[][] sums = new int[rows + 1][columns + 1];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int here = (taken.getRGB(x, y) & 0xFF) > 0 ? 1 : 0;
                sums[y + 1][x + 1] = here + sums[y][x + 1] + sums[y + 1][x] - sums[y][x];
            }
        }
        return sums;
    }

    /** Cost of places away from the corners of the map. */
    double fromCorner(double x, double y, double width, double height) {
        double toSide = Math.min(x - map.x(), map.right() - x - width);
        double toEnd = Math.min(y - map.y(), map.bottom() - y - height);
        return toSide + toEnd;
    }
}
