package cn.diming.core.naming;

import cn.diming.core.text.Jyutping;
import cn.diming.core.text.LookAlike;
import cn.diming.core.text.Pinyin;
import cn.diming.core.text.Syllable;
import cn.diming.core.text.Tones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A name taken apart for comparing: its characters, and for each of them every reading it may have here. Where a word settles
 * a polyphone (番禺) only that reading counts; where nothing does, all.
 *
 * @param text as {@link NameTerms#comparable}
 * @param toned Mandarin readings by character, with tone marks; a character without known reading reads as itself
 * @param cantonese Jyutping by character, with tone digits
 */
record NameForm(String text, int[] characters, NameTerms terms, List<Set<String>> toned, List<List<String>> cantonese) {

    /** So many combinations of polyphones are looked up; names with more are too rare to pay for. */
    private static final int MOST_COMBINATIONS = 12;

    static NameForm of(String text) {
        int[] characters = text.codePoints().toArray();
        return new NameForm(text, characters, NameTerms.of(text), toned(text, characters), cantonese(characters));
    }

    /** Characters only, for a key; it has no readings. */
    static NameForm ofCharacters(int[] characters) {
        String text = new String(characters, 0, characters.length);
        return new NameForm(text, characters, new NameTerms(text, Optional.empty()), List.of(), List.of());
    }

    private static List<Set<String>> toned(String text, int[] characters) {
        List<Syllable> read = Pinyin.standard().reading(text);
        if (read.size() != characters.length) { // digits and letters run together
            return Arrays.stream(characters)
                    .mapToObj(c -> Set.of(Character.toString(c)))
                    .toList();
        }
        List<Set<String>> toned = new ArrayList<>(characters.length);
        for (Syllable syllable : read) {
            toned.add(readings(syllable));
        }
        return toned;
    }

    private static Set<String> readings(Syllable syllable) {
        if (!syllable.isKnown()) {
            return Set.of(syllable.character());
        }
        return syllable.ambiguous()
                ? Set.copyOf(Pinyin.standard().candidates(syllable.character().codePointAt(0)))
                : Set.of(syllable.toned());
    }

    private static List<List<String>> cantonese(int[] characters) {
        List<List<String>> readings = new ArrayList<>(characters.length);
        for (int c : characters) {
            List<String> known = Jyutping.readings(c);
            readings.add(known.isEmpty() ? List.of(Character.toString(c) + "0") : known);
        }
        return readings;
    }

    /** Toneless Mandarin spellings of the whole name. */
    List<String> sounds() {
        List<Collection<String>> toneless = new ArrayList<>(toned.size());
        toned.forEach(options -> toneless.add(
                new LinkedHashSet<>(options.stream().map(NameForm::toneless).toList())));
        return combinations(toneless);
    }

    /** Toneless Cantonese spellings of the whole name, similar initials merged. */
    List<String> cantoneseSounds() {
        List<Collection<String>> merged = new ArrayList<>(cantonese.size());
        cantonese.forEach(options -> merged.add(new LinkedHashSet<>(options.stream()
                .map(reading -> Jyutping.toneless(Jyutping.merged(reading)))
                .toList())));
        return combinations(merged);
    }

    private static List<String> combinations(List<Collection<String>> options) {
        List<String> spelled = List.of("");
        for (Collection<String> syllables : options) {
            List<String> longer = new ArrayList<>(spelled.size() * syllables.size());
            for (String head : spelled) {
                for (String syllable : syllables) {
                    longer.add(head + ' ' + syllable);
                }
            }
            spelled = longer.size() > MOST_COMBINATIONS ? longer.subList(0, MOST_COMBINATIONS) : longer;
        }
        return spelled;
    }

    /** L1: some reading of each character is the other's, tone and all. */
    boolean soundsLike(NameForm other) {
        return alike(other, true);
    }

    /** L2: the same without tones. */
    boolean soundsNearly(NameForm other) {
        return alike(other, false);
    }

    private boolean alike(NameForm other, boolean withTones) {
        if (toned.size() != other.toned.size()) {
            return false;
        }
        for (int i = 0; i < toned.size(); i++) {
            if (characters[i] != other.characters[i] && !meet(toned.get(i), other.toned.get(i), withTones)) {
                return false;
            }
        }
        return true;
    }

    private static boolean meet(Set<String> one, Set<String> other, boolean withTones) {
        for (String left : one) {
            for (String right : other) {
                if (left.equals(right) || (!withTones && toneless(left).equals(toneless(right)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** L4: the same in Cantonese. */
    boolean soundsLikeInCantonese(NameForm other, boolean withTones, boolean merged) {
        if (cantonese.size() != other.cantonese.size()) {
            return false;
        }
        for (int i = 0; i < cantonese.size(); i++) {
            if (characters[i] != other.characters[i]
                    && !meet(cantonese.get(i), other.cantonese.get(i), withTones, merged)) {
                return false;
            }
        }
        return true;
    }

    private static boolean meet(List<String> one, List<String> other, boolean withTones, boolean merged) {
        for (String left : one) {
            for (String right : other) {
                if (spoken(left, withTones, merged).equals(spoken(right, withTones, merged))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String spoken(String reading, boolean withTones, boolean merged) {
        String kept = merged ? Jyutping.merged(reading) : reading;
        return withTones ? kept : Jyutping.toneless(kept);
    }

    /** L5: as long, and one character is easily taken for the other, or the same characters in another order. */
    boolean looksLike(NameForm other) {
        if (characters.length != other.characters.length || characters.length < 2) {
            return false;
        }
        int differences = 0;
        boolean alike = true;
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] != other.characters[i]) {
                differences++;
                alike &= LookAlike.isAlike(characters[i], other.characters[i]);
            }
        }
        return differences == 1 && alike || differences > 1 && Arrays.equals(sorted(), other.sorted());
    }

    /** The characters in an order that does not depend on the name's: the same for names with swapped characters. */
    int[] sorted() {
        int[] sorted = characters.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static String toneless(String reading) {
        return reading.codePointAt(0) > 0x2E7F ? reading : Tones.toneless(reading);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameForm form && form.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
