package cn.diming.core.shop;

import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Optional;

/** What people write, stripped and held to a length. */
final class Words {

    /** @throws Refused for what is longer or has control characters */
    static String line(String text, int longest, String title) {
        String words = text.strip();
        if (words.codePointCount(0, words.length()) > longest
                || words.codePoints().anyMatch(Words::isHidden)) {
            throw refused(title + "至多 " + longest + " 字，不能有换行等控制字符");
        }
        return words;
    }

    /** One that may be left out; blank is left out. */
    static Optional<String> line(Optional<String> text, int longest, String title) {
        return text.map(words -> line(words, longest, title)).filter(words -> !words.isEmpty());
    }

    /** Several lines, which may be left out. */
    static Optional<String> lines(Optional<String> text, int longest, String title) {
        Optional<String> words = text.map(String::strip).filter(some -> !some.isEmpty());
        if (words.filter(some -> some.codePointCount(0, some.length()) > longest
                        || some.codePoints().anyMatch(letter -> letter != '\n' && isHidden(letter)))
                .isPresent()) {
            throw refused(title + "至多 " + longest + " 字");
        }
        return words;
    }

    /** Control characters, and those that turn the direction of writing. */
    private static boolean isHidden(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
    }

    static Refused refused(String fault) {
        return new Refused(List.of(fault));
    }

    private Words() {}
}
