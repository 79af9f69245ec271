package cn.diming.core.romanise;

import cn.diming.core.text.PinyinInput;
import cn.diming.core.text.Tones;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Syllables as people type them: xīn, Xin1, lv4. */
final class Syllables {

    /** With the tone mark where it belongs; empty for what is no syllable of the standard language. */
    static Optional<String> toned(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        boolean numbered = !plain.isEmpty() && Character.isDigit(plain.charAt(plain.length() - 1));
        return Tones.fromNumbered(numbered ? plain : Tones.toNumbered(plain))
                .filter(toned -> PinyinInput.isSyllable(Tones.toneless(toned)));
    }

    private Syllables() {}
}
