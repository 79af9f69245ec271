package cn.diming.dataimport.source;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What stands between the fields of a text table. */
record CsvDialect(char delimiter) {
    private static final int SAMPLE = 1 << 16;
    private static final int RECORDS = 50;

    /** The one that divides most of the first records as it divides the header; a comma where none divides anything. */
    static CsvDialect of(Reader text, String ending) throws IOException {
        char[] sample = new char[SAMPLE];
        int length = 0;
        for (int read = 0; read >= 0 && length < SAMPLE; read = text.read(sample, length, SAMPLE - length)) {
            length += read;
        }
        String start = new String(sample, 0, length);
        if (ending.equals("tsv") && start.indexOf('\t') >= 0) {
            return new CsvDialect('\t');
        }
        return Stream.of(',', '\t', ';', '|')
                .map(CsvDialect::new)
                .max(Comparator.comparingInt((CsvDialect one) -> one.agreement(start)))
                .filter(best -> best.agreement(start) > 0)
                .orElse(new CsvDialect(','));
    }

    /** Records that have as many delimiters as the header, and the header's own count to break ties. */
    private int agreement(String text) {
        List<Integer> counts = counts(text);
        int header = counts.getFirst();
        int same = (int) counts.stream().filter(count -> count == header).count();
        return header == 0 ? 0 : same * 1000 + Math.min(header, 999);
    }

    private List<Integer> counts(String text) {
        List<Integer> counts = new ArrayList<>();
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() && counts.size() < RECORDS; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            count += c == delimiter && !quoted ? 1 : 0;
            if (c == '\n' && !quoted) {
                counts.add(count);
                count = 0;
            }
        }
        if (counts.isEmpty()) {
            counts.add(count);
        }
        return counts;
    }

    String words() {
        return switch (delimiter) {
            case '\t' -> "制表符分隔";
            case ';' -> "分号分隔";
            case '|' -> "竖线分隔";
            default -> "逗号分隔";
        };
    }

    /** Several records, all divided alike; the last may be cut by the end of the sample. */
    static boolean looksLike(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return !binary(head) && Stream.of(',', '\t', ';').map(CsvDialect::new).anyMatch(one -> one.divides(text));
    }

    private boolean divides(String text) {
        List<Integer> counts = counts(text);
        return counts.size() > 1
                && counts.getFirst() > 0
                && counts.stream().distinct().count() == 1;
    }

    /** Control characters no text has; UTF-16 must say so by its byte order mark. */
    static boolean binary(byte[] head) {
        boolean wide = head.length >= 2 && (head[0] == (byte) 0xFF || head[0] == (byte) 0xFE);
        for (byte b : head) {
            if (!wide && b >= 0 && b < 9) {
                return true;
            }
        }
        return false;
    }
}
