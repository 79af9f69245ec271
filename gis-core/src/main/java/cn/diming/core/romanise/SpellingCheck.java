package cn.diming.core.romanise;

import cn.diming.core.romanise.SpellingFinding.Fault;
import cn.diming.core.text.HanText;
import cn.diming.core.text.Tones;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a given spelling against the right one. */
final class SpellingCheck {

    private static final Set<String> FOREIGN = Set.of(
            "road",
            "rd",
            "street",
            "st",
            "avenue",
            "ave",
            "boulevard",
            "blvd",
            "lane",
            "alley",
            "highway",
            "expressway",
            "freeway",
            "village",
            "town",
            "township",
            "district",
            "city",
            "county",
            "province",
            "river",
            "stream",
            "creek",
            "lake",
            "reservoir",
            "mountain",
            "mount",
            "hill",
            "island",
            "bay",
            "harbour",
            "harbor",
            "port",
            "bridge",
            "tunnel",
            "park",
            "square",
            "plaza",
            "garden",
            "gardens",
            "tower",
            "mansion",
            "building",
            "station",
            "airport",
            "east",
            "west",
            "south",
            "north",
            "middle",
            "central",
            "first",
            "second",
            "third",
            "the",
            "of",
            "no");

    private final Romanisation right;
    private final String given;
    private final List<SpellingFinding> findings = new ArrayList<>();

    private SpellingCheck(Romanisation right, String given) {
        this.right = right;
        this.given = Normalizer.normalize(given, Normalizer.Form.NFKC)
                .replaceAll("[’‘`´ʼ]", "'")
                .replaceAll("\\s+", " ")
                .strip();
    }

    static List<SpellingFinding> of(Romanisation right, String given) {
        SpellingCheck check = new SpellingCheck(right, given);
        check.check();
        return List.copyOf(check.findings);
    }

    private void check() {
        if (given.codePoints().noneMatch(Character::isLetterOrDigit)
                || given.codePoints().anyMatch(HanText::isHan)) {
            add(Fault.NOT_LATIN, "罗马字母拼写中只能有拉丁字母、数字和隔音符号");
            return;
        }
        if (given.equals(right.toned()) || given.equals(right.toneless()) || given.equals(right.sign())) {
            return;
        }
        List<String> foreign = foreign();
        if (!foreign.isEmpty()) {
            add(Fault.FOREIGN_GENERIC, "地名不得用外文拼写，“" + String.join(" ", foreign) + "”应改用汉语拼音：" + form());
            return;
        }
        capitals();
        if (letters()) {
            marks();
        }
    }

    private List<String> foreign() {
        Set<String> ours =
                right.segments().stream().map(segment -> plain(segment.toned())).collect(Collectors.toSet());
        return Arrays.stream(given.split("[ .]", -1))
                .filter(word -> FOREIGN.contains(word.toLowerCase(Locale.ROOT)) && !ours.contains(plain(word)))
                .toList();
    }

    private void capitals() {
        if (isSign()) {
            return;
        }
        for (String word : given.split(" ", -1)) {
            if (word.substring(1).codePoints().anyMatch(Character::isUpperCase)) {
                add(Fault.INNER_CAPITAL, "“" + word + "”中间不得大写，只有每段的首字母大写：" + form());
            }
            if (Character.isLowerCase(word.codePointAt(0))) {
                add(Fault.SMALL_INITIAL, "“" + word + "”的首字母应大写：" + form());
            }
        }
    }

    /** Whether the letters are right, so that what is around them may be looked at. */
    private boolean letters() {
        String ours = plain(right.toned());
        String theirs = plain(given);
        if (ours.equals(theirs)) {
            return true;
        }
        if (withSpelledOrdinals().equals(theirs)) {
            add(Fault.SPELLED_ORDINAL, "序数词按规则用阿拉伯数字：" + form());
            return false;
        }
        if (withoutUmlaut(ours).equals(withoutUmlaut(theirs))) {
            add(Fault.UMLAUT, "ü 不得改写为 u、v 或 yu：" + form());
            return true;
        }
        if (isOtherReading(theirs)) {
            add(Fault.UNREVIEWED_READING, "多音字的读音与已核定的不同，应为 " + form());
        } else {
            add(Fault.OTHER_LETTERS, "与“" + right.name() + "”的读音不符，应为 " + form());
        }
        return false;
    }

    private void marks() {
        int ours = apostrophes(right.toned());
        int theirs = apostrophes(given);
        if (theirs < ours) {
            add(Fault.MISSING_APOSTROPHE, "a、o、e 开头的音节前缺少隔音符号：" + form());
        } else if (theirs > ours || !withoutUmlaut(unspaced(given)).equals(withoutUmlaut(unspaced(right.toned())))) {
            add(Fault.STRAY_APOSTROPHE, "隔音符号的位置不对：" + form());
        } else if (!withoutUmlaut(bare(given)).equals(withoutUmlaut(bare(right.toned())))) {
            add(Fault.OTHER_SPACING, "分写、连写不合规则，应为 " + form());
        }
        boolean hasTones = !Tones.withoutMarks(given).equals(Normalizer.normalize(given, Normalizer.Form.NFC));
        if (hasTones && !folded(given).equals(folded(right.toned()))) {
            add(Fault.OTHER_TONE, "声调与读音不符，应为 " + right.toned());
        }
    }

    private boolean isSign() {
        return given.codePoints().noneMatch(Character::isLowerCase);
    }

    /** The right spelling in the form that was given. */
    private String form() {
        if (isSign()) {
            return right.sign();
        }
        boolean hasTones = !Tones.withoutMarks(given).equals(Normalizer.normalize(given, Normalizer.Form.NFC));
        return hasTones ? right.toned() : right.toneless();
    }

    private String withSpelledOrdinals() {
        return right.segments().stream()
                .map(segment -> segment.toned().matches("(Dì-)?\\d+")
                        ? NameReading.toneless(segment.written())
                        : plain(segment.toned()))
                .collect(Collectors.joining());
    }

    /** Whether the letters are another reading of the same characters. */
    private boolean isOtherReading(String theirs) {
        return right.segments().stream().noneMatch(segment -> segment.toned().matches("(Dì-)?\\d+"))
                && reads(right.name().codePoints().toArray(), 0, withoutUmlaut(theirs));
    }

    private static boolean reads(int[] name, int at, String rest) {
        if (at == name.length) {
            return rest.isEmpty();
        }
        return NameReading.candidates(name[at]).stream()
                .map(SpellingCheck::plain)
                .map(SpellingCheck::withoutUmlaut)
                .distinct()
                .anyMatch(letters -> rest.startsWith(letters) && reads(name, at + 1, rest.substring(letters.length())));
    }

    private static int apostrophes(String spelling) {
        return (int) spelling.chars().filter(c -> c == '\'').count();
    }

    private static String plain(String spelling) {
        return bare(spelling).replaceAll("[ '\\-.]", "");
    }

    private static String unspaced(String spelling) {
        return bare(spelling).replace(" ", "").replace("-", "");
    }

    private static String bare(String spelling) {
        return Tones.withoutMarks(spelling).toLowerCase(Locale.ROOT);
    }

    private static String folded(String spelling) {
        return Normalizer.normalize(spelling, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[ '\\-]", "");
    }

    private static String withoutUmlaut(String letters) {
        return letters.replace("yu", "u").replace('ü', 'u').replace('v', 'u');
    }

    private void add(Fault fault, String message) {
        findings.add(new SpellingFinding(fault, message));
    }
}
