package cn.diming.core.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineCodesTest {

    @ParameterizedTest
    @CsvSource({
        "440113-440115-001-Q, 440113-440115-001-Q, 1315001Q",
        "440115-440113-1, 440113-440115-001-Q, 1315001Q",
        "440113440115-01, 440113-440115-001-Q, 1315001Q",
        "440113-440115-012b, 440113-440115-012-B, 1315012B",
        "3501-3507-007-I, 3501-3507-007-I, 0107007I",
        "349901100-349901101-003A, 349901100-349901101-003-A, 0001003A"
    })
    void aMarkerIsKnownByItsKeyHoweverItIsWritten(String written, String key, String official) {
        MarkerKey read = MarkerKey.parse(written);
        assertThat(read).hasToString(key);
        assertThat(read.officialNumber()).isEqualTo(official);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1315001Q",
                "440113-440113-001-Q",
                "440113-44011-001",
                "440113-440115-000-Q",
                "440113-440115-001-Z"
            })
    void whatIsNoKeyIsRefusedInWords(String written) {
        assertThatThrownBy(() -> MarkerKey.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .containsPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @CsvSource({
        "Q, SINGLE",
        "单立, SINGLE",
        "PAIR_A, PAIR_A",
        "同号双立B, PAIR_B",
        "三立D, TRIPLE_D",
        "三面桩, THREE_WAY",
        "三交点, THREE_WAY",
        "i, THREE_WAY"
    })
    void kindsOfMarkerAreReadFromOldLists(String words, MarkerKind kind) {
        assertThat(MarkerKind.find(words)).contains(kind);
    }

    @Test
    void aThreeWayPointIsNumberedByItsThreeDivisionsAscending() {
        ThreeWayPoint point = new ThreeWayPoint(
                0,
                0,
                List.of(DivisionCode.parse("350784"), DivisionCode.parse("350723"), DivisionCode.parse("350781")),
                Optional.empty(),
                Optional.empty(),
                new LonLat(117.3, 27.5));
        assertThat(point.usualNumber()).isEqualTo("238184I");
        assertThat(point.key()).isEqualTo("350723-350781-350784");
    }
}
