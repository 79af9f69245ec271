package cn.diming.dataimport.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Crs;
import cn.diming.dataimport.source.GeometryColumns;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanReaderTest {

    private static final String GOOD = """
            target: PLACE
            key: ${id}
            fields: {name: "${name}", category: OTHER}
            """;

    @Test
    void aPlanIsReadWithEverythingInIt() {
        ImportPlan plan = PlanReader.read("mine", """
                title: 自然村
                target: PLACE
                source: survey
                layer: points
                crs: GCJ-02
                filter: cls = 'hamlet'
                position: {wkt: shape}
                columns: [id, name, cls]
                keep: interior-point
                key: v${id}
                fields:
                  name: ${name}
                  category: {value: "${cls}", map: {hamlet: NATURAL_VILLAGE}, default: OTHER}
                attributes: [elev.m]
                names: [{kind: ALIAS, value: "${alt}", split: "[|]"}]
                registrations: [{class: "22200", code: "${reg}"}]
                """);
        assertThat(plan.target()).isEqualTo(RecordKind.PLACE);
        assertThat(plan.title()).isEqualTo("自然村");
        assertThat(plan.source()).isEqualTo("survey");
        assertThat(plan.layer()).contains("points");
        assertThat(plan.crs()).contains(Crs.GCJ02);
        assertThat(plan.filter()).contains("cls = 'hamlet'");
        assertThat(plan.position()).contains(new GeometryColumns.Wkt("shape"));
        assertThat(plan.isMerging()).isFalse();
        assertThat(plan.missingFields(List.of("id", "name", "elev"))).containsExactly("cls", "alt", "reg", "shape");
    }

    @Test
    void whatIsNotSaidHasAPlainMeaning() {
        ImportPlan plan = PlanReader.read("mine", GOOD);
        assertThat(plan.title()).isEqualTo("mine");
        assertThat(plan.source()).isEqualTo("mine");
        assertThat(plan.crs()).isEmpty();
        assertThat(plan.keepsGeometry()).isTrue();
    }

    @Test
    void aPlanIsTextThroughout() {
        ImportPlan plan = PlanReader.read("mine", """
                target: PLACE
                source: 2024-01-01
                key: 0123
                fields: {name: no, category: {value: "${k}", map: {01: OTHER, yes: STREET}}}
                """);
        assertThat(plan.source()).isEqualTo("2024-01-01");
        assertThat(plan.mapping().key().fill(Rows.row())).contains("0123");
        assertThat(plan.mapping().fields().get(0).value(Rows.row())).contains("no");
        assertThat(plan.mapping().fields().get(1).value(Rows.row("k", "01"))).contains("OTHER");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongPlans")
    void aWrongPlanIsRefusedWithItsNameAndThePlaceInIt(String yaml, String words) {
        assertThatThrownBy(() -> PlanReader.read("mine", yaml))
                .isInstanceOf(PlanRefused.class)
                .hasMessageStartingWith("导入方案 mine")
                .hasMessageContaining(words);
    }

    static Stream<Arguments> wrongPlans() {
        return Stream.of(
                Arguments.of("", "是空的"),
                Arguments.of("just a sentence", "应由“键: 值”组成"),
                Arguments.of("- a\n- b", "应由“键: 值”组成"),
                Arguments.of(GOOD + "colour: red", "不认识的键 colour，可用 title"),
                Arguments.of(GOOD + "key: ${x}", "第 4 行附近写法有误"),
                Arguments.of("target: [", "不是合法的 YAML"),
                Arguments.of("a: &x [*x, *x]\nb: *y", "写法有误"),
                Arguments.of(GOOD + "title: !!javax.script.ScriptEngineManager []", "写法有误"),
                Arguments.of("a: ".repeat(3), "写法有误"),
                Arguments.of("[".repeat(500) + "]".repeat(500), "嵌套过深"),
                Arguments.of("# " + "x".repeat(210_000), "过大（超过 200000 字）"),
                Arguments.of(GOOD.replace("target: PLACE\n", ""), "缺少 target"),
                Arguments.of(GOOD.replace("PLACE", "ROAD"), "target：没有这种目标 ROAD，可用 DIVISION、PLACE"),
                Arguments.of(GOOD.replace("PLACE", "[PLACE]"), "target 应是一个值"),
                Arguments.of(GOOD.replace("key: ${id}\n", ""), "缺少 key"),
                Arguments.of(GOOD.replace("${id}", "${id"), "key：模板写法有误"),
                Arguments.of(GOOD.replace("${id}", "${a}-${id"), "key：模板写法有误"),
                Arguments.of(GOOD.replace("${id}", "${id||pad:3}"), "key：模板写法有误"),
                Arguments.of(GOOD.replace("${id}", "${id|shout}"), "key：模板里没有这种处理：shout"),
                Arguments.of(GOOD.replace("${id}", "${id|add:x}"), "key：模板里应是整数：x"),
                Arguments.of(GOOD.replace("${id}", "${id|pad:999999999}"), "key：模板里的数应在 1 与 100 之间"),
                Arguments.of(GOOD.replace("${id}", "${id|head:-1}"), "key：模板里的数应在 1 与 100 之间"),
                Arguments.of(GOOD.replace("${id}", "${id|match:(}"), "key：正则表达式有误：("),
                Arguments.of(GOOD.replace("${id}", "${id|match:abc}"), "key：正则表达式里要有一对括号"),
                Arguments.of("target: PLACE\nkey: ${id}", "缺少 fields"),
                Arguments.of("target: PLACE\nkey: ${id}\nfields: all", "fields 应由“键: 值”组成"),
                Arguments.of("target: PLACE\nkey: ${id}\nfields: {name: x}", "缺少 fields.category（类别）"),
                Arguments.of("target: DIVISION\nkey: ${id}\nfields: {name: x, code: y}", "缺少 fields.level（级别）"),
                Arguments.of(GOOD.replace("name:", "nmae:"), "地名没有字段 nmae，可用 category、class_code"),
                Arguments.of(GOOD.replace("OTHER}", "OTHER, attributes: x}"), "fields.attributes 请改用 attributes"),
                Arguments.of(GOOD.replace("OTHER", "{map: {a: b}}"), "缺少 fields.category.value"),
                Arguments.of(GOOD.replace("OTHER", "{value: x, maps: {a: b}}"), "不认识的键 fields.category.maps"),
                Arguments.of(GOOD.replace("OTHER", "{value: x, map: y}"), "fields.category.map 应由“键: 值”组成"),
                Arguments.of(GOOD.replace("OTHER", "{value: x, map: {a: [b]}}"), "fields.category.map.a 应是一个值"),
                Arguments.of(GOOD.replace("OTHER", "{value: \"${x\"}"), "fields.category.value：模板写法有误"),
                Arguments.of(GOOD + "crs: EPSG:99", "crs：不认识的坐标系“EPSG:99”"),
                Arguments.of(GOOD + "keep: centroid", "keep：应为 as-is、interior-point 或 none，而不是 centroid"),
                Arguments.of(GOOD + "position: 5", "position 应由“键: 值”组成"),
                Arguments.of(GOOD + "position: {lon: x}", "缺少 position.lat"),
                Arguments.of(GOOD + "position: {wkt: g, lon: x}", "position 要么给 wkt，要么给 lon 和 lat"),
                Arguments.of(GOOD + "columns: a", "columns 应是一个列表"),
                Arguments.of(GOOD + "columns: [a, a]", "columns 有重复的项"),
                Arguments.of(GOOD + "attributes: [{a: b}]", "attributes[0] 应是一个值"),
                Arguments.of(GOOD + "attributes: [\"\"]", "attributes[0] 是空的"),
                Arguments.of(GOOD + "names: [alias]", "names[0] 应由“键: 值”组成"),
                Arguments.of(GOOD + "names: [{kind: NICK, value: x}]", "names[0].kind：没有这种名称 NICK，可用 STANDARD"),
                Arguments.of(GOOD + "names: [{kind: ALIAS}]", "缺少 names[0].value"),
                Arguments.of(GOOD + "names: [{kind: ALIAS, value: x, split: \"[\"}]", "names[0].split：正则表达式有误"),
                Arguments.of(GOOD + "registrations: [{code: x}]", "缺少 registrations[0].class"),
                Arguments.of(
                        GOOD.replace("PLACE", "SHOP") + "names: [{kind: ALIAS, value: x}]", "names 只能用于 target: PLACE"),
                Arguments.of(
                        GOOD.replace("PLACE", "SHOP") + "registrations: [{class: x}]",
                        "registrations 只能用于 target: PLACE"));
    }
}
