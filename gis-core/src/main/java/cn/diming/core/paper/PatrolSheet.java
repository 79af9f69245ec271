package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import cn.diming.core.patrol.Patrol;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signed report on a patrol along a boundary line, for print. */
public record PatrolSheet(Patrol patrol, LocalDate day, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** A figure and what it says. */
    record Line(String name, String value) {
        static final FieldSet<Line> FIELDS =
                new FieldSet<Line>().plain("项目", Line::name).plain("数值", Line::value);
    }

    /** A stretch that nobody walked. */
    record GapLine(int number, Patrol.Gap gap) {
        static final FieldSet<GapLine> FIELDS = new FieldSet<GapLine>()
                .plain("序号", line -> Integer.toString(line.number))
                .plain("起", line -> metres(line.gap.fromMetres()))
                .plain("止", line -> metres(line.gap.toMetres()))
                .plain("长", line -> metres(line.gap.toMetres() - line.gap.fromMetres()))
                .text("原因", line -> line.gap.reason());
    }

    static final FieldSet<PatrolSheet> FIELDS = new FieldSet<PatrolSheet>()
            .plain("界线", sheet -> sheet.text("line", "name"))
            .plain("界线代码", sheet -> sheet.text("line", "code"))
            .plain("协议", sheet -> sheet.text("line", "agreement"))
            .plain("版本", sheet -> sheet.text("line", "version"))
            .plain("时间", PatrolSheet::when)
            .figure(
                    "示意图",
                    sheet -> Optional.of(PatrolSketch.draw(
                            JsonMapper.shared().readTree(sheet.patrol.export()),
                            JsonMapper.shared().readTree(sheet.patrol.shapes()))))
            .list("各项", PatrolSheet::lines, Line.FIELDS)
            .list("各缺口", PatrolSheet::gapLines, GapLine.FIELDS)
            .plain("缺口数", sheet -> Integer.toString(sheet.patrol.gaps().size()))
            .plain("结论", PatrolSheet::conclusion)
            .list("各轨迹", PatrolSheet::tracks, Line.FIELDS)
            .plain("界线摘要", sheet -> sheet.text("line", "sha256"))
            .plain("摘要", sheet -> sheet.report().path("exportSha256").asString())
            .plain("公钥", sheet -> sheet.text("signature", "publicKey"))
            .plain("签名", sheet -> sheet.text("signature", "value"))
            .plain("日期", sheet -> ChineseDate.of(sheet.day));

    private JsonNode report() {
        return JsonMapper.shared().readTree(patrol.report());
    }

    private String text(String member, String name) {
        return report().path(member).path(name).asString();
    }

    private String when() {
        JsonNode figures = report().path("figures");
        return figures.has("from")
                ? time(figures.path("from").asString()) + " 至 "
                        + time(figures.path("to").asString())
                : "轨迹没有时间";
    }

    private String time(String instant) {
        return TIME.format(Instant.parse(instant).atZone(zone));
    }

    private List<Line> lines() {
        JsonNode rules = JsonMapper.shared().readTree(patrol.export()).path("rules");
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("界线长度", metres(figure("lineMetres"))));
        lines.add(new Line(
                "走到的长度（轨迹两侧 " + whole(rules.path("bufferMetres").asDouble()) + " 米以内）",
                metres(figure("coveredMetres")) + String.format(Locale.ROOT, "（%.2f %%）", patrol.share() * 100)));
        lines.add(new Line("轨迹步行长度", metres(figure("walkedMetres"))));
        lines.add(new Line("最大偏离", metres(figure("maxDeviationMetres"))));
        lines.add(new Line("95 % 的行程偏离不超过", metres(figure("p95DeviationMetres"))));
        lines.add(new Line(
                "快于每小时 " + whole(rules.path("walkKmh").asDouble()) + " 千米（不算走到）", metres(figure("fastMetres"))));
        lines.add(new Line("跳变、断续", whole(figure("jumps")) + " 处、" + whole(figure("breaks")) + " 处"));
        lines.add(new Line(
                "轨迹点（无时间、时间倒退）",
                whole(figure("fixes")) + "（" + whole(figure("untimed")) + "、" + whole(figure("disordered")) + "）"));
        List<String> missed = patrol.missedMarkers();
        lines.add(new Line(
                "界桩",
                report().path("markers").size() + " 座，"
                        + (missed.isEmpty() ? "全部到过" : "没有到过 " + String.join("、", missed))));
        return lines;
    }

    private List<GapLine> gapLines() {
        return IntStream.range(0, patrol.gaps().size())
                .mapToObj(i -> new GapLine(i + 1, patrol.gaps().get(i)))
                .toList();
    }

    private List<Line> tracks() {
        List<Line> lines = new ArrayList<>();
        for (JsonNode track : report().path("tracks")) {
            lines.add(
                    new Line(track.path("name").asString(), track.path("sha256").asString()));
        }
        return lines;
    }

    private String conclusion() {
        List<String> remarks = patrol.remarks();
        return remarks.isEmpty() ? "结论：全线走到，界桩全部到过。" : "结论：" + String.join("；", remarks) + "。";
    }

    private double figure(String name) {
        return patrol.figure(name).orElse(0);
    }

    private static String metres(double metres) {
        return String.format(Locale.ROOT, "%,.1f 米", metres);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }
}
