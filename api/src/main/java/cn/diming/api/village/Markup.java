package cn.diming.api.village;

import java.util.Optional;

/** Pieces of HTML; words are escaped wherever they come from. */
final class Markup {

    private final StringBuilder html = new StringBuilder(16_384);

    /** Text of our own making, as it is. */
    Markup raw(String text) {
        html.append(text);
        return this;
    }

    /** Our own text with holes ({@code %s}), which are filled with escaped words. */
    Markup fill(String text, Object... words) {
        Object[] escaped = new Object[words.length];
        for (int i = 0; i < words.length; i++) {
            escaped[i] = escaped(String.valueOf(words[i]));
        }
        html.append(text.formatted(escaped));
        return this;
    }

    /** The same if there is such a word. */
    Markup fillIf(String text, Optional<String> word) {
        word.ifPresent(there -> fill(text, there));
        return this;
    }

    /** Paragraphs of a longer text: empty lines part them. */
    Markup paragraphs(String words) {
        for (String paragraph : words.strip().split("\\R\\s*\\R|\\R", -1)) {
            fill("<p>%s</p>", paragraph.strip());
        }
        return this;
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
