package cn.diming.dataimport.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.change.RecordKind;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordSchema;
import cn.diming.dataimport.source.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FieldRuleTest {

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 2024-03-01",
        "2024/3/1, 2024-03-01",
        "2024.3.1, 2024-03-01",
        "20240301, 2024-03-01",
        "2024年3月1日, 2024-03-01",
        "2024年03月01号, 2024-03-01",
        "2024年3月, 2024-03-01",
        "2024-03, 2024-03-01",
        "2024年, 2024-01-01",
        "1958, 1958-01-01",
        "2024-03-01T08:30:00, 2024-03-01",
        "2024/3/1 8:30:00.000, 2024-03-01"
    })
    void datesAreReadAsPeopleWriteThem(String text, LocalDate date) {
        assertThat(rule(RecordKind.PLACE, "valid_from").value(Rows.row("x", text)))
                .contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"24-3-1", "45352", "2024-13-01", "2024-02-30", "去年", "2024-3-1-5", "3/1/2024", "2024-03-01Z"})
    void whatIsNoDateIsRefusedWithFieldAndValue(String text) {
        refused(RecordKind.PLACE, "valid_from", text, "启用日期不是日期：" + text);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "5.0, 5", "-3, -3", "1e3, 1000"})
    void wholeNumbersAreRead(String text, long number) {
        assertThat(rule(RecordKind.PLACE, "rank").value(Rows.row("x", text))).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.5", "五", "1e999999999", "NaN", "0x10", "1,000"})
    void whatIsNoWholeNumberIsRefusedWithFieldAndValue(String text) {
        refused(RecordKind.PLACE, "rank", text, "等级不是整数：" + text);
    }

    @Test
    void numbersAreRead() {
        FieldRule rule = rule(RecordKind.DIVISION, "seat_lon");
        assertThat(rule.value(Rows.row("x", "113.25"))).contains(113.25);
        assertThat(rule.value(Rows.row("x", -1.5))).contains(-1.5);
        refused(RecordKind.DIVISION, "seat_lon", "NaN", "驻地经度不是数值：NaN");
        refused(RecordKind.DIVISION, "seat_lon", "113d", "驻地经度不是数值：113d");
    }

    @ParameterizedTest
    @CsvSource({"是, true", "否, false", "有, true", "TRUE, true", "1, true", "0, false", "n, false"})
    void yesAndNoAreRead(String text, boolean value) {
        assertThat(rule(RecordKind.DOOR_PLATE, "temporary").value(Rows.row("x", text)))
                .contains(value);
    }

    @Test
    void neitherYesNorNoIsRefused() {
        refused(RecordKind.DOOR_PLATE, "temporary", "也许", "临时门牌不是是/否：也许");
    }

    @Test
    void jsonIsKeptAsJsonAndRefusedWhereItIsNone() {
        JsonValue faces = new JsonValue(JsonMapper.shared().readTree("[{\"text\": \"东环路\"}]"));
        assertThat(rule(RecordKind.SIGN, "faces").value(Rows.row("x", faces))).contains("[{\"text\":\"东环路\"}]");
        refused(RecordKind.SIGN, "faces", "{不是", "牌面不是JSON：{不是");
    }

    @Test
    void aMapGivesOurWordsAndRefusesWhatItDoesNotKnow() {
        Map<String, String> map = Map.of("a", "1", "b", "");
        FieldRule strict = rule(RecordKind.PLACE, "rank", map, Optional.empty());
        assertThat(strict.value(Rows.row("x", "a"))).contains(1L);
        assertThat(strict.value(Rows.row("x", "b"))).isEmpty();
        assertThat(strict.value(Rows.row())).isEmpty();
        assertThatThrownBy(() -> strict.value(Rows.row("x", "c"))).hasMessage("等级没有对应的取值：c");
        FieldRule lenient = rule(RecordKind.PLACE, "rank", map, Optional.of("6"));
        assertThat(lenient.value(Rows.row("x", "c"))).contains(6L);
        assertThat(lenient.value(Rows.row())).contains(6L);
    }

    @Test
    void everyFaultOfARowIsTold() {
        ImportPlan plan = PlanReader.read("mine", """
                target: PLACE
                key: ${id|add:1}
                fields: {name: "${name}", category: OTHER, rank: "${rank}", division_code: "${div|code12}", valid_from: "${d}"}
                names: [{kind: ALIAS, value: "${alt|add:1}"}]
                """);
        List<String> faults = new ArrayList<>();
        new DraftMaker(plan)
                .draft(
                        Rows.row("name", "大石", "rank", "高", "div", "4401x", "d", "昨天", "id", "a", "alt", "b"),
                        Optional.empty(),
                        faults);
        assertThat(faults)
                .containsExactly(
                        "等级不是整数：高",
                        "所在区划无法得出：区划代码应为 2、4、6、9 或 12 位数字：4401x",
                        "启用日期不是日期：昨天",
                        "来源标识（方案的 key）无法得出：不是整数：a",
                        "别名无法得出：不是整数：b");
    }

    @Test
    void furtherNamesComeFromSeparatorsAndFromArraysWithoutTheNameItself() {
        ImportPlan plan = PlanReader.read("mine", """
                target: PLACE
                key: ${id}
                fields: {name: "${name}", category: OTHER}
                attributes: [pop, far]
                names: [{kind: ALIAS, value: "${alt}", split: "[,|]"}, {kind: FORMER, value: "${old}"}]
                """);
        JsonValue old = new JsonValue(JsonMapper.shared().readTree("[\"旧名\", 5, \"\"]"));
        RecordDraft draft = new DraftMaker(plan)
                .draft(
                        Rows.row("id", 1L, "name", "大石", "alt", "石头, 大石|石头|", "old", old, "pop", 12L, "far", old),
                        Optional.empty(),
                        new ArrayList<>());
        assertThat(draft.names()).extracting(name -> name.kind() + name.text()).containsExactly("ALIAS石头", "FORMER旧名");
        assertThat(draft.values()).containsEntry("attributes", "{\"pop\":12,\"far\":[\"旧名\",5,\"\"]}");
    }

    private static FieldRule rule(RecordKind kind, String column) {
        return rule(kind, column, Map.of(), Optional.empty());
    }

    private static FieldRule rule(RecordKind kind, String column, Map<String, String> map, Optional<String> otherwise) {
        return new FieldRule(
                RecordSchema.of(kind).findField(column).orElseThrow(), Template.parse("${x}"), map, otherwise);
    }

    private static void refused(RecordKind kind, String column, String text, String words) {
        FieldRule rule = rule(kind, column);
        assertThatThrownBy(() -> rule.value(Rows.row("x", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(words);
    }
}
