package cn.diming.core.document;

import cn.diming.core.font.Typeface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something drawn at a place; in points from the upper left corner of the page or drawing, y downwards. */
public sealed interface Mark {

    /** The same at another place. */
    Mark moved(double dx, double dy);

    /**
     * Letters of one face on a baseline.
     *
     * @param spacing added after each letter, points
     * @param strong drawn with a thin outline, as a bolder cut
     */
    record Letters(double x, double y, Typeface face, double size, String text, double spacing, int rgb, boolean strong)
            implements Mark {
        @Override
        public Letters moved(double dx, double dy) {
            return new Letters(x + dx, y + dy, face, size, text, spacing, rgb, strong);
        }
    }

    /**
     * A line or an area of several rings.
     *
     * @param rings x, y, x, y …
     * @param fill colour of the area, even-odd
     */
    record Path(List<double[]> rings, boolean closed, Optional<Integer> fill, Optional<Pen> pen) implements Mark {
        @Override
        public Path moved(double dx, double dy) {
            List<double[]> moved = new ArrayList<>();
            for (double[] ring : rings) {
                double[] copy = new double[ring.length];
                for (int i = 0; i < ring.length; i += 2) {
                    copy[i] = ring[i] + dx;
                    copy[i + 1] = ring[i + 1] + dy;
                }
                moved.add(copy);
            }
            return new Path(moved, closed, fill, pen);
        }
    }

    /** @param dash lengths of stroke and gap in points; empty = unbroken */
    record Pen(int rgb, double width, List<Double> dash) {
        public static Pen of(int rgb, double width) {
            return new Pen(rgb, width, List.of());
        }
    }

    /** An image in a box. */
    record Placed(Image image, double x, double y, double width, double height) implements Mark {
        @Override
        public Placed moved(double dx, double dy) {
            return new Placed(image, x + dx, y + dy, width, height);
        }
    }

    static Path line(double x1, double y1, double x2, double y2, Pen pen) {
        return new Path(List.of(new double[] {x1, y1, x2, y2}), false, Optional.empty(), Optional.of(pen));
    }

    static Path area(double x, double y, double width, double height, int rgb) {
        return new Path(
                List.of(new double[] {x, y, x + width, y, x + width, y + height, x, y + height}),
                true,
                Optional.of(rgb),
                Optional.empty());
    }
}
