package cn.diming.core.document;

/** Text of one kind within a paragraph. Characters that no document may hold (controls, half surrogates) are dropped. */
public record Run(String text, Kind kind) {

    /** What follows it stands at the right edge. */
    static final char TAB = '\t';

    /** A new line in the same paragraph. */
    static final char BREAK = '\n';

    /** What the text is. */
    public enum Kind {
        PLAIN,
        /** A mark where something is still to be filled in. */
        MISSING,
        /** Nothing to see: the place that {@link #PAGE} refers to by the same text. */
        ANCHOR,
        /** The number of the page on which the anchor of that text stands. */
        PAGE
    }

    public Run {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Run::isPermitted).forEach(kept::appendCodePoint);
        text = kept.toString();
    }

    public static Run plain(String text) {
        return new Run(text, Kind.PLAIN);
    }

    private static boolean isPermitted(int c) {
        int type = Character.getType(c);
        return (type != Character.CONTROL || c == TAB || c == BREAK)
                && type != Character.SURROGATE
                && type != Character.FORMAT
                && (c & 0xFFFE) != 0xFFFE;
    }
}
