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
     * Compares two names character by character in the best reading of each; names of different length are different, unknown
     * readings too unless the character is the same.
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
        for (String left : Pinyin.standard().candidates(one)) {
            for (String right : Pinyin.standard().candidates(other)) {
                SoundAlike alike = betweenSounds(left, Tones.toneless(left), right, Tones.toneless(right));
                best = best.compareTo(alike) > 0 ? alike : best;
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
        if (!one.isKnown() || !other.isKnown()) {
            return one.character().equals(other.character()) ? SAME_TONES : DIFFERENT;
        }
        return betweenSounds(one.toned(), one.toneless(), other.toned(), other.toneless());
    }

    private static SoundAlike betweenSounds(String toned, String plain, String otherToned, String otherPlain) {
        if (toned.equals(otherToned)) {
            return SAME_TONES;
        }
        if (plain.equals(otherPlain)) {
            return SAME_SYLLABLES;
        }
        return confusable(plain).equals(confusable(otherPlain)) ? CONFUSABLE : DIFFERENT;
    }
}
