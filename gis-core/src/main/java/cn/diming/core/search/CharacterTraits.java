package cn.diming.core.search;

import cn.diming.core.text.LookAlike;
import cn.diming.core.text.Pinyin;
import cn.diming.core.text.SoundAlike;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How one character may sound and what it is mistaken for; kept for every character met, for re-ranking asks thousands of
 * times a query.
 *
 * @param sounds all toneless readings
 * @param confusable the same with sounds folded that southern speakers confuse
 */
record CharacterTraits(String[] sounds, String[] confusable, int[] lookAlikes) {

    private static final int READINGS = 8;
    private static final String NUMERALS = "〇一二三四五六七八九十百";
    private static final String DIRECTIONS = "东西南北中前后上下";
    private static final Map<Integer, CharacterTraits> KNOWN = new ConcurrentHashMap<>();

    static CharacterTraits of(int codePoint) {
        return KNOWN.computeIfAbsent(codePoint, CharacterTraits::read);
    }

    /** What it costs to take one character for another: 0 same, 0.25 same sound, 0.35 nearly, 1 otherwise, more for 东 and 西. */
    static float difference(int one, int other) {
        if (one == other) {
            return 0;
        }
        CharacterTraits a = of(one);
        CharacterTraits b = of(other);
        if (meet(a.sounds, b.sounds)) {
            return 0.25f;
        }
        if (a.looksLike(other) || b.looksLike(one) || meet(a.confusable, b.confusable)) {
            return 0.35f;
        }
        return bothIn(NUMERALS, one, other) || bothIn(DIRECTIONS, one, other) ? 1.5f : 1;
    }

    /** What it costs to hear the character in a toneless syllable. */
    static float difference(String syllable, int character) {
        CharacterTraits traits = of(character);
        for (String sound : traits.sounds) {
            if (sound.equals(syllable)) {
                return 0;
            }
        }
        String folded = SoundAlike.confusable(syllable);
        for (String sound : traits.confusable) {
            if (sound.equals(folded)) {
                return 0.35f;
            }
        }
        return 1;
    }

    /** Whether a reading of the character begins with these letters. */
    static boolean soundBegins(int character, String letters) {
        for (String sound : of(character).sounds) {
            if (sound.startsWith(letters)) {
                return true;
            }
        }
        return false;
    }

    private boolean looksLike(int other) {
        for (int alike : lookAlikes) {
            if (alike == other) {
                return true;
            }
        }
        return false;
    }

    private static CharacterTraits read(int codePoint) {
        String[] sounds = Pinyin.standard().readings(Character.toString(codePoint), READINGS).stream()
                .flatMap(List::stream)
                .distinct()
                .toArray(String[]::new);
        String[] confusable = new String[sounds.length];
        for (int i = 0; i < sounds.length; i++) {
            confusable[i] = SoundAlike.confusable(sounds[i]);
        }
        return new CharacterTraits(sounds, confusable, LookAlike.of(codePoint));
    }

    private static boolean meet(String[] one, String[] other) {
        for (String a : one) {
            for (String b : other) {
                if (a.equals(b)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean bothIn(String group, int one, int other) {
        return group.indexOf(one) >= 0 && group.indexOf(other) >= 0;
    }
}
