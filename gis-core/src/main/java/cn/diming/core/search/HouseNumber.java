package cn.diming.core.search;

import cn.diming.core.text.HanNumber;
import cn.diming.core.text.HanText;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A door number: 12号, 十二号, 12号之一, 12-1号.
 *
 * @param sub 0 without a sub-number
 */
record HouseNumber(long main, long sub) {

    private static final String DIGITS = "(?:[0-9]{1,5}|[〇零一二三四五六七八九十百千两]{1,7})";
    private static final Pattern NUMBER =
            Pattern.compile("(" + DIGITS + ")(?:[-之](" + DIGITS + "))?(?:号|弄)(?:[-之](" + DIGITS + "))?");
    private static final Pattern LAST_DIGITS = Pattern.compile("(?<![0-9])([0-9]{1,5})(?:-([0-9]{1,3}))?$");

    /** Where in a text a number stands. */
    record Found(HouseNumber number, int from, int to) {}

    /** The first number followed by 号. */
    static Optional<Found> find(String text) {
        boolean hasUnit = text.indexOf('号') >= 0 || text.indexOf('弄') >= 0; // most texts have none
        return hasUnit ? find(NUMBER.matcher(text)) : Optional.empty();
    }

    /** Digits at the end, with which a number is being typed. */
    static Optional<Found> findUnfinished(String text) {
        return find(LAST_DIGITS.matcher(text));
    }

    /** A plate's own number, with or without 号. */
    static Optional<HouseNumber> of(String numberText) {
        String folded = HanText.folded(numberText);
        return find(folded).or(() -> findUnfinished(folded)).map(Found::number);
    }

    private static Optional<Found> find(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        OptionalLong main = HanNumber.parse(matcher.group(1));
        String sub = matcher.group(2);
        if (sub == null && matcher.groupCount() > 2) {
            sub = matcher.group(3);
        }
        long subNumber = sub == null ? 0 : HanNumber.parse(sub).orElse(0);
        return main.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(new HouseNumber(main.getAsLong(), subNumber), matcher.start(), matcher.end()));
    }

    /** The token under which it is indexed; a number with a sub-number is found under both. */
    String token() {
        return sub == 0 ? Long.toString(main) : main + "-" + sub;
    }
}
