package cn.diming.core.board;

import java.util.Map;
import java.util.OptionalLong;

/**
 * One area's line of the board.
 *
 * @param divisionCode 12 digits
 * @param named streets with a standard name of all streets and lanes (有地就有名、地名要规范)
 * @param signed named streets with a standing sign of all named streets (有名就有标)
 */
public record BoardArea(
        String divisionCode,
        String name,
        Map<Figure, Long> figures,
        Map<Figure, Long> targets,
        Share named,
        Share signed) {

    public BoardArea {
        figures = Map.copyOf(figures);
        targets = Map.copyOf(targets);
    }

    public long amount(Figure figure) {
        return figures.getOrDefault(figure, 0L);
    }

    public OptionalLong target(Figure figure) {
        Long target = targets.get(figure);
        return target == null ? OptionalLong.empty() : OptionalLong.of(target);
    }
}
