package cn.diming.core.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Run by hand. {@code MeasureReadings <cn_placename_pinyin_pairs.tsv>} prints the share of official spellings our readings give,
 * each fifth of the names judged by tables learned from the other four; with a second argument it writes the table learned from all.
 */
final class MeasureReadings {

    private static final int FOLDS = 5;

    private MeasureReadings() {}

    public static void main(String[] arguments) throws IOException {
        ReadingTable general = ReadingTable.general();
        List<OfficialSpellings.Pair> pairs = OfficialSpellings.load(Path.of(arguments[0]), general);
        OfficialSpellings spellings = new OfficialSpellings(general);
        if (arguments.length > 1) {
            write(spellings.learn(pairs), Path.of(arguments[1]));
        }
        heldOut(pairs, spellings);
        dictionaryOnly(pairs, general);
        speed(pairs);
    }

    private static void write(List<String[]> rows, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Learned from official spellings in GeoNames (https://www.geonames.org), licence CC BY 4.0; see README.md.");
        rows.forEach(row -> lines.add(row[0] + "\t" + row[1]));
        Files.write(file, lines);
    }

    private static void heldOut(List<OfficialSpellings.Pair> pairs, OfficialSpellings spellings) {
        int same = 0;
        int pinyin = 0;
        List<String> misses = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            var learned =
                    spellings.learn(pairs.stream().filter(p -> fold(p) != held).toList());
            var table = ReadingTable.general().words(learned).words(TextTable.rows("readings-reviewed.tsv"));
            Pinyin pinyinOfFold = new Pinyin(table);
            for (OfficialSpellings.Pair pair :
                    pairs.stream().filter(p -> fold(p) == held).toList()) {
                String ours = OfficialSpellings.letters(pinyinOfFold.joined(pair.name()));
                boolean alignable = spellings.align(pair).isPresent();
                pinyin += alignable ? 1 : 0;
                same += ours.equals(pair.letters()) ? 1 : 0;
                if (!ours.equals(pair.letters())) {
                    misses.add((alignable ? "A " : "- ") + pair.name() + " " + pair.letters() + " " + ours);
                }
            }
        }
        report("held out, five folds", same, pairs.size(), pinyin);
        misses.stream().sorted().forEach(System.out::println);
    }

    private static int fold(OfficialSpellings.Pair pair) {
        return Math.floorMod(pair.name().hashCode() * 31, FOLDS);
    }

    private static void dictionaryOnly(List<OfficialSpellings.Pair> pairs, ReadingTable general) {
        Pinyin pinyin = new Pinyin(general);
        long same = pairs.stream()
                .filter(p -> OfficialSpellings.letters(pinyin.joined(p.name())).equals(p.letters()))
                .count();
        report("dictionary only", (int) same, pairs.size(), pairs.size());
    }

    private static void report(String what, int same, int all, int pinyin) {
        System.out.printf(
                "%s: %d of %d = %.4f; of the %d that are pinyin of the name = %.4f%n",
                what, same, all, (double) same / all, pinyin, (double) same / pinyin);
    }

    private static void speed(List<OfficialSpellings.Pair> pairs) {
        Pinyin pinyin = Pinyin.standard();
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            int syllables = 0;
            for (int i = 0; i < 200_000; i++) {
                syllables += pinyin.reading(pairs.get(i % pairs.size()).name()).size();
            }
            System.out.printf(
                    "200,000 names, %d syllables: %d ms%n", syllables, (System.nanoTime() - start) / 1_000_000);
        }
    }
}
