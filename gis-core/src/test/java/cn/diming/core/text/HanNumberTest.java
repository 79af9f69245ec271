package cn.diming.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HanNumberTest {

    @ParameterizedTest
    @CsvSource({
        "一百二十, 120",
        "十, 10",
        "一十二, 12",
        "二〇二四, 2024",
        "一二三, 123",
        "廿三, 23",
        "卅, 30",
        "两百, 200",
        "一百零五, 105",
        "一百〇五, 105",
        "一千零一十, 1010",
        "十二万, 120000",
        "三亿零五, 300000005",
        "壹佰贰拾, 120",
        "１２０, 120",
        "〇, 0",
        "007, 7"
    })
    void aWellFormedNumeralHasItsValue(String numeral, long value) {
        assertThat(HanNumber.parse(numeral)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "路",
                "百二十",
                "一百二",
                "十十",
                "一一百",
                "十〇",
                "12百",
                "一百万亿万",
                "二十〇",
                "一百二十号",
                "-5",
                "1.5",
                "一百五",
                "1234567890123",
                "亿亿亿亿亿亿亿亿亿"
            })
    void nonsenseIsNoNumber(String text) {
        assertThat(HanNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 〇", "10, 十", "12, 十二", "110, 一百一十", "105, 一百〇五", "10010, 一万〇一十", "100000, 十万", "200000000, 二亿"})
    void aNumberIsWrittenAsOneSaysIt(long number, String written) {
        assertThat(HanNumber.format(number)).isEqualTo(written);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (long number = 0; number < 20_000; number += 7) {
            assertThat(HanNumber.parse(HanNumber.format(number))).hasValue(number);
        }
        assertThat(HanNumber.parse(HanNumber.format(HanNumber.MAX))).hasValue(HanNumber.MAX);
        assertThat(HanNumber.formatDigits(2024)).isEqualTo("二〇二四");
    }

    @Test
    void negativeNumbersAreRefused() {
        assertThatThrownBy(() -> HanNumber.format(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
