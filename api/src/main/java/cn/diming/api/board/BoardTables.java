package cn.diming.api.board;

import cn.diming.api.answer.Workbooks.Table;
import cn.diming.core.board.BoardArea;
import cn.diming.core.board.BoardYear;
import cn.diming.core.board.Figure;
import cn.diming.core.board.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The annual report as spreadsheets: areas, and months. */
final class BoardTables {

    private static final int MONTHS = 12;

    static List<Table> of(BoardYear year) {
        return List.of(areas(year), months(year));
    }

    private static Table areas(BoardYear year) {
        List<String> head = new ArrayList<>(List.of("区划代码", "行政区"));
        for (Figure figure : Figure.values()) {
            head.add(figure.title() + "（" + figure.unit() + "）");
            head.add("目标");
        }
        head.addAll(List.of("有标准地名的街路巷", "全部街路巷", "有地就有名", "已设标志的街路巷", "有名就有标"));
        return new Table(
                "各区划",
                head,
                Stream.concat(Stream.of(year.area()), year.below().stream())
                        .map(BoardTables::row)
                        .toList());
    }

    private static List<Object> row(BoardArea area) {
        List<Object> cells = new ArrayList<>(List.of(area.divisionCode(), area.name()));
        for (Figure figure : Figure.values()) {
            cells.add(area.amount(figure));
            cells.add(area.target(figure).isPresent() ? area.target(figure).getAsLong() : "");
        }
        cells.addAll(List.of(area.named().part(), area.named().whole(), ratio(area.named())));
        cells.addAll(List.of(area.signed().part(), ratio(area.signed())));
        return cells;
    }

    private static Object ratio(Share share) {
        return share.whole() == 0 ? "" : share.ratio();
    }

    private static Table months(BoardYear year) {
        List<String> head = new ArrayList<>(List.of("数字"));
        for (int month = 1; month <= MONTHS; month++) {
            head.add(month + "月");
        }
        head.add("全年");
        List<List<Object>> rows = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            List<Object> cells = new ArrayList<>(List.of(figure.title()));
            cells.addAll(year.monthsOf(figure));
            cells.add(year.area().amount(figure));
            rows.add(cells);
        }
        return new Table("各月", head, rows);
    }

    private BoardTables() {}
}
