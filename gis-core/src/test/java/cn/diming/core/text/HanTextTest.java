package cn.diming.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanTextTest {

    @ParameterizedTest
    @CsvSource({
        "番禺區大石鎮１２號, 番禺区大石镇12号",
        "'广州市 番禺区（大石）', 广州市番禺区大石",
        "Ａ座３０１, a座301",
        "東湧, 东涌",
        "後裡, 后里",
        "乾县, 乾县",
        "二○二四, 二〇二四",
        "⼤石, 大石",
        "𪣻底村, 𪣻底村",
    })
    void theNormalFormIsTheSameForEveryWayOfWriting(String written, String normal) {
        assertThat(HanText.normal(written)).isEqualTo(normal);
    }

    @Test
    void theNormalFormOfANormalFormIsItself() {
        String normal = HanText.normal("從化區呂田鎮１２－１６號");
        assertThat(HanText.normal(normal)).isEqualTo(normal);
    }

    @Test
    void theFoldedFormKeepsPunctuationAndOneSpace() {
        assertThat(HanText.folded(" 大石街　 12－16號 ")).isEqualTo("大石街 12-16号");
    }

    @Test
    void privateUseCharactersSurvive() {
        assertThat(HanText.normal("\uE863村")).isEqualTo("\uE863村");
        assertThat(HanText.isClean("\uE863村")).isTrue();
    }

    @Test
    void invisibleCharactersAreDroppedAndTellTheTextIsNotClean() {
        String tricky = "大\u202E石\u200B\u0000镇\uD840";
        assertThat(HanText.isClean(tricky)).isFalse();
        assertThat(HanText.normal(tricky)).isEqualTo("大石镇");
        assertThat(HanText.isClean("大石镇 1-2号（东）")).isTrue();
    }

    @Test
    void aCharacterYoungerThanJavaIsStillACharacter() {
        String young = Character.toString(0x323B0) + "村";
        assertThat(HanText.isClean(young)).isTrue();
        assertThat(HanText.normal(young)).isEqualTo(young);
    }

    @Test
    void aVariationSelectorMakesNoOtherName() {
        assertThat(HanText.normal("葛\uDB40\uDD00村")).isEqualTo("葛村");
    }

    @Test
    void nothingLeavesNothing() {
        assertThat(HanText.normal(" （）、")).isEmpty();
    }
}
