package cn.diming.core.font;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Text in terms of the faces that can show it. */
public final class Lettering {

    /** The printer's mark for a sort that is not in the case. */
    private static final String GETA = "〓";

    /** Text that one face shows. */
    public record Stretch(Typeface face, String text) {}

    /**
     * Cuts a text where another face must stand in.
     *
     * @throws MissingGlyph naming the first character that no face has
     */
    public static List<Stretch> stretches(Typeface face, String text) {
        List<Stretch> stretches = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        Typeface current = face;
        for (int codePoint : text.codePoints().toArray()) {
            Typeface next = face.covering(codePoint);
            if (!next.has(codePoint)) {
                throw new MissingGlyph(codePoint);
            }
            if (next != current && !open.isEmpty()) {
                stretches.add(new Stretch(current, open.toString()));
                open.setLength(0);
            }
            current = next;
            open.appendCodePoint(codePoint);
        }
        if (!open.isEmpty()) {
            stretches.add(new Stretch(current, open.toString()));
        }
        return stretches;
    }

    /** Width in em. */
    public static double width(Typeface face, String text) {
        return text.codePoints().mapToDouble(c -> face.covering(c).width(c)).sum();
    }

    /** What the public wrote, with 〓 for what no face has (an emoji must not stop a paper). */
    public static String printable(String text) {
        IntPredicate shown = c -> Character.isWhitespace(c) || Typeface.SONG.has(c);
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (shown.test(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(GETA);
            }
        });
        return printable.toString();
    }

    private Lettering() {}
}
