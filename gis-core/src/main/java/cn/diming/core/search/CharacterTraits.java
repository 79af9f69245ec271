package cn.diming.core.search;

import cn.diming.core.text.LookAlike;
import cn.diming.core.text.Pinyin;
import cn.diming.core.text.Radical;
import cn.diming.core.text.SoundAlike;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How one character may sound and what it is mistaken for; kept for every character met, and in numbers, for re-ranking
 * asks thousands of times a query.
 *
 * @param sounds all toneless readings
 * @param soundNumbers the same as numbers
 * @param foldedNumbers the same with sounds folded that southern speakers confuse
 * @param group of characters that one takes for each other least of all
 */
record CharacterTraits(
        int codePoint,
        List<String> sounds,
        int[] soundNumbers,
        int[] foldedNumbers,
        int[] lookAlikes,
        Optional<Radical> radical,
        Group group) {

    private static final int READINGS = 8;

    private enum Group {
        NUMERAL("〇一二三四五六七八九十百"),
        DIRECTION("东西南北中前后上下"),
        OTHER("");

        private final String members;

        Group(String members) {
            this.members = members;
        }

        static Group of(int codePoint) {
            return Arrays.stream(values())
                    .filter(group -> group.members.indexOf(codePoint) >= 0)
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /** By code point; every Han block ends below. Two threads may fill in the same entry, which does no harm. */
    private static final @Nullable CharacterTraits[] KNOWN = new CharacterTraits[0x32400];

    private static final Map<String, Integer> NUMBERS = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    static CharacterTraits of(int codePoint) {
        if (codePoint >= KNOWN.length) {
            return read(codePoint);
        }
        CharacterTraits known = KNOWN[codePoint];
        if (known == null) {
            known = read(codePoint);
            KNOWN[codePoint] = known;
        }
        return known;
    }

    /** What it costs to take one character for another: 0 same, 0.25 same sound, 0.35 nearly, 0.8 same radical, 1 otherwise, more for 东 and 西. */
    float difference(int other) {
        if (codePoint == other) {
            return 0;
        }
        CharacterTraits its = of(other);
        if (meet(soundNumbers, its.soundNumbers)) {
            return 0.25f;
        }
        if (contains(lookAlikes, other)
                || contains(its.lookAlikes, codePoint)
                || meet(foldedNumbers, its.foldedNumbers)) {
            return 0.35f;
        }
        if (group != Group.OTHER && group == its.group) {
            return 1.5f;
        }
        boolean related =
                radical.isPresent() && its.radical.isPresent() && radical.get().isNear(its.radical.get());
        return related ? 0.8f : 1;
    }

    /** What it costs to hear the character in a toneless syllable: 0 for a reading of it, 0.35 nearly, 1 otherwise. */
    float differenceFrom(int sound, int folded) {
        if (contains(soundNumbers, sound)) {
            return 0;
        }
        return contains(foldedNumbers, folded) ? 0.35f : 1;
    }

    /** Whether a reading begins with these letters. */
    boolean soundBegins(String letters) {
        for (String sound : sounds) {
            if (sound.startsWith(letters)) {
                return true;
            }
        }
        return false;
    }

    /** The number that stands for a toneless syllable. */
    static int number(String syllable) {
        return NUMBERS.computeIfAbsent(syllable, s -> NEXT.incrementAndGet());
    }

    private static CharacterTraits read(int codePoint) {
        List<String> sounds = Pinyin.standard().readings(Character.toString(codePoint), READINGS).stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new CharacterTraits(
                codePoint,
                sounds,
                sounds.stream().mapToInt(CharacterTraits::number).toArray(),
                sounds.stream()
                        .map(SoundAlike::confusable)
                        .mapToInt(CharacterTraits::number)
                        .toArray(),
                LookAlike.of(codePoint),
                Radical.of(codePoint),
                Group.of(codePoint));
    }

    private static boolean meet(int[] one, int[] other) {
        for (int number : one) {
            if (contains(other, number)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(int[] numbers, int wanted) {
        for (int number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }
}
