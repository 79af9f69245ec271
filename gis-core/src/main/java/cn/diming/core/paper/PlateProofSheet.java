package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import cn.diming.core.numbering.PlateRule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The signed report on the numbers of door plates, for print.
 *
 * @param report JSON, format {@code diming-plate-proof/1}
 */
public record PlateProofSheet(String report, String profileTitle, LocalDate day) {

    /** A rule and how often it was broken. */
    record Line(String rule, String words, long count) {
        static final FieldSet<Line> FIELDS = new FieldSet<Line>()
                .plain("规则", Line::rule)
                .plain("内容", Line::words)
                .plain("数目", line -> line.count == 0 ? "无" : Long.toString(line.count));
    }

    static final FieldSet<PlateProofSheet> FIELDS = new FieldSet<PlateProofSheet>()
            .plain("范围", sheet -> sheet.text("title"))
            .plain("日期", sheet -> ChineseDate.of(sheet.day))
            .plain("门牌数", sheet -> sheet.text("plates"))
            .plain("街路巷数", sheet -> sheet.text("streets"))
            .plain("编号方案", PlateProofSheet::profileTitle)
            .list("各规则", PlateProofSheet::lines, Line.FIELDS)
            .plain("结论", PlateProofSheet::conclusion)
            .plain("摘要", sheet -> sheet.text("exportSha256"))
            .plain("公钥", sheet -> sheet.json().get("signature").get("publicKey").asString())
            .plain("签名", sheet -> sheet.json().get("signature").get("value").asString());

    private JsonNode json() {
        return JsonMapper.shared().readTree(report);
    }

    private String text(String member) {
        return json().get(member).asString();
    }

    private List<Line> lines() {
        JsonNode findings = json().get("findings");
        return Arrays.stream(PlateRule.values())
                .filter(PlateRule::isProven)
                .map(rule -> new Line(
                        rule.code(), rule.words(), findings.get(rule.code()).asLong()))
                .toList();
    }

    private String conclusion() {
        long all = lines().stream().mapToLong(Line::count).sum();
        return all == 0 ? "核查结论：没有重号、单双不符、次序颠倒和街路巷不符的门牌。" : "核查结论：尚有 " + all + " 处不符，须先处理。";
    }
}
