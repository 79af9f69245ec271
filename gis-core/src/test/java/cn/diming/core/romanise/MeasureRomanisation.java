package cn.diming.core.romanise;

import cn.diming.core.record.PlaceCategory;
import cn.diming.core.text.PinyinInput;
import cn.diming.core.text.Tones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Run by hand. {@code MeasureRomanisation <cn_placename_pinyin_pairs.tsv>} prints the share of official Latin names that ours equal,
 * case, spaces, hyphens and apostrophes apart, and the others by cause.
 */
final class MeasureRomanisation {

    private enum Cause {
        /** Equal once spaces and case are gone. */
        EQUAL("equal"),
        /** The Latin column holds only the specific term, or adds a generic. */
        EQUAL_WITHOUT_GENERIC("equal, one of the two without its generic term"),
        UMLAUT("ü written u, v or yu"),
        OTHER_READING("another reading of a polyphone"),
        NON_HAN("a name of another language, spelled by its own rules"),
        OTHER_NAME("another name, or letters that are no reading of the characters");

        private final String title;

        Cause(String title) {
            this.title = title;
        }
    }

    private final Romanizer romanizer = Romanizer.standard();
    private final Map<Cause, List<String>> byCause = new LinkedHashMap<>();
    private int asked;

    private MeasureRomanisation() {}

    public static void main(String[] arguments) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        MeasureRomanisation measure = new MeasureRomanisation();
        lines.stream().skip(1).map(line -> line.split("\t", -1)).forEach(measure::add);
        measure.report(lines.size() - 1);
        measure.speed(
                lines.stream().skip(1).map(line -> line.split("\t", -1)[2]).toList());
    }

    private void add(String[] row) {
        String official = row[1];
        Romanisation full = spell(row[2]);
        Romanisation brief = spell(row[3]);
        asked += full.isSettled() ? 0 : 1;
        Cause cause = cause(official, full, brief);
        byCause.computeIfAbsent(cause, c -> new ArrayList<>())
                .add(official + " | " + row[2] + " " + full.toned() + " | " + row[3] + " " + brief.toned());
    }

    private Romanisation spell(String name) {
        return romanizer.romanise(name, PlaceCategory.DIVISION, Optional.empty(), Optional.empty());
    }

    private Cause cause(String official, Romanisation full, Romanisation brief) {
        String letters = letters(official);
        if (letters.equals(letters(full.toned()))) {
            return Cause.EQUAL;
        }
        if (letters.equals(letters(brief.toned()))) {
            return full.name().equals(brief.name()) ? Cause.EQUAL : Cause.EQUAL_WITHOUT_GENERIC;
        }
        if (isUmlaut(letters, full) || isUmlaut(letters, brief)) {
            return Cause.UMLAUT;
        }
        if (isOtherReading(official, full) || isOtherReading(official, brief)) {
            return Cause.OTHER_READING;
        }
        return isPinyin(letters) ? Cause.OTHER_NAME : Cause.NON_HAN;
    }

    private static boolean isUmlaut(String letters, Romanisation ours) {
        return letters.replace("yu", "u")
                .replace('ü', 'u')
                .equals(letters(ours.toned()).replace("yu", "u").replace('ü', 'u'));
    }

    private boolean isOtherReading(String official, Romanisation ours) {
        return romanizer.check(ours, official).stream()
                .anyMatch(finding -> finding.fault() == SpellingFinding.Fault.UNREVIEWED_READING);
    }

    /** Whether the letters can be cut into syllables of the standard language at all. */
    private static boolean isPinyin(String letters) {
        String key = letters.replace('ü', 'v');
        boolean[] reached = new boolean[key.length() + 1];
        reached[0] = true;
        for (int from = 0; from < key.length(); from++) {
            for (int to = from + 1; reached[from] && to <= Math.min(key.length(), from + 6); to++) {
                reached[to] |= PinyinInput.isSyllable(key.substring(from, to));
            }
        }
        return reached[key.length()];
    }

    private static String letters(String spelling) {
        return Tones.withoutMarks(spelling).toLowerCase(Locale.ROOT).replaceAll("[^a-zü0-9]", "");
    }

    private void report(int all) {
        byCause.forEach((cause, rows) ->
                System.out.printf("%-70s %6d  %.2f %%%n", cause.title, rows.size(), 100.0 * rows.size() / all));
        System.out.printf("asked: %d of %d%n%n", asked, all);
        byCause.forEach((cause, rows) -> {
            if (cause.ordinal() > Cause.EQUAL_WITHOUT_GENERIC.ordinal()) {
                System.out.println("== " + cause.title);
                rows.forEach(System.out::println);
            }
        });
    }

    private void speed(List<String> names) {
        for (int round = 0; round < 3; round++) {
            long begun = System.nanoTime();
            int letters = 0;
            for (int i = 0; i < 200_000; i++) {
                letters += spell(names.get(i % names.size())).toned().length();
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            System.out.printf("200,000 names, %d letters: %d ms%n", letters, millis);
        }
    }
}
