package cn.diming.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericTermsTest {

    @ParameterizedTest
    @CsvSource({
        "麦村村, 麦村, 村, SETTLEMENT",
        "南村镇, 南村, 镇, DIVISION",
        "番禺区, 番禺, 区, DIVISION",
        "大石街道, 大石, 街道, DIVISION",
        "乳源瑶族自治县, 乳源, 瑶族自治县, DIVISION",
        "双江拉祜族佤族布朗族傣族自治县, 双江, 拉祜族佤族布朗族傣族自治县, DIVISION",
        "晓洞村民委员会, 晓洞, 村民委员会, COMMUNITY",
        "红旗社区居民委员会, 红旗, 社区居民委员会, COMMUNITY",
        "长堤大马路, 长堤, 大马路, STREET",
        "人民南路, 人民, 南路, STREET",
        "河南路, 河南, 路, STREET",
        "太平横巷, 太平, 横巷, STREET",
        "珠江, 珠, 江, WATER",
        "东濠涌, 东濠, 涌, WATER",
        "大夫山, 大夫, 山, LAND",
        "幸福新村, 幸福, 新村, ESTATE",
        "大新村, 大新, 村, SETTLEMENT",
    })
    void aNameIsPartedAtItsLongestGenericTerm(String name, String specific, String generic, GenericTerm.Family family) {
        NameParts parts = GenericTerms.split(name);
        assertThat(parts.specific()).isEqualTo(specific);
        assertThat(parts.generic()).hasValue(new GenericTerm(generic, family));
    }

    @ParameterizedTest
    @ValueSource(strings = {"大马路", "村", "村委会", "大石", "街道"})
    void aNameThatIsOnlyAGenericOrHasNoneStaysWhole(String name) {
        assertThat(GenericTerms.split(name).generic()).isEmpty();
        assertThat(GenericTerms.stem(name)).isEqualTo(name);
    }

    @Test
    void familiesListTheirTermsLongestFirst() {
        assertThat(GenericTerms.listOf(GenericTerm.Family.STREET))
                .contains("路", "大马路")
                .first()
                .matches(t -> t.length() > 2);
        assertThat(GenericTerms.find("社区").map(GenericTerm::family)).hasValue(GenericTerm.Family.COMMUNITY);
    }
}
