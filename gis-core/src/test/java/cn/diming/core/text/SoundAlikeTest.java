package cn.diming.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundAlikeTest {

    @ParameterizedTest
    @CsvSource({
        "和顺路, 何顺路, SAME_TONES",
        "凤鸣路, 丰明路, SAME_SYLLABLES",
        "南村, 兰村, CONFUSABLE",
        "张庄, 脏庄, CONFUSABLE",
        "福兴, 湖新, CONFUSABLE",
        "大石, 南村, DIFFERENT",
        "大石, 大石村, DIFFERENT",
        "'', '', DIFFERENT",
    })
    void namesAreAsAlikeAsTheirLeastAlikeCharacters(String one, String other, SoundAlike alike) {
        assertThat(SoundAlike.between(one, other)).isEqualTo(alike);
    }

    @Test
    void aPolyphoneIsComparedInAllItsReadings() {
        assertThat(SoundAlike.betweenCharacters('涌', '勇')).isEqualTo(SoundAlike.SAME_TONES);
        assertThat(SoundAlike.betweenCharacters('涌', '冲')).isEqualTo(SoundAlike.SAME_TONES);
        assertThat(SoundAlike.between("新涌", "新勇")).isEqualTo(SoundAlike.SAME_TONES);
    }

    @Test
    void closerSoundsWeighMore() {
        assertThat(SoundAlike.SAME_TONES.weight()).isGreaterThan(SoundAlike.SAME_SYLLABLES.weight());
        assertThat(SoundAlike.DIFFERENT.weight()).isZero();
    }
}
