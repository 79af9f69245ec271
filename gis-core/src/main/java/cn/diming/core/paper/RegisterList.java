package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A list of place names (地名目录表): 序号, 地名代码, 标准地名, 类别名称 and what helps to find them.
 *
 * @param scope what was asked for, in words
 * @param day on which the register was so
 */
public record RegisterList(String title, String scope, LocalDate day, List<Line> lines) {

    public RegisterList {
        lines = List.copyOf(lines);
    }

    /** One name. */
    public record Line(
            Optional<String> code,
            String name,
            Optional<String> romanised,
            Optional<String> className,
            Optional<String> divisionName,
            Optional<String> status) {
        static final FieldSet<Line> FIELDS = new FieldSet<Line>()
                .text("地名代码", Line::code)
                .plain("标准名称", Line::name)
                .text("罗马字母拼写", Line::romanised)
                .text("类别名称", Line::className)
                .text("所在行政区", Line::divisionName)
                .text("状态", Line::status);
    }

    static final FieldSet<RegisterList> FIELDS = new FieldSet<RegisterList>()
            .plain("表名", RegisterList::title)
            .plain("范围", RegisterList::scope)
            .plain("日期", list -> ChineseDate.of(list.day))
            .plain("条数", list -> Integer.toString(list.lines.size()))
            .list("各地名", RegisterList::lines, Line.FIELDS);
}
