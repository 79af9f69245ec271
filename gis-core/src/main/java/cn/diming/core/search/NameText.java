package cn.diming.core.search;

import cn.diming.core.text.GenericTerms;
import cn.diming.core.text.HanNumber;
import cn.diming.core.text.HanText;
import cn.diming.core.text.NameParts;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one written form under which names are indexed and looked up. */
final class NameText {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");

    /** Normal form with digits as Chinese numerals, so that 3巷 and 三巷 are one name. */
    static String key(String name) {
        String normal = HanText.normal(name);
        for (int i = 0; i < normal.length(); i++) {
            if (Character.isDigit(normal.charAt(i))) {
                return numeralsWritten(normal);
            }
        }
        return normal;
    }

    /** The key parted into specific and generic term; a key without a letter has no parts. */
    static NameParts split(String key) {
        return GenericTerms.split(key);
    }

    static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isLatin(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isLatin(int c) {
        return c >= 'a' && c <= 'z';
    }

    /** Without a stream, for re-ranking asks for hundreds of names. */
    static int[] codePoints(String key) {
        int[] points = new int[key.codePointCount(0, key.length())];
        for (int i = 0, at = 0; i < points.length; i++) {
            points[i] = key.codePointAt(at);
            at += Character.charCount(points[i]);
        }
        return points;
    }

    /** The letters of an official spelling: Pānyú Qū gives panyuqu. */
    static String letters(String romanised) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(romanised.replace('ü', 'v').replace('Ü', 'v'), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(NameText::isLatin)
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private static String numeralsWritten(String normal) {
        Matcher digits = DIGITS.matcher(normal);
        return digits.replaceAll(run -> HanNumber.format(Long.parseLong(run.group())));
    }

    private NameText() {}
}
