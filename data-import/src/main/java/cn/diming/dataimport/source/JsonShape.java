package cn.diming.dataimport.source;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** Finds out how a JSON file is cut into texts, by its name and its first characters. */
final class JsonShape {
    static final int HEAD = 1 << 16;

    private static final Set<String> LINE_ENDINGS = Set.of("geojsonl", "ndjson", "jsonl");
    private static final char SEPARATOR = 0x1E;

    private JsonShape() {}

    static JsonText.Shape of(String head, String ending) {
        String text = begin(head);
        if (text.indexOf(SEPARATOR) == 0) {
            return JsonText.Shape.SEQUENCE;
        }
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        boolean more = end >= 0 && text.substring(end).stripLeading().startsWith("{");
        boolean named = LINE_ENDINGS.contains(ending) && (first.endsWith("}") || end < 0);
        return named || (more && object(first)) ? JsonText.Shape.LINES : JsonText.Shape.DOCUMENT;
    }

    /** Without byte order mark and leading blanks; the separator, which Java calls a blank, stays. */
    private static String begin(String head) {
        return head.replaceFirst("^[\uFEFF \\t\\r\\n]+", "");
    }

    private static boolean object(String line) {
        try {
            return JsonTree.MAPPER.readTree(line).isObject();
        } catch (JacksonException incomplete) {
            return false;
        }
    }

    /** Begins like JSON: a brace, a bracket, or the separator of a text sequence. */
    static boolean looksLike(byte[] head) {
        String text = begin(new String(head, StandardCharsets.UTF_8));
        return !text.isEmpty() && "{[\u001e".indexOf(text.charAt(0)) >= 0;
    }
}
