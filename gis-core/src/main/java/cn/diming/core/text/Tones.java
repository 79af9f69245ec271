package cn.diming.core.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The three spellings of one syllable: toned (pān, lǘ), numbered (pan1, lü2) and toneless search key (pan, lv). */
public final class Tones {

    /** Combining marks of tones 1 to 4: macron, acute, caron, grave. */
    private static final String MARKS = "\u0304\u0301\u030C\u0300";

    private static final Pattern NUMBERED = Pattern.compile("[a-z]*[aeiouüê][a-zü]*[0-5]");

    private Tones() {}

    /** {@code pan1} as {@code pān}, {@code lu:4} and {@code lv4} as {@code lǜ}; tones 0 and 5 carry no mark; empty if malformed. */
    public static Optional<String> fromNumbered(String numbered) {
        String plain = numbered.toLowerCase(Locale.ROOT).replace("u:", "ü").replace("v", "ü");
        if (!NUMBERED.matcher(plain).matches()) {
            return Optional.empty();
        }
        String spelling = plain.substring(0, plain.length() - 1);
        int tone = plain.charAt(plain.length() - 1) - '0';
        return Optional.of(tone == 0 || tone == 5 ? spelling : marked(spelling, MARKS.charAt(tone - 1)));
    }

    /** {@code pān} as {@code pan1}, {@code lǘ} as {@code lü2}; a syllable without mark gets 5. */
    public static String toNumbered(String toned) {
        return withoutMarks(toned) + tone(toned);
    }

    /** The tone 1 to 4 of a toned syllable, 5 for the neutral one. */
    public static int tone(String toned) {
        return decomposed(toned)
                .chars()
                .filter(c -> MARKS.indexOf(c) >= 0)
                .map(c -> MARKS.indexOf(c) + 1)
                .findFirst()
                .orElse(5);
    }

    /** The search key: lower case, no marks, ü as v ({@code lǘ} as {@code lv}), nothing but letters a to z and digits. */
    public static String toneless(String toned) {
        StringBuilder key = new StringBuilder();
        for (char c : withoutMarks(toned).toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == 'ü') {
                key.append('v');
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                key.append(c);
            } else if (c == 'ê') {
                key.append('e');
            }
        }
        return key.toString();
    }

    /** Drops tone marks and keeps ü, as on signs: {@code lǘ} as {@code lü}. */
    public static String withoutMarks(String toned) {
        StringBuilder kept = new StringBuilder();
        decomposed(toned).chars().filter(c -> MARKS.indexOf(c) < 0).forEach(c -> kept.append((char) c));
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static String decomposed(String toned) {
        return Normalizer.normalize(toned, Normalizer.Form.NFD);
    }

    /** The mark stands on a or e, else on the o of ou, else on the last vowel. */
    private static String marked(String spelling, char mark) {
        int at = Math.max(spelling.indexOf('a'), spelling.indexOf('e'));
        if (at < 0) {
            at = spelling.indexOf("ou");
        }
        for (int i = spelling.length() - 1; at < 0 && i >= 0; i--) {
            at = "iouüê".indexOf(spelling.charAt(i)) >= 0 ? i : -1;
        }
        String head = spelling.substring(0, at + 1);
        return Normalizer.normalize(head + mark + spelling.substring(at + 1), Normalizer.Form.NFC);
    }
}
