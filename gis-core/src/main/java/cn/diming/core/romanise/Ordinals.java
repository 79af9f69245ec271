package cn.diming.core.romanise;

import cn.diming.core.text.HanNumber;
import java.util.OptionalInt;

/** Tells ordinals, which rule 7 writes in digits, from numbers that belong to a name, which rule 6 writes in pinyin. */
final class Ordinals {

    private static final String NUMERALS = "一二三四五六七八九十百〇零廿卅0123456789";
    private static final String UNITS = "十百廿卅";

    /** Where the ordinal at the end of a specific term begins (第 included); empty when there is none. */
    static OptionalInt startIn(String specific) {
        int start = specific.length();
        while (start > 0 && NUMERALS.indexOf(specific.charAt(start - 1)) >= 0) {
            start--;
        }
        if (start == specific.length() || SpellingWords.FIXED.contains(specific)) {
            return OptionalInt.empty();
        }
        start = afterKnownName(specific, start);
        String numeral = specific.substring(start);
        if (HanNumber.parse(numeral).isEmpty() || isDate(numeral)) {
            return OptionalInt.empty();
        }
        if (start > 0 && specific.charAt(start - 1) == '第') {
            return OptionalInt.of(start - 1);
        }
        boolean hasHead = start != 1 || SpellingWords.NUMBERED.contains(specific.substring(0, 1));
        return hasHead ? OptionalInt.of(start) : OptionalInt.empty();
    }

    /** 九 → 9, 第九 → 9. */
    static long value(String ordinal) {
        return HanNumber.parse(ordinal.startsWith("第") ? ordinal.substring(1) : ordinal)
                .orElseThrow();
    }

    /** 东四十二条 is 东四 + 十二. */
    private static int afterKnownName(String specific, int start) {
        for (int end = specific.length() - 1; end > start; end--) {
            if (SpellingWords.FIXED.contains(specific.substring(0, end))) {
                return end;
            }
        }
        return start;
    }

    /** 六二三, 二七: figures in a row are a date or a number that became a name; 二十三 is an ordinal. */
    private static boolean isDate(String numeral) {
        return numeral.length() > 1
                && numeral.chars().noneMatch(c -> UNITS.indexOf(c) >= 0)
                && numeral.chars().noneMatch(c -> c < 0x80);
    }

    private Ordinals() {}
}
