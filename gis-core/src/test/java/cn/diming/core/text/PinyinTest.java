package cn.diming.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    private final Pinyin pinyin = Pinyin.standard();

    @ParameterizedTest
    @CsvSource({
        "番禺区, pān yú qū",
        "东涌镇, dōng chōng zhèn",
        "沥滘, lì jiào",
        "大埔县, dà bù xiàn",
        "黄埔, huáng pǔ",
        "六安市, lù ān shì",
        "乐清市, yuè qīng shì",
        "长治, cháng zhì",
        "蔚县, yù xiàn",
        "监利, jiàn lì",
        "浚县, xùn xiàn",
        "黄陂, huáng pí",
        "厦门, xià mén",
        "蚌埠, bèng bù",
        "重庆, chóng qìng",
        "长乐, cháng lè",
        "莘庄, xīn zhuāng",
        "莘县, shēn xiàn",
        "台州, tāi zhōu",
        "台山, tái shān",
        "丽水, lí shuǐ",
        "丽江, lì jiāng",
        "东阿, dōng ē",
        "涡阳, guō yáng",
        "亳州, bó zhōu",
        "歙县, shè xiàn",
        "婺源, wù yuán",
        "郫都, pí dū",
        "邛崃, qióng lái",
        "荥阳, xíng yáng",
        "荥经, yíng jīng",
        "洪洞, hóng tóng",
        "解放路, jiě fàng lù",
        "石碁镇, shí qí zhèn",
        "大氹村, dà dàng cūn",
        "塱头, lǎng tóu",
        "吕田镇, lǚ tián zhèn",
        "從化區, cóng huà qū",
        "第十甫路, dì shí fǔ lù",
        "𪣻底, lóu dǐ",
        "长堤大马路, cháng dī dà mǎ lù",
        "三元里大道, sān yuán lǐ dà dào",
        "中山3路, zhōng shān 3 lù"
    })
    void placesAreReadAsOfficialsReadThem(String name, String reading) {
        assertThat(toned(pinyin.reading(name))).isEqualTo(reading);
    }

    @Test
    void whoReadsAPolyphoneTheUsualWayStillFindsTheName() {
        assertThat(joined("番禺")).startsWith("panyu").contains("fanyu");
        assertThat(joined("东涌")).startsWith("dongchong").contains("dongyong");
        assertThat(joined("六安")).contains("luan", "liuan");
        assertThat(joined("吕田")).containsExactly("lvtian");
    }

    @Test
    void readingsAreDistinctAndLimited() {
        List<List<String>> readings = pinyin.readings("曾厝垵重行乐调会朝堡铺", 8);
        assertThat(readings).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void onlyAnUndecidedPolyphoneIsAmbiguous() {
        assertThat(pinyin.reading("番禺")).noneMatch(Syllable::ambiguous);
        assertThat(pinyin.reading("新涌")).last().matches(Syllable::ambiguous);
        assertThat(pinyin.reading("中山大道")).noneMatch(Syllable::ambiguous);
    }

    @Test
    void aCharacterNobodyKnowsHasNoReadingAndDoesNoHarm() {
        List<Syllable> reading = pinyin.reading("\uE863村");
        assertThat(reading).extracting(Syllable::isKnown).containsExactly(false, true);
        assertThat(pinyin.joined("\uE863村")).isEqualTo("cun");
        assertThat(pinyin.readings("\uE863", 8)).containsExactly(List.of());
        assertThat(pinyin.reading(" （）\uD840")).isEmpty();
    }

    @Test
    void keysJoinSyllablesAndInitials() {
        assertThat(pinyin.joined("大石镇")).isEqualTo("dashizhen");
        assertThat(pinyin.initials("大石镇")).isEqualTo("dsz");
        assertThat(pinyin.initials("兴华路12号A座")).isEqualTo("xhl12haz");
    }

    @Test
    void anOfficesConfirmedReadingWins() {
        Pinyin office = Pinyin.standardWith(Map.of("新涌", "xīn yǒng"));
        assertThat(toned(office.reading("新涌村"))).isEqualTo("xīn yǒng cūn");
        assertThatThrownBy(() -> Pinyin.standardWith(Map.of("新涌", "xīn")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("读音与字数不符");
    }

    private List<String> joined(String name) {
        return pinyin.readings(name, 8).stream().map(r -> String.join("", r)).toList();
    }

    private static String toned(List<Syllable> reading) {
        return reading.stream().map(Syllable::toned).collect(Collectors.joining(" "));
    }
}
