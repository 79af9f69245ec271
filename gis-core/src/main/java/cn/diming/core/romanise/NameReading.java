package cn.diming.core.romanise;

import cn.diming.core.text.HanText;
import cn.diming.core.text.Pinyin;
import cn.diming.core.text.Syllable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The reading of each character of a name and what it rests on (rule 8). */
final class NameReading {

    private static final Pinyin PINYIN = Pinyin.standard();

    private final int[] text;
    private final String[] toned;
    private final boolean[] open;
    private final boolean[] settled;
    private final List<Romanisation.Step> steps = new ArrayList<>();

    private NameReading(String name) {
        text = name.codePoints().toArray();
        toned = new String[text.length];
        open = new boolean[text.length];
        settled = new boolean[text.length];
        Arrays.fill(toned, "");
    }

    /** The form names are spelled from: simplified characters, half-width digits, nothing but writing. */
    static String plain(String name) {
        return HanText.normal(name);
    }

    static NameReading of(String name, Parting parting, List<ConfirmedReading> confirmed) {
        NameReading reading = new NameReading(name);
        reading.confirm(parting.specific(), confirmed);
        reading.readGenerics(parting.pieces());
        reading.readRest(name);
        return reading;
    }

    /** The toned syllable; "" where the character has no known reading. */
    String at(int index) {
        return toned[index];
    }

    /** Whether nothing but usage speaks for the reading, or there is none. */
    boolean isOpen(int index) {
        return open[index];
    }

    List<Romanisation.Step> steps() {
        return List.copyOf(steps);
    }

    /** The usual reading of a text without tones, joined. */
    static String toneless(String text) {
        return PINYIN.joined(text);
    }

    /** All toned readings of a character, the usual one first. */
    static List<String> candidates(int codePoint) {
        return PINYIN.candidates(codePoint);
    }

    /** The whole name before words in it, the nearer scope before the wider, the longer text before the shorter. */
    private void confirm(String specific, List<ConfirmedReading> confirmed) {
        String name = new String(text, 0, text.length);
        confirmed.stream()
                .filter(row -> !row.wholeName()
                        || row.text().equals(name)
                        || row.text().equals(specific))
                .sorted(Comparator.comparing(ConfirmedReading::wholeName)
                        .thenComparing(row -> row.scope().length())
                        .thenComparing(row -> row.text().length())
                        .reversed())
                .forEach(row -> {
                    if (place(row.text(), row.syllables())) {
                        step("“" + row.text() + "”读 " + row.reading() + "（经核实）", row.text());
                    }
                });
    }

    /** A generic term at the end of the name is read as one. */
    private void readGenerics(List<Piece> pieces) {
        if (pieces.isEmpty() || pieces.getLast().kind() != Piece.Kind.GENERIC) {
            return;
        }
        String generic = pieces.getLast().text();
        for (int from = 0; from < generic.length(); from++) {
            String term = generic.substring(from);
            var reading = SpellingWords.reading(term);
            if (reading.isPresent()) {
                int length = term.codePointCount(0, term.length());
                if (placeAt(text.length - length, List.of(reading.get().split(" ")))) {
                    step("通名“" + term + "”读 " + reading.get(), term);
                }
                return;
            }
        }
    }

    private void readRest(String name) {
        List<Syllable> syllables = PINYIN.reading(name);
        List<String> words = PINYIN.words(name);
        Set<String> told = new LinkedHashSet<>();
        int next = 0;
        for (int i = 0; i < text.length; i++) {
            if (!HanText.isHan(text[i])) {
                i = endOfRun(i) - 1;
                next++;
                continue;
            }
            Syllable syllable = syllables.get(next);
            String word = words.get(next++);
            if (settled[i]) {
                continue;
            }
            toned[i] = syllable.toned();
            open[i] = syllable.ambiguous() || !syllable.isKnown();
            if (!word.isEmpty() && candidates(text[i]).size() > 1) {
                told.add(word);
            }
        }
        told.forEach(word -> step("“" + word + "”读 " + tonedOf(word), word));
    }

    private String tonedOf(String word) {
        return String.join(
                " ", PINYIN.reading(word).stream().map(Syllable::toned).toList());
    }

    /** Digits and letters are one syllable for each run of their kind, as {@link Pinyin#reading} has it. */
    private int endOfRun(int from) {
        int to = from + 1;
        while (to < text.length
                && !HanText.isHan(text[to])
                && Character.isDigit(text[to]) == Character.isDigit(text[from])) {
            to++;
        }
        return to;
    }

    private boolean place(String part, List<String> syllables) {
        int[] wanted = part.codePoints().toArray();
        boolean placed = false;
        for (int at = 0; at + wanted.length <= text.length; at++) {
            if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                placed |= placeAt(at, syllables);
            }
        }
        return placed;
    }

    private boolean placeAt(int at, List<String> syllables) {
        boolean placed = false;
        for (int i = 0; i < syllables.size(); i++) {
            if (!settled[at + i]) {
                toned[at + i] = syllables.get(i);
                settled[at + i] = true;
                placed = true;
            }
        }
        return placed;
    }

    private void step(String what, String word) {
        steps.add(new Romanisation.Step(8, what, List.of(word)));
    }
}
