package cn.diming.core.search;

import java.util.List;

/**
 * A part of a query that names a division.
 *
 * @param text its key as typed
 * @param level of the divisions meant, 1 = province
 * @param prefixes significant digits of the divisions that are called so
 * @param whole whether it was written with its generic term
 */
record Mention(String text, int level, List<String> prefixes, boolean whole) {

    /** Digits of a division's prefix by level. */
    private static final List<Integer> LEVELS = List.of(2, 4, 6, 9, 12);

    /** Whether something in the division with these digits agrees with the mention. */
    boolean holds(String division) {
        for (String prefix : prefixes) {
            if (division.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many of its levels are known to hold: all of them, or those above where only a higher division is known, as of a hill
     * that is registered with its town when a village of that town was mentioned.
     */
    int held(String division) {
        if (holds(division)) {
            return level;
        }
        boolean above = !division.isEmpty() && prefixes.stream().anyMatch(prefix -> prefix.startsWith(division));
        return above ? Math.min(level, LEVELS.indexOf(division.length()) + 1) : 0;
    }

    /** Whether something in the division cannot be meant. */
    boolean excludes(String division) {
        return !division.isEmpty() && held(division) == 0;
    }
}
