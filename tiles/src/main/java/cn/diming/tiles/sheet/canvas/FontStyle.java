package cn.diming.tiles.sheet.canvas;

import cn.diming.core.font.Typeface;

/**
 * How text looks.
 *
 * @param points size in points of 1/72 inch, as printed
 * @param strong drawn with an outline of 2.8 % of its size, as papers are (ADR 19)
 * @param oblique leaning 12° to the right, as names of waters do
 */
public record FontStyle(Typeface face, double points, boolean strong, boolean oblique) {
    static final double STROKE_OF_STRONG = 0.032;
    static final double LEAN = Math.tan(Math.toRadians(12));

    private static final double MM_PER_POINT = 25.4 / 72;

    public FontStyle {
        if (!(points >= 3 && points <= 400)) {
            throw new IllegalArgumentException("字号无效：" + points);
        }
    }

    public static FontStyle of(Typeface face, double points) {
        return new FontStyle(face, points, false, false);
    }

    public FontStyle bold() {
        return new FontStyle(face, points, true, oblique);
    }

    /** The size in mm. */
    public double em() {
        return points * MM_PER_POINT;
    }

    /** Width of a text in mm. */
    public double width(String text) {
        return Widths.of(face, text) * em();
    }
}
