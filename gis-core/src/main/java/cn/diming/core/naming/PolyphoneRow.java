package cn.diming.core.naming;

import cn.diming.core.profile.ProfileRow;
import java.util.List;

/**
 * A character whose reading in names must be confirmed.
 *
 * @param readings those it may have, in words
 * @param words in which everybody knows how it is read: 番禺
 */
record PolyphoneRow(String character, String readings, List<String> words) {

    static PolyphoneRow of(ProfileRow row) {
        return new PolyphoneRow(row.key(), row.text("readings"), row.texts("words"));
    }

    /** @param settled words of the name whose reading is known: confirmed by an officer, or in the dictionary */
    boolean isOpenIn(String name, List<String> settled) {
        String rest = name;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        for (String word : settled) {
            rest = rest.replace(word, "");
        }
        return rest.contains(character);
    }
}
