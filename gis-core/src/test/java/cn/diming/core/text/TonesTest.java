package cn.diming.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TonesTest {

    @ParameterizedTest
    @CsvSource({
        "pan1, pān, pan",
        "lu:4, lǜ, lv",
        "Lv3, lǚ, lv",
        "liu2, liú, liu",
        "gui4, guì, gui",
        "zhou1, zhōu, zhou",
        "xiong2, xióng, xiong",
        "de5, de, de"
    })
    void theThreeSpellingsAgree(String numbered, String toned, String toneless) {
        assertThat(Tones.fromNumbered(numbered)).hasValue(toned);
        assertThat(Tones.toneless(toned)).isEqualTo(toneless);
        assertThat(Tones.fromNumbered(Tones.toNumbered(toned))).hasValue(toned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pan", "pan7", "番1", "1"})
    void malformedSyllablesAreNotRead(String numbered) {
        assertThat(Tones.fromNumbered(numbered)).isEmpty();
    }
}
