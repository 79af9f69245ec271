package cn.diming.dataimport.source;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file cut into the texts that stand for themselves: the whole file, or each line, or each text of a sequence
 * (RFC 8142: a record separator before each). A broken line or text does not harm the others.
 */
final class JsonText implements Closeable {
    /** How the file is cut. */
    enum Shape {
        DOCUMENT("GeoJSON"),
        LINES("GeoJSON（每行一条）"),
        SEQUENCE("GeoJSON 文本序列");

        private final String words;

        Shape(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final char SEPARATOR = 0x1E;

    private final BufferedReader in;
    private final Shape shape;
    private final int limit;
    private long line;
    private long start = 1;
    private boolean given;

    JsonText(Reader in, Shape shape, int limit) throws IOException {
        this.in = new BufferedReader(new WithoutMark(in), 1 << 16);
        this.shape = shape;
        this.limit = limit;
    }

    /** The next text, or null at the end. */
    @Nullable
    Reader next() throws IOException {
        if (shape == Shape.DOCUMENT) {
            Reader whole = given ? null : in;
            given = true;
            return whole;
        }
        char end = shape == Shape.LINES ? '\n' : SEPARATOR;
        StringBuilder text = new StringBuilder();
        start = line + 1;
        int c;
        while ((c = in.read()) >= 0 && !(c == end && !text.isEmpty())) {
            line += c == '\n' ? 1 : 0;
            if (!(text.isEmpty() && (Character.isWhitespace(c) || c == SEPARATOR))) {
                text.append((char) c);
            } else {
                start = line + 1;
            }
            if (text.length() > limit) {
                throw new SourceBytes.WordedFault("第 " + start + " 行起的一条记录超过 " + limit + " 个字符");
            }
        }
        line += c == '\n' ? 1 : 0;
        return text.isEmpty() ? null : new StringReader(text.toString());
    }

    /** The line of the file on which the current text begins, from 1. */
    long startLine() {
        return start;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Leaves out the byte order mark. */
    private static final class WithoutMark extends FilterReader {
        private boolean begun;

        private WithoutMark(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] chars, int from, int length) throws IOException {
            if (begun || length == 0) {
                return in.read(chars, from, length);
            }
            begun = true;
            int first = in.read();
            if (first == 0xFEFF) {
                return in.read(chars, from, length);
            }
            if (first < 0) {
                return -1;
            }
            chars[from] = (char) first;
            return 1;
        }
    }
}
