package cn.diming.tiles.sheet.canvas;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param width in mm
 * @param dash lengths of strokes and gaps in mm; empty for an unbroken line
 * @param round whether ends are round; joins always are
 */
public record Pen(double width, Ink ink, List<Double> dash, boolean round) {
    public Pen {
        if (!(width > 0 && width < 50)) {
            throw new IllegalArgumentException("线宽无效：" + width);
        }
        dash = List.copyOf(dash);
    }

    public static Pen of(double width, Ink ink) {
        return new Pen(width, ink, List.of(), false);
    }
}
