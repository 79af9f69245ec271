package cn.diming.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Latin text as somebody types it for a Chinese name: whole pinyin (panyu, xi'an, lyutian), pinyin still being typed (panyuq) or
 * initials (pyq, zhcz).
 *
 * @param splits at most {@link #MOST_SPLITS} ways to part the text into syllables, longest syllables first; empty if it cannot be pinyin
 * @param initials the text as initials in the form of {@link Pinyin#initials}, zh, ch and sh read both as one and as two characters;
 *     empty if it cannot be initials
 */
public record PinyinInput(List<Split> splits, List<String> initials) {

    public static final int MOST_SPLITS = 4;

    private static final int LONGEST_TEXT = 64;
    private static final int LONGEST_INITIALS = 16;
    private static final int LONGEST_SYLLABLE = 6;

    /** Every syllable of the standard language, keys as in {@link Tones#toneless}. */
    private static final TreeSet<String> SYLLABLES = new TreeSet<>();

    static {
        for (String[] row : TextTable.rows("syllables.tsv")) {
            SYLLABLES.addAll(Arrays.asList(row[0].split(" ")));
        }
    }

    /**
     * One way to part the text.
     *
     * @param syllables toneless keys, ü as v
     * @param partial whether the last one is only the beginning of a syllable
     */
    public record Split(List<String> syllables, boolean partial) {

        public Split {
            syllables = List.copyOf(syllables);
        }

        public String joined() {
            return String.join("", syllables);
        }
    }

    public PinyinInput {
        splits = List.copyOf(splits);
        initials = List.copyOf(initials);
    }

    /** Reads typed text; case, tone marks, apostrophes, hyphens and spaces may occur, anything else makes it no pinyin. */
    public static PinyinInput of(String typed) {
        List<String> parts = parts(typed);
        String joined = String.join("", parts);
        if (joined.isEmpty() || joined.length() > LONGEST_TEXT) {
            return new PinyinInput(List.of(), List.of());
        }
        return new PinyinInput(splits(parts), initialsOf(joined));
    }

    /** Whether the text reads as pinyin, its last syllable perhaps unfinished. */
    public boolean isPinyin() {
        return !splits.isEmpty();
    }

    /** Whether the key is a whole syllable. */
    public static boolean isSyllable(String key) {
        return SYLLABLES.contains(key);
    }

    private static List<String> parts(String typed) {
        String plain = typed.toLowerCase(Locale.ROOT)
                .replace("u:", "v")
                .replace('’', '\'')
                .strip();
        List<String> parts = new ArrayList<>();
        for (String part : plain.split("[\\s'\\-]+")) {
            String letters = Tones.withoutMarks(HanText.compatible(part));
            if (!letters.codePoints().allMatch(c -> (c >= 'a' && c <= 'z') || c == 'ü')) {
                return List.of();
            }
            parts.add(letters.replace('ü', 'v'));
        }
        return parts;
    }

    /** Whole readings before unfinished ones; a typed lu or nu may mean lü or nü, which comes last. */
    private static List<Split> splits(List<String> parts) {
        Set<Split> found = new LinkedHashSet<>();
        collect(parts, false, found);
        if (found.isEmpty()) {
            collect(parts, true, found);
        }
        List<Split> splits = new ArrayList<>(found).subList(0, Math.min(found.size(), MOST_SPLITS - 1));
        Set<Split> all = new LinkedHashSet<>(splits);
        splits.forEach(split -> all.add(withUmlaut(split)));
        found.forEach(all::add);
        return all.stream().limit(MOST_SPLITS).toList();
    }

    private static void collect(List<String> parts, boolean partial, Set<Split> found) {
        List<List<String>> heads = List.of(List.of());
        for (int i = 0; i < parts.size(); i++) {
            Walk walk = new Walk(parts.get(i), partial && i == parts.size() - 1);
            for (List<String> head : heads) {
                walk.from(0, head);
            }
            heads = walk.found;
        }
        heads.forEach(syllables -> found.add(new Split(syllables, partial)));
    }

    /** Walks through a text syllable by syllable, the longest first, only where the end can be reached. */
    private static final class Walk {

        private final String text;
        private final boolean partial;
        private final boolean[] reachesEnd;
        private final List<List<String>> found = new ArrayList<>();

        Walk(String text, boolean partial) {
            this.text = text;
            this.partial = partial;
            this.reachesEnd = new boolean[text.length() + 1];
            reachesEnd[text.length()] = !partial;
            for (int from = text.length() - 1; from >= 0; from--) {
                reachesEnd[from] = endsPartial(from) || !ends(from).isEmpty();
            }
        }

        void from(int from, List<String> head) {
            if (found.size() >= MOST_SPLITS) {
                return;
            }
            if (from == text.length()) {
                found.add(head);
                return;
            }
            if (endsPartial(from)) {
                found.add(plus(head, text.substring(from)));
            }
            for (int to : ends(from)) {
                from(to, plus(head, canonical(text.substring(from, to))));
            }
        }

        private boolean endsPartial(int from) {
            return partial && isBeginning(text.substring(from));
        }

        private List<Integer> ends(int from) {
            List<Integer> ends = new ArrayList<>();
            for (int to = Math.min(text.length(), from + LONGEST_SYLLABLE); to > from; to--) {
                if (reachesEnd[to] && SYLLABLES.contains(canonical(text.substring(from, to)))) {
                    ends.add(to);
                }
            }
            return ends;
        }
    }

    private static List<String> plus(List<String> head, String syllable) {
        List<String> longer = new ArrayList<>(head);
        longer.add(syllable);
        return longer;
    }

    private static boolean isBeginning(String text) {
        String next = SYLLABLES.ceiling(text);
        return next != null && next.startsWith(text) && !next.equals(text);
    }

    /** Passports write lyu and nyu for lü and nü. */
    private static String canonical(String syllable) {
        return switch (syllable) {
            case "lyu" -> "lv";
            case "nyu" -> "nv";
            case "lyue", "lue" -> "lve";
            case "nyue", "nue" -> "nve";
            default -> syllable;
        };
    }

    private static Split withUmlaut(Split split) {
        List<String> changed = split.syllables().stream()
                .map(s -> s.equals("lu") ? "lv" : s.equals("nu") ? "nv" : s)
                .toList();
        return new Split(changed, split.partial());
    }

    private static List<String> initialsOf(String letters) {
        boolean possible =
                letters.length() <= LONGEST_INITIALS && letters.chars().noneMatch(c -> "iuv".indexOf(c) >= 0);
        if (!possible) {
            return List.of();
        }
        String merged = letters.replace("zh", "z").replace("ch", "c").replace("sh", "s");
        return letters.equals(merged) ? List.of(letters) : List.of(letters, merged);
    }
}
