package cn.diming.core.boundary;

import cn.diming.core.region.DivisionCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The internal code of a line: the two divisions' significant digits, the smaller first, {@code 440113-440115}. The short code
 * on old papers (the last two digits of both) is ambiguous across prefectures and therefore only shown.
 */
public record LineCode(DivisionCode first, DivisionCode second) {

    private static final Pattern FORM = Pattern.compile("(\\d{2,12})\\s*[-—－]?\\s*(\\d{2,12})");

    /** @throws IllegalArgumentException in Chinese, for a division beside itself or divisions of two levels */
    public LineCode {
        if (first.equals(second)) {
            throw new IllegalArgumentException("界线两侧是同一个区划：" + first);
        }
        if (first.level() != second.level()) {
            throw new IllegalArgumentException("界线两侧的区划级别不同：" + first + "、" + second);
        }
        if (first.digits().compareTo(second.digits()) > 0) {
            throw new IllegalArgumentException("界线代码中较小的区划代码在前：" + first + "、" + second);
        }
    }

    /** In whichever order the two come. */
    public static LineCode between(DivisionCode one, DivisionCode other) {
        return one.digits().compareTo(other.digits()) <= 0 ? new LineCode(one, other) : new LineCode(other, one);
    }

    /**
     * Reads {@code 440113-440115}, and {@code 440113440115} as some lists write it.
     *
     * @throws IllegalArgumentException in Chinese, for anything else
     */
    public static LineCode parse(String text) {
        String code = text.strip();
        Matcher form = FORM.matcher(code);
        if (code.matches("\\d+") && code.length() % 2 == 0) {
            int half = code.length() / 2;
            return between(DivisionCode.parse(code.substring(0, half)), DivisionCode.parse(code.substring(half)));
        }
        if (!form.matches() || form.group(1).length() != form.group(2).length()) {
            throw new IllegalArgumentException("界线代码应为两侧区划代码，如 440113-440115：" + text);
        }
        return between(DivisionCode.parse(form.group(1)), DivisionCode.parse(form.group(2)));
    }

    /** The short code of the papers: the last two significant digits of both, {@code 1315}. */
    public String shortCode() {
        return lastTwo(first) + lastTwo(second);
    }

    private static String lastTwo(DivisionCode code) {
        String digits = code.prefix();
        return digits.substring(digits.length() - 2);
    }

    @Override
    public String toString() {
        return first.prefix() + "-" + second.prefix();
    }
}
