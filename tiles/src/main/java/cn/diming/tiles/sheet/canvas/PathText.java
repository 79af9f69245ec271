package cn.diming.tiles.sheet.canvas;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/** Writes the outline of a shape as text: the operators of PDF or the path of SVG. */
final class PathText {

    /** Hundredths of a millimetre, which printers do not resolve. */
    static final double UNITS = 100;

    /** x y m … x y l … h */
    static void pdf(Shape shape, StringBuilder out) {
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> numbers(out, c, 2).append("m\n");
                case PathIterator.SEG_LINETO -> numbers(out, c, 2).append("l\n");
                case PathIterator.SEG_CUBICTO -> numbers(out, c, 6).append("c\n");
                case PathIterator.SEG_QUADTO -> numbers(out, cubic(x, y, c), 6).append("c\n");
                default -> out.append("h\n");
            }
            int last = lastPoint(path.currentSegment(c));
            x = last < 0 ? x : c[last];
            y = last < 0 ? y : c[last + 1];
        }
    }

    /** Mx yLx yZ, in hundredths of a millimetre. */
    static void svg(Shape shape, StringBuilder out) {
        double[] c = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> numbers(out.append('M'), c, 2);
                case PathIterator.SEG_LINETO -> numbers(out.append('L'), c, 2);
                case PathIterator.SEG_CUBICTO -> numbers(out.append('C'), c, 6);
                case PathIterator.SEG_QUADTO -> numbers(out.append('Q'), c, 4);
                default -> out.append("Z ");
            }
            out.setLength(out.length() - 1);
        }
    }

    private static StringBuilder numbers(StringBuilder out, double[] mm, int count) {
        for (int i = 0; i < count; i++) {
            out.append(Math.round(mm[i] * UNITS)).append(' ');
        }
        return out;
    }

    private static double[] cubic(double x, double y, double[] quad) {
        return new double[] {
            x + 2 * (quad[0] - x) / 3,
            y + 2 * (quad[1] - y) / 3,
            quad[2] + 2 * (quad[0] - quad[2]) / 3,
            quad[3] + 2 * (quad[1] - quad[3]) / 3,
            quad[2],
            quad[3]
        };
    }

    private static int lastPoint(int segment) {
        return switch (segment) {
            case PathIterator.SEG_CLOSE -> -1;
            case PathIterator.SEG_CUBICTO -> 4;
            case PathIterator.SEG_QUADTO -> 2;
            default -> 0;
        };
    }

    private PathText() {}
}
