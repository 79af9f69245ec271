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

    /** Whether something in the division with these digits agrees with the mention. */
    boolean holds(String division) {
        for (String prefix : prefixes) {
            if (division.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
