package cn.diming.core.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cantonese readings of characters in Jyutping (粤拼), for names that sound alike to those who speak and dispatch in it: 大岗 and
 * 大江 are daai6 gong1 both.
 */
public final class Jyutping {

    private static final Map<Integer, List<String>> READINGS = load();

    private Jyutping() {}

    /** All readings of a character with their tone digit, the usual one first; empty if unknown. */
    public static List<String> readings(int codePoint) {
        List<String> own = READINGS.get(codePoint);
        return own != null ? own : READINGS.getOrDefault(HanText.simplified(codePoint), List.of());
    }

    /** A reading as many speakers say it today: n is l and ng at the beginning is not spoken (naam4 → laam4, ngok6 → ok6). */
    public static String merged(String reading) {
        if (reading.startsWith("ng") && reading.length() > 3) {
            return reading.substring(2);
        }
        return reading.startsWith("n") && !reading.startsWith("ng") ? "l" + reading.substring(1) : reading;
    }

    /** A reading without its tone digit. */
    public static String toneless(String reading) {
        return reading.substring(0, reading.length() - 1);
    }

    private static Map<Integer, List<String>> load() {
        Map<Integer, List<String>> readings = new HashMap<>();
        for (String[] row : TextTable.rows("jyutping.tsv")) {
            row[1].codePoints()
                    .forEach(c -> readings.computeIfAbsent(c, key -> new ArrayList<>(1))
                            .add(row[0]));
        }
        for (String[] row : TextTable.rows("jyutping-reviewed.tsv")) {
            readings.put(row[0].codePointAt(0), List.of(row[1].split(" ")));
        }
        return readings;
    }
}
