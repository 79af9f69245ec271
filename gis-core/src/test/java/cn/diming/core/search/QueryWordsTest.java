package cn.diming.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryWordsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "收货地址:番禺区大石街道, 番禺区大石街道, 收货地址",
        "麻烦送到番禺区朝阳路12号门口, 番禺区朝阳路12号, 麻烦送到",
        "番禺区大石街道怎么走, 番禺区大石街道, 怎么走",
        "大石街道朝阳路附近, 大石街道朝阳路, 附近",
        "大石街道, 大石街道, ''"
    })
    void wordsAroundAPlaceAreLeftAsideAndTold(String typed, String place, String ignored) {
        QueryWords words = QueryWords.of(typed);
        assertThat(words.text()).isEqualTo(place);
        assertThat(String.join("、", words.ignored())).startsWith(ignored);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "朝阳路往东100米, 朝阳路, 90, 100",
        "朝阳路以北五十米, 朝阳路, 0, 50",
        "大石村西南方向约2公里处, 大石村, 225, 2000",
        "朝阳东路东侧30米, 朝阳东路, 90, 30"
    })
    void aDirectionAndADistanceAtTheEndLeadAwayFromThePlace(String typed, String place, double bearing, double metres) {
        QueryWords words = QueryWords.of(typed);
        assertThat(words.text()).isEqualTo(place);
        assertThat(words.displacement().orElseThrow().bearingDegrees()).isEqualTo(bearing);
        assertThat(words.displacement().orElseThrow().metres()).isEqualTo(metres);
    }

    @Test
    void aDirectionAloneIsAName() {
        assertThat(QueryWords.of("往东100米").displacement()).isEmpty();
        assertThat(QueryWords.of("朝阳东路").displacement()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"大石街道朝阳路与人民路交叉口, 大石街道朝阳路, 人民路", "大石街道朝阳路/人民路, 大石街道朝阳路, 人民路", "朝阳大道和富华西路路口, 朝阳大道, 富华西路"})
    void twoStreetsMayMeet(String typed, String first, String second) {
        assertThat(Crossing.of(typed)).contains(new Crossing(first, second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"大石街道朝阳路", "人民路12号", "石"})
    void oneStreetMeetsNone(String typed) {
        assertThat(Crossing.of(typed)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no.12 heping middle rd, panyu district | hepingzhonglu12号,panyuqu",
                "58 chaoyang ln, tianhe | chaoyangxiang58号,tianhe",
                "12, dashi lu, panyu, guangdong, 511430, china | dashilu12号,panyu,guangdong",
                "dashi town | dashizhen"
            })
    void signsAndNameCardsAreReadInLatinLetters(String typed, String read) {
        assertThat(RomanisedAddress.read(typed)).contains(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"panyu", "panyu dashi", "番禺dashi", "dashi lu"})
    void plainPinyinIsNoSuchAddress(String typed) {
        assertThat(RomanisedAddress.read(typed)).isEqualTo(Optional.empty());
    }
}
