package cn.diming.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JyutpingTest {

    @Test
    void charactersOfPlaceNamesHaveTheirCantoneseReadings() {
        assertThat(Jyutping.readings('大')).containsExactly("daai6");
        assertThat(Jyutping.readings('江')).containsExactly("gong1");
        assertThat(Jyutping.readings('涌')).contains("cung1");
        assertThat(Jyutping.readings('滘')).containsExactly("gaau3");
        assertThat(Jyutping.readings('氹')).containsExactly("tam5");
    }

    @Test
    void aTraditionalCharacterReadsAsItsSimplifiedOne() {
        assertThat(Jyutping.readings('東')).isEqualTo(Jyutping.readings('东')).isNotEmpty();
    }

    @Test
    void whatNobodyReadsHasNoReading() {
        assertThat(Jyutping.readings('A')).isEmpty();
    }

    @Test
    void initialsThatManyNoLongerPartAreMerged() {
        assertThat(Jyutping.merged("naam4")).isEqualTo("laam4");
        assertThat(Jyutping.merged("ngok6")).isEqualTo("ok6");
        assertThat(Jyutping.merged("ng5")).isEqualTo("ng5"); // 五: a syllable of its own
        assertThat(Jyutping.merged("gong1")).isEqualTo("gong1");
        assertThat(Jyutping.toneless("gong1")).isEqualTo("gong");
    }

    @Test
    void theStandardTableHasThreeLevels() {
        assertThat(StandardCharacters.level('路')).isEqualTo(1);
        assertThat(StandardCharacters.level('滘')).isEqualTo(3);
        assertThat(StandardCharacters.level('氹')).isZero();
        assertThat(StandardCharacters.level('龍')).isZero();
        assertThat(StandardCharacters.level(0x2FFFF)).isZero();
    }
}
