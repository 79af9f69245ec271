package cn.diming.dataimport.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.dataimport.source.JsonValue;
import cn.diming.dataimport.source.SourceFeature;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TemplateTest {

    private static final SourceFeature ROW = Rows.row(
            "id", 7L,
            "code", "440113",
            "village", "440113103208",
            "province", "44",
            "name", " 大石街道 ",
            "plate", "12号之一",
            "blank", "  ",
            "rare", "𠮷村𪣻",
            "whole", 440113103208.0,
            "part", 2.50,
            "tiny", 1e-7,
            "big", new BigDecimal("12345678901234567890"),
            "a.b", "点",
            "far", new JsonValue(JsonMapper.shared().readTree("[\"甲\", {\"code\": \"440000\"}]")));

    @ParameterizedTest
    @CsvSource(textBlock = """
            STREET, STREET
            ${id}, 7
            v${id}-${code}, v7-440113
            ${#row}, 7
            ${ name }, 大石街道
            ${name|without:街道}, 大石
            ${name|without:镇}, 大石街道
            349901${id|add:100|pad:3}000, 349901107000
            ${id|add:-7}, 0
            ${id|pad:3}, 007
            ${code|pad:3}, 440113
            ${code|head:4}, 4401
            ${rare|head:2}, 𠮷村
            ${code|head:99}, 440113
            ${plate|digits}, 12
            ${code|code12}, 440113000000
            ${village|parent}, 440113103000
            ${code|code12|parent}, 440100000000
            ${plate|match:^(\\d+)号}, 12
            ${far[0]}, 甲
            ${far[1].code|code12}, 440000000000
            ${a.b}, 点
            ${whole}, 440113103208
            ${part}, 2.5
            ${tiny}, 0.0000001
            ${big}, 12345678901234567890
            """)
    void valuesComeIntoTheText(String template, String filled) {
        assertThat(Template.parse(template).fill(ROW)).contains(filled);
    }

    @ParameterizedTest
    @CsvSource({
        "${missing}",
        "v${missing}",
        "${blank}",
        "${id}/${blank}",
        "${province|code12|parent}",
        "${name|digits}",
        "${name|match:(村)$}",
        "${plate|match:(路)?号}",
        "${name|without:大石街道}",
        "${far[9]}",
        "${far[1].name}"
    })
    void withoutAValueThereIsNothing(String template) {
        assertThat(Template.parse(template).fill(ROW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "${name|add:1}, 不是整数：大石街道",
        "${big|add:1}, 不是整数：12345678901234567890",
        "${plate|code12}, 区划代码应为 2、4、6、9 或 12 位数字：12号之一"
    })
    void aStepThatCannotBeTakenSaysWhy(String template, String words) {
        Template parsed = Template.parse(template);
        assertThatThrownBy(() -> parsed.fill(ROW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void itsPathsAreTheFieldsItReads() {
        assertThat(Template.parse("${#row}-${a}/${b[0].c|pad:2}").paths()).containsExactly("a", "b[0].c");
    }
}
