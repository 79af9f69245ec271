package cn.diming.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinyinInputTest {

    @ParameterizedTest
    @CsvSource({
        "panyu, pan yu",
        "shiqiaojiedao, shi qiao jie dao",
        "zhenxingzhongjieerxiang, zhen xing zhong jie er xiang",
        "Xi'an, xi an",
        "xian, xian",
        "Guǎngzhōu Shì, guang zhou shi",
        "lyutian, lv tian",
        "lütian, lv tian",
        "fangan, fang an",
        "panyuq, pan yu q",
        "dashizh, da shi zh",
    })
    void theFirstSplitTakesTheLongestSyllables(String typed, String syllables) {
        assertThat(PinyinInput.of(typed).splits().getFirst().syllables()).containsExactly(syllables.split(" "));
    }

    @Test
    void anUnfinishedSyllableIsMarked() {
        assertThat(PinyinInput.of("panyuq").splits()).allMatch(PinyinInput.Split::partial);
        assertThat(PinyinInput.of("panyu").splits()).noneMatch(PinyinInput.Split::partial);
    }

    @Test
    void otherSplitsFollowUpToFour() {
        assertThat(splits("xian")).contains(List.of("xian"), List.of("xi", "an"));
        assertThat(splits("lutian")).contains(List.of("lu", "tian"), List.of("lv", "tian"));
        assertThat(splits("xianxianxianxian")).hasSize(PinyinInput.MOST_SPLITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "'", "大石", "pan1yu", "slcxq", "bmw", "panyu,", "番yu"})
    void whatIsNoPinyinHasNoSplit(String typed) {
        assertThat(PinyinInput.of(typed).isPinyin()).isFalse();
    }

    @Test
    void initialsAreReadWithAndWithoutH() {
        assertThat(PinyinInput.of("dshzh").initials()).containsExactly("dshzh", "dsz");
        assertThat(PinyinInput.of("slc").initials()).containsExactly("slc");
        assertThat(PinyinInput.of("panyu").initials()).isEmpty();
    }

    @Test
    void veryLongTextIsRefusedAtOnce() {
        assertThat(PinyinInput.of("xian".repeat(5_000)).isPinyin()).isFalse();
        assertThat(PinyinInput.of("an".repeat(31) + "vv").isPinyin()).isFalse();
    }

    private static List<List<String>> splits(String typed) {
        return PinyinInput.of(typed).splits().stream()
                .map(PinyinInput.Split::syllables)
                .toList();
    }
}
