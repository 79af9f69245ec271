package cn.diming.core.search;

import cn.diming.core.text.NameParts;
import cn.diming.core.text.Pinyin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The index tokens of a name; queries make the same. */
final class NameKeys {

    static final int LONGEST_HAN_PREFIX = 12;
    static final int LONGEST_PINYIN_PREFIX = 24;
    private static final int LONGEST_INITIALS = 12;
    private static final int READINGS = 4;
    private static final String EDGE = "^";

    /** Pairs of neighbouring characters, and the first one with a mark before it. */
    static List<String> pairs(String key) {
        return pairs(key.codePoints().mapToObj(Character::toString).toList(), "");
    }

    /** The pairs that tell something: those of the specific term and the one that joins it to its generic term. */
    static List<String> tellingPairs(String key) {
        NameParts parts = NameText.split(key);
        int specific = parts.specific().codePointCount(0, parts.specific().length());
        List<String> all = pairs(key);
        return all.subList(0, Math.min(all.size(), Math.max(2, specific + 1)));
    }

    /** Pairs of neighbouring toneless syllables. */
    static List<String> soundPairs(List<String> syllables) {
        return pairs(syllables, "'");
    }

    static List<List<String>> readings(String key) {
        return Pinyin.standard().readings(key, READINGS);
    }

    /** All beginnings of a key up to the longest that is indexed. */
    static Set<String> beginnings(String key, int longest) {
        Set<String> found = new LinkedHashSet<>();
        for (int end = 0; end < key.length(); ) {
            end += Character.charCount(key.codePointAt(end));
            if (end > longest) {
                break;
            }
            found.add(key.substring(0, end));
        }
        return found;
    }

    /** The beginning of a typed text as it would have been indexed. */
    static String cut(String typed, int longest) {
        return typed.length() <= longest
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, typed.codePointCount(0, longest)));
    }

    /** First letters, each way the name can be read. */
    static Set<String> initials(List<List<String>> readings) {
        Set<String> found = new LinkedHashSet<>();
        for (List<String> reading : readings) {
            String letters = Pinyin.initials(reading);
            found.add(cut(letters, LONGEST_INITIALS));
        }
        return found;
    }

    private static List<String> pairs(List<String> elements, String between) {
        List<String> pairs = new ArrayList<>(elements.size());
        String before = EDGE;
        for (String element : elements) {
            pairs.add(before + between + element);
            before = element;
        }
        if (!elements.isEmpty()) {
            pairs.add(before + between + "$");
        }
        return pairs;
    }

    private NameKeys() {}
}
