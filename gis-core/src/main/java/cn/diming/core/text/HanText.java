package cn.diming.core.text;

import java.text.Normalizer;

/**
 * One written form of a name for comparing and searching; the original is kept elsewhere for display. All work is done on code
 * points, so characters outside the basic plane and private-use characters of rare names survive.
 */
public final class HanText {

    /** Simplified code point by traditional or variant code point; 0 where the character stays. */
    private static final int[] SIMPLIFIED = simplifiedTable();

    private HanText() {}

    /**
     * The form for parsing: compatibility forms resolved (full-width becomes half-width), traditional characters simplified, lower
     * case, invisible characters dropped; punctuation and single spaces stay, for they tell where one part ends.
     */
    public static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        compatible(text)
                .codePoints()
                .filter(HanText::isVisible)
                .map(HanText::fold)
                .forEach(folded::appendCodePoint);
        return folded.toString().strip().replaceAll(" {2,}", " ");
    }

    /** The form for equality and index keys: {@link #folded} without spaces, punctuation, brackets and symbols. */
    public static String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        compatible(text)
                .codePoints()
                .filter(HanText::isVisible)
                .map(HanText::fold)
                .filter(HanText::isWriting)
                .forEach(normal::appendCodePoint);
        return normal.toString();
    }

    /**
     * Whether the text may be stored as a name: no control characters, no bidirectional or other format characters, no unpaired
     * surrogates, no unassigned code points. Private-use characters are allowed, official lists contain them.
     */
    public static boolean isClean(String text) {
        return text.codePoints().allMatch(HanText::isVisible);
    }

    /** Whether the code point is a Han character, the zero 〇 or a private-use stand-in for a Han character. */
    public static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN
                || isIdeographicPlane(codePoint)
                || Character.getType(codePoint) == Character.PRIVATE_USE;
    }

    /** The simplified form of one character; the character itself where it has none or is itself a standard character. */
    public static int simplified(int codePoint) {
        int simple = codePoint < SIMPLIFIED.length ? SIMPLIFIED[codePoint] : 0;
        return simple == 0 ? codePoint : simple;
    }

    static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.UNASSIGNED -> isIdeographicPlane(codePoint);
            default -> true;
        };
    }

    /** Planes 2 and 3 hold nothing but Han characters, also those younger than the tables of the running Java. */
    private static boolean isIdeographicPlane(int codePoint) {
        return codePoint >= 0x20000 && codePoint < 0x40000;
    }

    /** Marks that choose a glyph are no writing of their own: with and without them it is the same name. */
    private static boolean isWriting(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || isIdeographicPlane(codePoint)
                || Character.getType(codePoint) == Character.LETTER_NUMBER
                || Character.getType(codePoint) == Character.PRIVATE_USE;
    }

    private static int fold(int codePoint) {
        return switch (codePoint) {
            case '○', '◯' -> '〇'; // typed for the numeral zero more often than meant as a circle
            default -> Character.toLowerCase(simplified(codePoint));
        };
    }

    private static int[] simplifiedTable() {
        int[] table = new int[0x32400]; // the last Han block ends below this
        for (String[] row : TextTable.rows("simplified.tsv")) {
            row[1].codePoints().forEach(variant -> table[variant] = row[0].codePointAt(0));
        }
        return table;
    }
}
