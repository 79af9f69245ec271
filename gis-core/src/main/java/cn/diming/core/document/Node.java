package cn.diming.core.document;

import java.util.List;
import java.util.Optional;

/** A template after reading: what it says line by line. */
sealed interface Node {

    record Line(String style, List<Piece> pieces) implements Node {}

    record TableStart(List<Double> widths, boolean framed) implements Node {}

    /** A line of the table that is open. */
    record TableRow(List<TableCell> cells, boolean repeats, double heightMm) implements Node {}

    /** In a box; 0 and 0 = a drawing as large as it is. */
    record Figure(String field, double widthMm, double heightMm) implements Node {}

    record RuleLine(int rgb, double points) implements Node {}

    record NewPage() implements Node {}

    /** @param value the field's text must be this; empty = it must be there */
    record Choice(String field, boolean negated, Optional<String> value, List<Node> then, List<Node> otherwise)
            implements Node {}

    record Loop(String list, List<Node> body) implements Node {}

    record TableCell(String style, List<Piece> pieces, Optional<Figure> figure, int span) {}

    /** A part of a line. */
    sealed interface Piece {
        record Literal(String text) implements Piece {}

        /**
         * @param optional when it is missing nothing lacks
         * @param otherwise what stands there when it is missing
         */
        record Slot(String field, boolean optional, String otherwise) implements Piece {}

        record Anchor(String field) implements Piece {}

        record PageOf(String field) implements Piece {}
    }
}
