package cn.diming.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Readings of Chinese place names. The longest known name or word decides (番禺 pān yú, 六安 lù ān), then the reviewed reading of a
 * character in names (涌 chōng), then its most usual one. Characters without known reading are kept without one; nothing here fails.
 */
public final class Pinyin {

    private static final Pinyin STANDARD = new Pinyin(ReadingTable.shipped());

    /** How much less likely a reading is that contradicts a known word than one that picks the next candidate of a character. */
    private static final int AGAINST_WORD = 2;

    private final ReadingTable table;

    Pinyin(ReadingTable table) {
        this.table = table;
    }

    /** The readings shipped with the product. */
    public static Pinyin standard() {
        return STANDARD;
    }

    /**
     * The shipped readings with an office's own confirmed ones on top.
     *
     * @param confirmed toned readings parted by spaces, by name: 大埔 → dà bù
     * @throws IllegalArgumentException if a name of several characters has another number of readings
     */
    public static Pinyin standardWith(Map<String, String> confirmed) {
        List<String[]> rows = confirmed.entrySet().stream()
                .map(e -> new String[] {e.getKey(), e.getValue()})
                .toList();
        return new Pinyin(ReadingTable.shipped().words(rows));
    }

    /** The best reading, one syllable per character or per run of digits or Latin letters; punctuation and spaces are left out. */
    public List<Syllable> reading(String name) {
        return read(name).stream().map(Sounded::best).toList();
    }

    /**
     * Toneless readings, best first, so that whoever reads a polyphone the usual way still finds the name: 番禺 gives pan yu and then
     * fan yu.
     *
     * @param limit how many at most, at least 1
     */
    public List<List<String>> readings(String name, int limit) {
        List<Sounded> sounded =
                read(name).stream().filter(s -> s.best().isKnown()).toList();
        Set<List<String>> found = new LinkedHashSet<>();
        PriorityQueue<Choice> open = new PriorityQueue<>(Comparator.comparingInt(Choice::cost));
        open.add(new Choice(new int[sounded.size()], 0, 0));
        while (!open.isEmpty() && found.size() < limit) {
            Choice choice = open.remove();
            found.add(choice.spell(sounded));
            choice.next(sounded).forEach(open::add);
        }
        return List.copyOf(found);
    }

    /** The best reading without tones, joined: 番禺区 → panyuqu. */
    public String joined(String name) {
        return reading(name).stream().map(Syllable::toneless).collect(Collectors.joining());
    }

    /** First letters of the best reading: 大石镇 → dsz; digits stay whole. */
    public String initials(String name) {
        return initials(reading(name).stream().map(Syllable::toneless).toList());
    }

    /** First letters of toneless syllables; digits stay whole. */
    public static String initials(List<String> syllables) {
        return syllables.stream()
                .filter(s -> !s.isEmpty())
                .map(s -> Character.isDigit(s.charAt(0)) ? s : s.substring(0, 1))
                .collect(Collectors.joining());
    }

    /** For each syllable of {@link #reading} the known name or word that decided it; "" where the character alone did. */
    public List<String> words(String name) {
        return read(name).stream().map(Sounded::word).toList();
    }

    /** All readings a single character may have, toned, most usual in names first; empty if unknown. */
    public List<String> candidates(int codePoint) {
        return Arrays.stream(table.candidates(codePoint)).map(Reading::toned).toList();
    }

    Reading[] candidateReadings(int codePoint) {
        return table.candidates(codePoint);
    }

    private List<Sounded> read(String name) {
        int[] written = HanText.compatible(name).codePoints().toArray();
        int[] text = Arrays.stream(written).map(HanText::simplified).toArray();
        List<Sounded> sounded = new ArrayList<>(text.length);
        for (int i = 0; i < text.length; ) {
            if (!HanText.isHan(text[i])) {
                i = addLatin(written, i, sounded);
                continue;
            }
            Reading[] word = table.wordAt(text, i);
            if (word.length == 0) {
                sounded.add(usual(written[i++]));
            }
            String known = new String(written, i, word.length);
            for (Reading reading : word) {
                sounded.add(settled(written[i++], reading, known));
            }
        }
        return sounded;
    }

    private Sounded usual(int character) {
        Reading[] candidates = table.candidates(character);
        Reading best = candidates.length == 0 ? Reading.UNKNOWN : candidates[0];
        return new Sounded(syllable(character, best, candidates.length > 1), toneless(best, candidates), 1, "");
    }

    private Sounded settled(int character, Reading reading, String word) {
        List<String> spellings = toneless(reading, table.candidates(character));
        return new Sounded(syllable(character, reading, false), spellings, AGAINST_WORD, word);
    }

    private static Syllable syllable(int character, Reading reading, boolean ambiguous) {
        return new Syllable(Character.toString(character), reading.toned(), reading.toneless(), ambiguous);
    }

    private static List<String> toneless(Reading best, Reading[] candidates) {
        if (candidates.length <= 1 && (candidates.length == 0 || candidates[0] == best)) {
            return List.of(best.toneless());
        }
        Set<String> distinct = new LinkedHashSet<>();
        distinct.add(best.toneless());
        for (Reading candidate : candidates) {
            distinct.add(candidate.toneless());
        }
        return List.copyOf(distinct);
    }

    /** Takes a run of ASCII digits or of ASCII letters as one syllable, or skips one other character. */
    private static int addLatin(int[] text, int from, List<Sounded> sounded) {
        int to = from;
        while (to < text.length && kind(text[to]) != 0 && kind(text[to]) == kind(text[from])) {
            to++;
        }
        if (to == from) {
            return from + 1;
        }
        String run = new String(text, from, to - from);
        String key = Tones.toneless(run);
        sounded.add(new Sounded(new Syllable(run, run, key, false), List.of(key), 1, ""));
        return to;
    }

    private static int kind(int c) {
        return c < 0x80 && Character.isDigit(c) ? 1 : c < 0x80 && Character.isLetter(c) ? 2 : 0;
    }

    /** A syllable, its toneless spellings from the best on, what each step down that list costs, the word that decided. */
    private record Sounded(Syllable best, List<String> spellings, int step, String word) {}

    /** One pick per syllable. Picks before {@code from} are final, which makes every combination come up once. */
    private record Choice(int[] picks, int from, int cost) {

        List<String> spell(List<Sounded> sounded) {
            List<String> spelled = new ArrayList<>(picks.length);
            for (int i = 0; i < picks.length; i++) {
                spelled.add(sounded.get(i).spellings().get(picks[i]));
            }
            return List.copyOf(spelled);
        }

        List<Choice> next(List<Sounded> sounded) {
            List<Choice> next = new ArrayList<>();
            for (int i = from; i < picks.length; i++) {
                if (picks[i] + 1 < sounded.get(i).spellings().size()) {
                    int[] changed = picks.clone();
                    changed[i]++;
                    next.add(new Choice(changed, i, cost + sounded.get(i).step()));
                }
            }
            return next;
        }
    }
}
