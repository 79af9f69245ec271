package cn.diming.core.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of readings: candidates by character, most usual in place names first, and whole readings by name or word. Keys
 * are simplified. A later row wins over an earlier one, so tables are added from the general to the reviewed.
 */
final class ReadingTable {

    private static final Reading[] NONE = {};

    private final Reading.Pool pool = new Reading.Pool();
    private final Reading[][] characters = new Reading[0x32400][];
    private final Map<String, Reading[]> words = new HashMap<>();
    private final byte[] longestFrom = new byte[0x32400];

    private ReadingTable() {
        Arrays.fill(characters, NONE);
    }

    /** The tables shipped with this room. */
    static ReadingTable shipped() {
        return general().words(TextTable.rows("readings-places.tsv")).words(TextTable.rows("readings-reviewed.tsv"));
    }

    /** Dictionary knowledge only, nothing learned from official spellings. */
    static ReadingTable general() {
        ReadingTable table = new ReadingTable();
        for (String[] row : TextTable.rows("readings-characters.tsv")) {
            Reading[] readings = table.pool.list(row[1]);
            row[0].codePoints().forEach(c -> table.characters[c] = readings);
        }
        return table.words(TextTable.rows("readings-cedict.tsv"));
    }

    /**
     * Adds rows of a text and its toned readings parted by spaces. For a single character they are its candidates in order, one
     * candidate settles it; for more characters there is one reading each.
     */
    ReadingTable words(List<String[]> rows) {
        for (String[] row : rows) {
            int[] text = row[0].codePoints().map(HanText::simplified).toArray();
            Reading[] readings = pool.list(row[1]);
            if (text.length == 1) {
                characters[text[0]] = readings;
            } else {
                addWord(text, readings);
            }
        }
        return this;
    }

    /** The candidates of a character, tried as written and then in simplified form; empty if unknown. */
    Reading[] candidates(int codePoint) {
        Reading[] own = at(HanText.simplified(codePoint));
        if (own.length > 0) {
            return own;
        }
        return at(codePoint);
    }

    /** The readings of the longest word that starts at the index of the simplified text. */
    Reading[] wordAt(int[] text, int index) {
        int first = text[index];
        int longest = first < longestFrom.length ? longestFrom[first] : 0;
        for (int length = Math.min(longest, text.length - index); length > 1; length--) {
            Reading[] word = words.get(new String(text, index, length));
            if (word != null) {
                return word;
            }
        }
        return NONE;
    }

    private Reading[] at(int codePoint) {
        return codePoint < characters.length ? characters[codePoint] : NONE;
    }

    private void addWord(int[] text, Reading[] readings) {
        String word = new String(text, 0, text.length);
        if (text.length != readings.length || text.length > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("读音与字数不符：" + word);
        }
        words.put(word, readings);
        if (text[0] < longestFrom.length) {
            longestFrom[text[0]] = (byte) Math.max(longestFrom[text[0]], text.length);
        }
    }
}
