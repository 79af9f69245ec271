package cn.diming.core.signage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignProfilesTest {

    private static final String WHOLE = """
            - name: own
              title: 本地
              postsAtCrossing: 1
              longGapMetres: 500
              mergeMetres: 8
              touchMetres: 3
              cornerMetres: 6
              laneTerms: [巷]
              entranceRank: 4
              entranceApartMetres: 60
              lowestRank: 9
              sizes: {STREET: {width: 1200, height: 300, price: 680}, LANE: {width: 600, height: 200, price: 220}, SETTLEMENT: {width: 1500, height: 400, price: 1200}, ESTATE: {width: 1000, height: 600, price: 900}, BUILDING: {width: 900, height: 500, price: 350}}
              mountings: [{title: 立杆, price: 450}]
              source: 本地办法
            """;

    @Test
    void everyBundledProfileHasASizeForEachKindAndASource() {
        assertThat(SignProfiles.bundled().list()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(profile -> {
            assertThat(profile.sizes()).containsOnlyKeys(SignKind.values());
            assertThat(profile.mountings()).isNotEmpty();
            assertThat(profile.source()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "title: 本地, other: 1, 缺少 title",
        "source: 本地办法, other: 1, 缺少 source",
        "longGapMetres: 500, longGapMetres: far, 标志方案“own”有误",
        "STREET: {width, HEDGE: {width, 标志方案“own”有误",
        "width: 1200, width: 12, 标志方案“own”有误"
    })
    void aRowThatMakesNoSenseIsNamedInChinese(String part, String instead, String words) {
        String broken = WHOLE.replace(part, instead);
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aNameIsWrittenOnce() {
        assertThat(read(WHOLE).list()).hasSize(1);
        assertThatThrownBy(() -> read(WHOLE + WHOLE)).hasMessageContaining("“own”写了两次");
    }

    private static SignProfiles read(String yaml) {
        return SignProfiles.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
