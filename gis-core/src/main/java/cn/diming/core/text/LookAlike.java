package cn.diming.core.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Characters of place names that are mistaken for one another in handwriting, in scans and when picked from a list. */
public final class LookAlike {

    private static final int[] NONE = {};

    private static final Map<Integer, int[]> ALIKE = load();

    private LookAlike() {}

    /** Whether two different characters are easily mistaken for one another; both are compared in simplified form too. */
    public static boolean isAlike(int one, int other) {
        return one != other && (contains(one, other) || contains(HanText.simplified(one), HanText.simplified(other)));
    }

    /** The look-alikes of a character as code points, in no order; empty if none is known. */
    public static int[] of(int codePoint) {
        return ALIKE.getOrDefault(codePoint, NONE).clone();
    }

    private static boolean contains(int one, int other) {
        return Arrays.stream(ALIKE.getOrDefault(one, NONE)).anyMatch(c -> c == other);
    }

    private static Map<Integer, int[]> load() {
        Map<Integer, int[]> alike = new HashMap<>();
        for (String[] row : TextTable.rows("look-alikes.tsv")) {
            int[] group = row[0].codePoints().toArray();
            for (int member : group) {
                alike.merge(
                        member, Arrays.stream(group).filter(c -> c != member).toArray(), LookAlike::union);
            }
        }
        return Map.copyOf(alike);
    }

    private static int[] union(int[] one, int[] other) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other))
                .distinct()
                .toArray();
    }
}
