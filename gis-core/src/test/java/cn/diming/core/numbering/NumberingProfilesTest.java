package cn.diming.core.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingProfilesTest {

    private static final String WHOLE = """
            - name: own
              title: 本地
              origin: {eastWest: EAST, northSouth: SOUTH}
              odd: LEFT
              inserted: FU
              gaps: {everyMetres: 10, frontageMetres: 20}
              village: {rowMetres: 20, cornerRatio: 0.8, beyond: COUNTED}
              checks: {farthestMetres: 60, otherStreetRatio: 2, axisToleranceMetres: 0.5, sameChainageMetres: 0.5, agreement: 0.75, shunned: [4], metricNumbers: 2, metricShare: 0.05, photoMetres: 30, source: 本地}
              plates: {models: {DOOR: {title: 小门牌, width: 150, height: 90, lines: [STREET, NUMBER]}}, source: 本地}
              source: 本地办法第六条
            """;

    @Test
    void everyBundledProfileNamesItsSourceAndGuangzhouWhomToAsk() {
        assertThat(NumberingProfiles.bundled().list())
                .extracting(NumberingProfile::name)
                .containsExactly("east-south-left", "beijing", "metric", "rural", "jiangmen", "guangzhou");
        assertThat(NumberingProfiles.bundled().list())
                .allSatisfy(profile -> assertThat(profile.source()).isNotBlank());
        assertThat(NumberingProfiles.bundled().find("guangzhou").orElseThrow().confirmWith())
                .hasValue("区公安分局");
    }

    @ParameterizedTest
    @CsvSource({
        "title: 本地, , 缺少 title",
        "source: 本地办法第六条, , 缺少 source",
        "eastWest: EAST, eastWest: UP, 方案“own”有误",
        "odd: LEFT, odd: MIDDLE, 方案“own”有误",
        "inserted: FU, inserted: BIS, 方案“own”有误",
        "agreement: 0.75, agreement: 0.2, 检查限值不合理",
        "cornerRatio: 0.8, cornerRatio: 8, 整村编号的行距或街角比例不合理",
        "beyond: COUNTED, beyond: MAYBE, 方案“own”有误",
        "DOOR: {title, UNIT: {title, 缺少户门用的门牌",
        "width: 150, width: 15, 门牌尺寸应在 30 至 2000 毫米之间",
        "odd: LEFT, 'odd: LEFT\n  metresPerNumber: -2', 方案“own”有误"
    })
    void aRowThatMakesNoSenseIsNamedInChinese(String part, String instead, String words) {
        String broken = WHOLE.replace(part, instead == null ? "other: 1" : instead);
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aNameIsWrittenOnce() {
        assertThat(read(WHOLE).list()).hasSize(1);
        assertThatThrownBy(() -> read(WHOLE + WHOLE)).hasMessageContaining("“own”写了两次");
    }

    private static NumberingProfiles read(String yaml) {
        return NumberingProfiles.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
