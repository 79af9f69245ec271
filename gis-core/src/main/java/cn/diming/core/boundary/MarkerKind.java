package cn.diming.core.boundary;

import java.util.Arrays;
import java.util.Optional;

/** The types of boundary marker by the last letter of their numbers. */
public enum MarkerKind {
    SINGLE("Q", "单立界桩"),
    PAIR_A("A", "同号双立界桩"),
    PAIR_B("B", "同号双立界桩"),
    TRIPLE_C("C", "同号三立界桩"),
    TRIPLE_D("D", "同号三立界桩"),
    TRIPLE_E("E", "同号三立界桩"),
    THREE_WAY("I", "三交点界桩");

    private final String letter;
    private final String title;

    MarkerKind(String letter, String title) {
        this.letter = letter;
        this.title = title;
    }

    public String letter() {
        return letter;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    /** One of several with the same number: both banks of a river, say, the line running between. */
    public boolean isShared() {
        return this != SINGLE && this != THREE_WAY;
    }

    /** Markers that stand off the line by their nature. */
    public boolean standsOffTheLine() {
        return isShared();
    }

    /** By name, letter, or the words of old lists ({@code 单立}, {@code 双立A}, {@code 三面桩}). */
    public static Optional<MarkerKind> find(String text) {
        String word = text.strip();
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(word) || kind.letter.equalsIgnoreCase(word))
                .findFirst()
                .or(() -> byWords(word));
    }

    private static Optional<MarkerKind> byWords(String word) {
        if (word.contains("单立")) {
            return Optional.of(SINGLE);
        }
        if (word.contains("三交") || word.contains("三面")) {
            return Optional.of(THREE_WAY);
        }
        return Arrays.stream(values())
                .filter(kind ->
                        kind.isShared() && word.contains(kind.title.substring(2, 4)) && word.endsWith(kind.letter))
                .findFirst();
    }
}
