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

    boolean isOpenIn(String name) {
        String rest = name;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest.contains(character);
    }
}
