package cn.diming.core.search;

import cn.diming.core.text.NameParts;
import cn.diming.core.text.Pinyin;
import cn.diming.core.text.PinyinInput;
import cn.diming.core.text.SoundAlike;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of a query that names the thing itself, in every way it can be read: as characters, as pinyin, as initials.
 *
 * @param text its key, see {@link NameText#key}
 * @param readings element sequences to compare with names, the likeliest first
 */
record TypedName(String text, boolean hasHan, NameParts parts, List<Reading> readings) {

    private static final Pattern TERM_IN_PINYIN =
            Pattern.compile("..(?:cun|zhen|jie|jiedao|lu|dadao|shequ|xiang|qu|xian|shi)$");

    /** One way to read the text. */
    record Reading(Script script, List<Element> elements) {}

    /** What the elements of a reading are. */
    enum Script {
        HAN,
        PINYIN,
        INITIALS
    }

    /** Something that stands for one character of a name. */
    sealed interface Element {
        /** What it costs to take it for this character. */
        float difference(int character);
    }

    private record Written(CharacterTraits traits) implements Element {
        @Override
        public float difference(int character) {
            return traits.difference(character);
        }
    }

    private record Sound(int number, int folded) implements Element {
        @Override
        public float difference(int character) {
            return CharacterTraits.of(character).differenceFrom(number, folded);
        }
    }

    private record Beginning(String letters) implements Element {
        @Override
        public float difference(int character) {
            return CharacterTraits.of(character).soundBegins(letters) ? 0 : 1;
        }
    }

    static TypedName of(String key) {
        boolean hasHan = key.codePoints().anyMatch(c -> !NameText.isLatin(c));
        List<Reading> readings = new ArrayList<>();
        if (NameText.isLatin(key)) {
            addPinyin(PinyinInput.of(key), readings);
        } else if (key.codePoints().anyMatch(NameText::isLatin)) {
            readings.add(new Reading(Script.PINYIN, mixed(key)));
        } else {
            readings.add(new Reading(
                    Script.HAN,
                    key.codePoints().<Element>mapToObj(TypedName::written).toList()));
        }
        return new TypedName(key, hasHan, NameText.split(key), readings);
    }

    /** Joined toneless pinyin under which names that sound so are indexed; several for several readings. */
    List<String> sounds() {
        if (NameText.isLatin(text)) {
            return PinyinInput.of(text).splits().stream()
                    .map(PinyinInput.Split::joined)
                    .distinct()
                    .toList();
        }
        return Pinyin.standard().readings(text, 2).stream()
                .map(s -> String.join("", s))
                .distinct()
                .toList();
    }

    List<String> initials() {
        return hasHan ? List.of() : PinyinInput.of(text).initials();
    }

    /** Elements of the likeliest reading. */
    int length() {
        return readings.isEmpty()
                ? text.length()
                : readings.getFirst().elements().size();
    }

    /** Whether it ends in a generic term, so that nothing is left to be typed. */
    boolean isWhole() {
        return parts.generic().isPresent()
                || (!hasHan && TERM_IN_PINYIN.matcher(text).find());
    }

    /** Characters and Latin letters together: 番禺dashi. */
    boolean isMixed() {
        return hasHan && text.chars().anyMatch(NameText::isLatin);
    }

    private static Element written(int character) {
        return new Written(CharacterTraits.of(character));
    }

    private static Element sound(String syllable) {
        return new Sound(CharacterTraits.number(syllable), CharacterTraits.number(SoundAlike.confusable(syllable)));
    }

    private static void addPinyin(PinyinInput input, List<Reading> readings) {
        for (PinyinInput.Split split : input.splits()) {
            List<Element> elements = new ArrayList<>();
            List<String> syllables = split.syllables();
            for (int i = 0; i < syllables.size(); i++) {
                boolean partial = split.partial() && i == syllables.size() - 1;
                elements.add(partial ? new Beginning(syllables.get(i)) : sound(syllables.get(i)));
            }
            readings.add(new Reading(Script.PINYIN, elements));
        }
        for (String initials : input.initials()) {
            readings.add(new Reading(
                    Script.INITIALS,
                    initials.codePoints()
                            .<Element>mapToObj(c -> new Beginning(Character.toString(c)))
                            .toList()));
        }
    }

    private static List<Element> mixed(String key) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < key.length(); ) {
            int c = key.codePointAt(i);
            if (!NameText.isLatin(c)) {
                elements.add(written(c));
                i += Character.charCount(c);
                continue;
            }
            int end = i;
            while (end < key.length() && NameText.isLatin(key.charAt(end))) {
                end++;
            }
            elements.addAll(latin(key.substring(i, end)));
            i = end;
        }
        return elements;
    }

    private static List<Element> latin(String letters) {
        List<Reading> readings = new ArrayList<>();
        addPinyin(PinyinInput.of(letters), readings);
        return readings.isEmpty()
                ? letters.codePoints().<Element>mapToObj(TypedName::written).toList()
                : readings.getFirst().elements();
    }
}
