package cn.diming.core.inspection;

import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Optional;

/** What people write, as it may be kept. */
final class Words {

    static boolean unfit(String words, int most) {
        return words.length() > most || words.chars().anyMatch(one -> one < ' ' && one != '\n');
    }

    /** Stripped; empty for nothing but blanks. */
    static Optional<String> clean(Optional<String> words) {
        return words.map(text -> text.strip().replace("\r\n", "\n")).filter(text -> !text.isEmpty());
    }

    /** @throws cn.diming.core.record.Refused for what is too long or has control characters */
    static Optional<String> fit(Optional<String> words, int most, String title) {
        Optional<String> clean = clean(words);
        if (clean.filter(text -> unfit(text, most)).isPresent()) {
            throw refused(title + "至多 " + most + " 字，不能有不可见的控制字符");
        }
        return clean;
    }

    static Refused refused(String fault) {
        return new Refused(List.of(fault));
    }

    private Words() {}
}
