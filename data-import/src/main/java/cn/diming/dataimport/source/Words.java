package cn.diming.dataimport.source;

/** Pieces of messages. */
final class Words {
    private static final int LONGEST = 60;

    private Words() {}

    /** A text of the file as it may stand in a message: short, on one line, in 「」. */
    static String quote(String text) {
        int end = Math.min(text.length(), LONGEST);
        String shown = text.substring(0, end).replaceAll("\\p{Cntrl}", " ");
        return "「" + shown + (end < text.length() ? "…" : "") + "」";
    }
}
