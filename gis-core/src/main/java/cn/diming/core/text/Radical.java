package cn.diming.core.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a character is looked up in a dictionary: characters with the same radical and about as many strokes look alike.
 *
 * @param number of the Kangxi radical, 1 to 214
 * @param strokes besides the radical
 */
public record Radical(int number, int strokes) {

    private static final int ABOUT_AS_MANY = 2;
    private static final Map<Integer, Radical> RADICALS = load();

    /** Empty for characters outside of 通用规范汉字表. */
    public static Optional<Radical> of(int codePoint) {
        return Optional.ofNullable(RADICALS.get(codePoint));
    }

    /** The same radical, and hardly more or fewer strokes. */
    public boolean isNear(Radical other) {
        return number == other.number && Math.abs(strokes - other.strokes) <= ABOUT_AS_MANY;
    }

    private static Map<Integer, Radical> load() {
        Map<Integer, Radical> radicals = new HashMap<>();
        for (String[] row : TextTable.rows("radicals.tsv")) {
            String[] parts = row[0].split("\\.", 2);
            Radical radical = new Radical(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            row[1].codePoints().forEach(character -> radicals.put(character, radical));
        }
        return Map.copyOf(radicals);
    }
}
