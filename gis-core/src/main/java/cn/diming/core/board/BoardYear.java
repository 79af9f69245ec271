package cn.diming.core.board;

import java.util.List;
import java.util.Map;

/**
 * A year of one area: its own line, its months, the lines of the areas directly below it, and what is in which state.
 *
 * @param months of each figure, twelve amounts from January
 * @param below in order of code; what belongs to the area but to none below it is in {@code area} alone
 * @param overdue time limits of naming cases that had passed unmet
 */
public record BoardYear(
        Period period,
        BoardArea area,
        Map<Figure, List<Long>> months,
        List<BoardArea> below,
        List<Stock> stocks,
        List<Platform> platforms,
        long overdue) {

    public BoardYear {
        months = Map.copyOf(months);
        below = List.copyOf(below);
        stocks = List.copyOf(stocks);
        platforms = List.copyOf(platforms);
    }

    /** Twelve amounts from January. */
    public List<Long> monthsOf(Figure figure) {
        return months.getOrDefault(figure, List.of());
    }
}
