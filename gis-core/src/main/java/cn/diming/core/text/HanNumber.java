package cn.diming.core.text;

import java.util.OptionalLong;

/** Chinese numerals: 一百二十 and 120, 二〇二四 and 2024; 廿, 卅, 两 and the accountants' forms 壹贰叁 are read, not written. */
public final class HanNumber {

    /** The largest number written and read: below one 兆 (10^12). */
    public static final long MAX = 999_999_999_999L;

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "十百千万亿";
    private static final long[] UNIT_VALUES = {10, 100, 1_000, 10_000, 100_000_000};
    private static final String VARIANTS = "零两壹贰叁肆伍陆柒捌玖拾佰仟";
    private static final String VARIANTS_PLAIN = "〇二一二三四五六七八九十百千";

    private HanNumber() {}

    /**
     * The value of a whole numeral: place-value (一百二十), digit by digit (二〇二四) or decimal digits (１２０, 120).
     *
     * @return empty for text that is no well-formed numeral (百二十十, 一百二, 十〇, 12百) or exceeds {@link #MAX}
     */
    public static OptionalLong parse(String text) {
        String plain = plain(text);
        if (plain.isEmpty() || plain.length() > 32) {
            return OptionalLong.empty();
        }
        if (plain.codePoints().allMatch(c -> c >= '0' && c <= '9')) {
            return decimal(plain);
        }
        if (plain.codePoints().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return decimal(plain.codePoints()
                    .mapToObj(c -> Integer.toString(DIGITS.indexOf(c)))
                    .reduce("", String::concat));
        }
        return placeValue(plain);
    }

    /** 120 as 一百二十. */
    public static String format(long number) {
        requireInRange(number);
        if (number == 0) {
            return "〇";
        }
        String written = format(number, UNITS.length() - 1);
        return written.startsWith("一十") ? written.substring(1) : written;
    }

    /** 2024 as 二〇二四, digit by digit. */
    public static String formatDigits(long number) {
        requireInRange(number);
        StringBuilder written = new StringBuilder();
        Long.toString(number).chars().forEach(c -> written.append(DIGITS.charAt(c - '0')));
        return written.toString();
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : HanText.folded(text).toCharArray()) {
            int variant = VARIANTS.indexOf(c);
            plain.append(variant < 0 ? c : VARIANTS_PLAIN.charAt(variant));
        }
        return plain.toString().replace("廿", "二十").replace("卅", "三十").replace("卌", "四十");
    }

    private static OptionalLong decimal(String digits) {
        if (digits.length() > 12) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(digits));
    }

    /** Reads leniently, then believes only what writing the value gives back: this one comparison is the whole grammar. */
    private static OptionalLong placeValue(String plain) {
        long value = evaluate(plain);
        if (value < 0 || value > MAX) {
            return OptionalLong.empty();
        }
        String expected = format(value);
        boolean wellFormed = plain.equals(expected) || (expected.startsWith("十") && plain.equals("一" + expected));
        return wellFormed ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private static long evaluate(String plain) {
        long total = 0; // closed by 亿
        long section = 0; // closed by 万
        long digit = -1;
        for (char c : plain.toCharArray()) {
            int unit = UNITS.indexOf(c);
            if (DIGITS.indexOf(c) >= 0) {
                digit = DIGITS.indexOf(c);
            } else if (unit < 0) {
                return -1;
            } else if (unit < 3) {
                section += (digit < 0 ? 1 : digit) * UNIT_VALUES[unit];
                digit = -1;
            } else {
                long closed = section + Math.max(digit, 0);
                total = unit == 4 ? (total + closed) * UNIT_VALUES[4] : total + closed * UNIT_VALUES[3];
                section = 0;
                digit = -1;
            }
        }
        return total + section + Math.max(digit, 0);
    }

    /** Writes with units up to the given one: quotient, unit, a 〇 where a place is skipped, remainder. */
    private static String format(long number, int unit) {
        if (unit < 0) {
            return String.valueOf(DIGITS.charAt((int) number));
        }
        long quotient = number / UNIT_VALUES[unit];
        long rest = number % UNIT_VALUES[unit];
        if (quotient == 0) {
            return format(number, unit - 1);
        }
        String head = format(quotient, unit - 1) + UNITS.charAt(unit);
        if (rest == 0) {
            return head;
        }
        long below = UNIT_VALUES[unit] / 10;
        return head + (rest < below ? "〇" : "") + format(rest, unit - 1);
    }

    private static void requireInRange(long number) {
        if (number < 0 || number > MAX) {
            throw new IllegalArgumentException("数字超出可书写范围：" + number);
        }
    }
}
