package cn.diming.core.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A CQL2 text cut into words. */
final class CqlWords {

    /** What a word is. */
    enum Kind {
        NAME,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    record Word(Kind kind, String text, int from, int to) {

        boolean is(String keyword) {
            return (kind == Kind.NAME || kind == Kind.SIGN)
                    && text.toUpperCase(Locale.ROOT).equals(keyword);
        }
    }

    private final String text;
    private int at;

    private CqlWords(String text) {
        this.text = text;
    }

    /** All words and {@link Kind#END}. */
    static List<Word> of(String text) {
        CqlWords reader = new CqlWords(text);
        List<Word> words = new ArrayList<>();
        Word word;
        do {
            word = reader.next();
            words.add(word);
        } while (word.kind != Kind.END);
        return words;
    }

    private Word next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int from = at;
        if (at == text.length()) {
            return new Word(Kind.END, "", from, from);
        }
        char c = text.charAt(at);
        if (c == '\'') {
            return new Word(Kind.TEXT, quoted('\''), from, at);
        }
        if (c == '"') {
            return new Word(Kind.QUOTED_NAME, quoted('"'), from, at);
        }
        if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            return new Word(Kind.NUMBER, number(), from, at);
        }
        if (Character.isUnicodeIdentifierStart(text.codePointAt(at)) || c == '_' || c == ':') {
            return new Word(Kind.NAME, name(), from, at);
        }
        return new Word(Kind.SIGN, sign(), from, at);
    }

    /** A quote within is written twice, or after a backslash in texts. */
    private String quoted(char quote) {
        StringBuilder inside = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == quote;
            if (c == quote && !doubled) {
                at++;
                return inside.toString();
            }
            if (doubled && (c == quote || (c == '\\' && quote == '\''))) {
                at++;
                c = quote;
            }
            inside.append(c);
        }
        throw new BadFilter("引号没有结束：" + BadFilter.shorten(inside.toString()));
    }

    private String number() {
        int from = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        }
        return text.substring(from, at);
    }

    private String name() {
        int from = at;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!Character.isUnicodeIdentifierPart(c) && c != '.' && c != ':') {
                break;
            }
            at += Character.charCount(c);
        }
        return text.substring(from, at);
    }

    private String sign() {
        String two = at + 2 <= text.length() ? text.substring(at, at + 2) : "";
        int length = two.equals("<>") || two.equals("<=") || two.equals(">=") ? 2 : 1;
        String sign = text.substring(at, at + length);
        if ("()=<>,+-*/".indexOf(sign.charAt(0)) < 0) {
            throw new BadFilter("筛选条件里有不能用的字符：" + sign);
        }
        at += length;
        return sign;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
