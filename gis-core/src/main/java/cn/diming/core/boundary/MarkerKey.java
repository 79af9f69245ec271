package cn.diming.core.boundary;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells a marker from all others: line, sequence and type, {@code 440113-440115-001-Q}. The number painted on it is
 * another, free text (GB/T 17796-2009 numbers are eight characters and ambiguous across prefectures).
 *
 * @param sequence 1 to 999, counted from west to east or from north to south
 */
public record MarkerKey(LineCode line, int sequence, MarkerKind kind) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{6,24}|\\d{2,12}-\\d{2,12})-(\\d{1,3})(?:-?([QABCDEI]))?", Pattern.CASE_INSENSITIVE);

    public MarkerKey {
        if (sequence < 1 || sequence > 999) {
            throw new IllegalArgumentException("界桩序号应在 1 至 999 之间：" + sequence);
        }
    }

    /**
     * Reads the key, also as {@code 440113-440115-001Q} and {@code 440113440115-01}; without a letter it is a single marker.
     *
     * @throws IllegalArgumentException in Chinese, for anything else
     */
    public static MarkerKey parse(String text) {
        Matcher form = FORM.matcher(text.strip().replace('－', '-').replace('—', '-'));
        if (!form.matches()) {
            throw new IllegalArgumentException("界桩内部编号应如 440113-440115-001-Q：" + text);
        }
        MarkerKind kind = Optional.ofNullable(form.group(3))
                .flatMap(letter -> MarkerKind.find(letter.toUpperCase(Locale.ROOT)))
                .orElse(MarkerKind.SINGLE);
        return new MarkerKey(LineCode.parse(form.group(1)), Integer.parseInt(form.group(2)), kind);
    }

    /** The number as the papers write it: short line code, sequence, type. */
    public String officialNumber() {
        return String.format(Locale.ROOT, "%s%03d%s", line.shortCode(), sequence, kind.letter());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%03d-%s", line, sequence, kind.letter());
    }
}
