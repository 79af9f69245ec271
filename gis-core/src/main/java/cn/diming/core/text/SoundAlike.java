package cn.diming.core.text;

import java.util.List;

/** How alike two names sound, from the same sounds down to sounds that speakers of southern dialects confuse. */
public enum SoundAlike {
    /** Identical with tones (同音). */
    SAME_TONES(1.0),
    /** Identical without tones (近音). */
    SAME_SYLLABLES(0.9),
    /** Identical once n/l, zh/z, ch/c, sh/s, an/ang, en/eng, in/ing and f/hu are confused. */
    CONFUSABLE(0.7),
    DIFFERENT(0.0);

    private final double weight;

    SoundAlike(double weight) {
        this.weight = weight;
    }

    /** 1 for the same sound, 0 for different ones. */
    public double weight() {
        return weight;
    }

    /**
     * Compares two names character by character in the best reading of each, where that is not certain in every reading; names of
     * different length are different, unknown readings too unless the character is the same.
     */
    public static SoundAlike between(String one, String other) {
        return between(Pinyin.standard().reading(one), Pinyin.standard().reading(other));
    }

    /** Compares two readings. */
    public static SoundAlike between(List<Syllable> one, List<Syllable> other) {
        if (one.isEmpty() || one.size() != other.size()) {
            return DIFFERENT;
        }
        SoundAlike worst = SAME_TONES;
        for (int i = 0; i < one.size(); i++) {
            SoundAlike alike = between(one.get(i), other.get(i));
            worst = worst.compareTo(alike) < 0 ? alike : worst;
        }
        return worst;
    }

    /** Compares two characters in any of their readings, so that a polyphone is met whichever way the writer heard it. */
    public static SoundAlike betweenCharacters(int one, int other) {
        if (one == other) {
            return SAME_TONES;
        }
        SoundAlike best = DIFFERENT;
        for (Reading left : Pinyin.standard().candidateReadings(one)) {
            for (Reading right : Pinyin.standard().candidateReadings(other)) {
                best = closer(best, between(left, right));
            }
        }
        return best;
    }

    /** The toneless syllable with its confusable sounds folded: zhang and zan give zan, hui and fei give fei. */
    public static String confusable(String toneless) {
        String key = toneless.replace("zh", "z").replace("ch", "c").replace("sh", "s");
        key = key.startsWith("n") ? "l" + key.substring(1) : key;
        key = key.startsWith("hu") ? lips(key) : key;
        boolean nasal = key.endsWith("ang") || key.endsWith("eng") || key.endsWith("ing");
        return nasal ? key.substring(0, key.length() - 1) : key;
    }

    private static String lips(String key) {
        return switch (key) {
            case "hui" -> "fei";
            case "hun" -> "fen";
            case "hu" -> "fu";
            default -> "f" + key.substring(2);
        };
    }

    private static SoundAlike between(Syllable one, Syllable other) {
        if (one.character().equals(other.character())) {
            return SAME_TONES;
        }
        if (!one.isKnown() || !other.isKnown()) {
            return DIFFERENT;
        }
        SoundAlike best = between(Reading.of(one.toned()), Reading.of(other.toned()));
        return one.ambiguous() || other.ambiguous()
                ? closer(
                        best,
                        betweenCharacters(
                                one.character().codePointAt(0),
                                other.character().codePointAt(0)))
                : best;
    }

    private static SoundAlike between(Reading one, Reading other) {
        if (one.toned().equals(other.toned())) {
            return SAME_TONES;
        }
        if (one.toneless().equals(other.toneless())) {
            return SAME_SYLLABLES;
        }
        return one.confusable().equals(other.confusable()) ? CONFUSABLE : DIFFERENT;
    }

    private static SoundAlike closer(SoundAlike one, SoundAlike other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
