package cn.diming.tiles.sheet.margin;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;

/**
 * A scale bar of four segments of a round length.
 *
 * @param segmentMetres on the ground
 * @param segment its length on the page, mm
 */
public record ScaleBar(double segmentMetres, double segment) {

    private static final double HIGH = 1.3;
    private static final int SEGMENTS = 4;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** @param most mm that the bar may be long */
    public static ScaleBar of(double metresPerMm, double most) {
        double metres = most / SEGMENTS * metresPerMm;
        double power = Math.pow(10, Math.floor(Math.log10(metres)));
        double best = power;
        for (double round : ROUND) {
            if (round * power <= metres) {
                best = round * power;
            }
        }
        return new ScaleBar(best, best / metresPerMm);
    }

    public double length() {
        return SEGMENTS * segment;
    }

    /** @param y of the bar's upper edge; the figures stand above */
    public void draw(Sketch sketch, double x, double y) {
        FontStyle font = Sketch.hei(6.5);
        boolean kilometres = segmentMetres * SEGMENTS >= 2000;
        for (int i = 0; i < SEGMENTS; i++) {
            Box part = new Box(x + i * segment, y, segment, HIGH);
            sketch.fill(part, i % 2 == 0 ? Sketch.INK : Ink.WHITE);
            sketch.box(part, Pen.of(0.15, Sketch.INK));
        }
        for (int i = 0; i <= SEGMENTS; i++) {
            double metres = i * segmentMetres;
            String text = number(kilometres ? metres / 1000 : metres);
            sketch.centred(font, Sketch.INK, text, x + i * segment, y - 0.8);
            if (i == SEGMENTS) {
                sketch.text(
                        font,
                        Sketch.INK,
                        kilometres ? "km" : "m",
                        x + i * segment + font.width(text) / 2 + 0.6,
                        y - 0.8);
            }
        }
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : Double.toString(Math.round(value * 100) / 100.0);
    }
}
