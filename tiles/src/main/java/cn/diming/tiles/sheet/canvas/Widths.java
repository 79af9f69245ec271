package cn.diming.tiles.sheet.canvas;

import cn.diming.core.font.Typeface;
import java.util.Arrays;

/** Widths of characters, remembered: asking the font takes a lock, and a sheet asks some ten thousand times. */
final class Widths {

    private static final float[][] KNOWN = new float[Typeface.values().length][0x10000];

    static {
        for (float[] known : KNOWN) {
            Arrays.fill(known, Float.NaN);
        }
    }

    /** In em. */
    static double of(Typeface face, String text) {
        double width = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            width += of(face, codePoint);
            i += Character.charCount(codePoint);
        }
        return width;
    }

    private static double of(Typeface face, int codePoint) {
        if (codePoint > 0xFFFF) {
            return face.covering(codePoint).width(codePoint);
        }
        float[] known = KNOWN[face.ordinal()];
        if (Float.isNaN(known[codePoint])) {
            known[codePoint] = (float) face.covering(codePoint).width(codePoint);
        }
        return known[codePoint];
    }

    private Widths() {}
}
