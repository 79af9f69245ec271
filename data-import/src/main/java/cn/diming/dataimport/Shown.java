package cn.diming.dataimport;

/** What a file says, as it may stand on a terminal: one line, and no control character that would command it. */
final class Shown {

    static String line(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** At most {@code length} characters of it. */
    static String start(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? line(text)
                : line(text.substring(0, text.offsetByCodePoints(0, length))) + "…";
    }

    private Shown() {}
}
