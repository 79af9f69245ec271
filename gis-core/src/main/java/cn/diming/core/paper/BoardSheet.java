package cn.diming.core.paper;

import cn.diming.core.board.BoardArea;
import cn.diming.core.board.BoardYear;
import cn.diming.core.board.Figure;
import cn.diming.core.board.Share;
import cn.diming.core.document.FieldSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The annual report: an area and those directly below it.
 *
 * @param office who reports
 */
public record BoardSheet(BoardYear year, String office) {

    static final FieldSet<BoardSheet> FIELDS = new FieldSet<BoardSheet>()
            .plain("表名", BoardSheet::title)
            .plain("单位", BoardSheet::office)
            .plain("截至", sheet -> ChineseDate.of(sheet.year.period().knownOn()))
            .list("各区划", BoardSheet::lines, Line.FIELDS);

    String title() {
        return year.area().name() + year.period().year() + "年乡村地名工作年度报表";
    }

    private List<Line> lines() {
        return Stream.concat(
                        Stream.of(new Line(year.area(), "合计（" + year.area().name() + "）")),
                        year.below().stream().map(area -> new Line(area, area.name())))
                .toList();
    }

    private record Line(BoardArea area, String name) {
        static final FieldSet<Line> FIELDS = new FieldSet<Line>()
                .plain("名称", Line::name)
                .plain("摸查", line -> line.amount(Figure.NAMES_SURVEYED))
                .plain("街路巷", line -> line.amount(Figure.STREETS_NAMED))
                .plain("居民点", line -> line.amount(Figure.SETTLEMENTS_NAMED))
                .plain("标志", line -> line.amount(Figure.SIGNS_SET))
                .plain("镇图", line -> line.amount(Figure.TOWN_MAPS))
                .plain("村图", line -> line.amount(Figure.VILLAGE_MAPS))
                .plain("采集", line -> line.amount(Figure.NAMES_COLLECTED))
                .plain("命名率", line -> percent(line.area.named()))
                .plain("设标率", line -> percent(line.area.signed()));

        private String amount(Figure figure) {
            String amount = Long.toString(area.amount(figure));
            OptionalLong target = area.target(figure);
            return target.isPresent() ? amount + "（" + target.getAsLong() + "）" : amount;
        }

        private static String percent(Share share) {
            return share.whole() == 0 ? "—" : String.format(Locale.ROOT, "%.1f%%", share.ratio() * 100);
        }
    }
}
