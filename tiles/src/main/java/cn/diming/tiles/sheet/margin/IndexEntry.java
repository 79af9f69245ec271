package cn.diming.tiles.sheet.margin;

import cn.diming.core.text.Pinyin;
import cn.diming.core.text.Syllable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A line of the index of names.
 *
 * @param sounds syllables without tone, one a character
 * @param squares all squares of the grid that it crosses; for a point one
 */
public record IndexEntry(String group, String name, List<String> sounds, List<String> squares) {

    /** By syllable, then by character: all 柏 together, then all 白, as both are bai, then what is ban. */
    public static final Comparator<IndexEntry> BY_SOUND = IndexEntry::compared;

    public static IndexEntry of(String group, String name, List<String> squares) {
        List<String> sounds =
                Pinyin.standard().reading(name).stream().map(Syllable::toneless).toList();
        return new IndexEntry(group, name, sounds, List.copyOf(squares));
    }

    /** The head under which it stands: A to Z, or # for what begins with a digit. */
    public String letter() {
        String first = sounds.isEmpty() ? "" : sounds.getFirst();
        return first.isEmpty() || !Character.isLetter(first.charAt(0))
                ? "#"
                : first.substring(0, 1).toUpperCase(Locale.ROOT);
    }

    private static int compared(IndexEntry a, IndexEntry b) {
        int heads = a.letter().compareTo(b.letter());
        if (heads != 0) {
            return heads;
        }
        int shared = Math.min(a.sounds.size(), b.sounds.size());
        int[] left = a.name.codePoints().toArray();
        int[] right = b.name.codePoints().toArray();
        for (int i = 0; i < shared; i++) {
            int sound = a.sounds.get(i).compareTo(b.sounds.get(i));
            if (sound != 0) {
                return sound;
            }
            if (i < left.length && i < right.length && left[i] != right[i]) {
                return Integer.compare(left[i], right[i]);
            }
        }
        int length = Integer.compare(a.sounds.size(), b.sounds.size());
        return length != 0 ? length : a.name.compareTo(b.name);
    }
}
