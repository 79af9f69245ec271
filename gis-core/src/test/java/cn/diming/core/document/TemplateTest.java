package cn.diming.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.document.Block.Paragraph;
import cn.diming.core.paper.Papers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TemplateTest {

    private static final Map<String, Layout> LAYOUTS =
            Layouts.read("layouts.yml", new TemplateFolder(Papers.class, Optional.empty()).bundled("layouts.yml"));

    private record Lane(String name, Optional<String> meaning) {
        static final FieldSet<Lane> FIELDS =
                new FieldSet<Lane>().plain("名称", Lane::name).text("含义", Lane::meaning);
    }

    private record Village(String name, Optional<String> alias, List<Lane> lanes) {
        static final FieldSet<Village> FIELDS = new FieldSet<Village>()
                .plain("村名", Village::name)
                .text("别名", Village::alias)
                .list("各巷", Village::lanes, Lane.FIELDS);
    }

    private static final Village DAWEN = new Village(
            "大稳村", Optional.empty(), List.of(new Lane("太平一巷", Optional.of("平安")), new Lane("太平二巷", Optional.empty())));

    @Test
    void fieldsLoopsAndChoicesAreFilled() {
        Template.Filled filled = fill("""
                【版式 公文】
                【标题】{村名}
                【如 别名】
                又名{别名}
                【否则】
                别名{别名?无}
                【完】
                【每 各巷】
                {序}. {村名}{名称}：{含义}
                【完】
                """);
        assertThat(text(filled)).isEqualTo("大稳村|别名无|1. 大稳村太平一巷：平安|2. 大稳村太平二巷：〔待填〕");
        assertThat(filled.lacks()).containsExactly("含义（第 2 条）");
    }

    @Test
    void aLineOfWhichNothingIsLeftLeavesNoGap() {
        assertThat(text(fill("【版式 公文】\n{别名?}\n{村名}\n"))).isEqualTo("大稳村");
    }

    @Test
    void whatAValueHoldsIsNeverReadAsTemplate() {
        Village sly = new Village("【完】{别名}|", Optional.empty(), List.of());
        Template.Filled filled = TemplateReader.read("a.txt", "【版式 公文】\n{村名}\n", LAYOUTS, Village.FIELDS)
                .fill(sly, "", "");
        assertThat(text(filled)).isEqualTo("【完】{别名}|");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "template-faults.csv", delimiter = ';', quoteCharacter = '`')
    void aFaultyTemplateIsRefusedWithLineAndReason(String template, int line, String reason) {
        assertThatThrownBy(() -> fill(template.replace("⏎", "\n")))
                .isInstanceOf(TemplateFault.class)
                .hasMessageStartingWith("文书模板 a.txt 第 " + line + " 行：")
                .hasMessageContaining(reason);
    }

    private static Template.Filled fill(String template) {
        return TemplateReader.read("a.txt", template, LAYOUTS, Village.FIELDS).fill(DAWEN, "", "");
    }

    private static String text(Template.Filled filled) {
        return filled.document().blocks().stream()
                .map(block -> ((Paragraph) block).runs().stream().map(Run::text).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }
}
