package cn.diming.dataimport.shapefile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Texts of fixed width: padded with blanks or zeros, and perhaps cut in the middle of a character. */
final class DbfText {
    private static final char UNREADABLE = '\uFFFD';

    private DbfText() {}

    /** Where the text ends: before its padding. */
    static int end(byte[] bytes, int from, int length) {
        int end = from + length;
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        return end;
    }

    /** The text; half a character at the very end of a full field is left out. */
    static String read(byte[] bytes, int from, int length, Charset charset) {
        int end = end(bytes, from, length);
        String text = new String(bytes, from, end - from, charset);
        boolean full = end == from + length;
        return full && !text.isEmpty() && text.charAt(text.length() - 1) == UNREADABLE
                ? text.substring(0, text.length() - 1)
                : text;
    }

    /** A field name: up to the first zero byte. */
    static String name(byte[] bytes, Charset charset) {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        String name = new String(bytes, 0, length, charset);
        return name.endsWith(String.valueOf(UNREADABLE)) ? name.substring(0, name.length() - 1) : name;
    }

    static boolean damaged(String text) {
        return text.indexOf(UNREADABLE) >= 0;
    }

    /** ASCII, for numbers and dates. */
    static String ascii(byte[] bytes, int from, int length) {
        return new String(bytes, from, end(bytes, from, length) - from, StandardCharsets.ISO_8859_1).strip();
    }
}
