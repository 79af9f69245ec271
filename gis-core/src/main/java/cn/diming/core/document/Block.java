package cn.diming.core.document;

import java.util.List;

/** One thing after the other down the page. */
public sealed interface Block {

    record Paragraph(Style style, List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /**
     * @param widths of the columns, relative
     * @param framed with lines around the cells
     */
    record Table(List<Double> widths, boolean framed, List<Row> rows) implements Block {
        public Table {
            widths = List.copyOf(widths);
            rows = List.copyOf(rows);
        }
    }

    /** A picture in the middle of the line, scaled down to the text's width if it is wider. */
    record Picture(Image image, double widthMm, double heightMm) implements Block {}

    /** A line across the text, as under the red head. */
    record Rule(int rgb, double points) implements Block {}

    record PageBreak() implements Block {}

    /**
     * @param repeats on each page, as the table's head
     * @param heightMm at least
     */
    record Row(List<Cell> cells, boolean repeats, double heightMm) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param span over how many columns */
    record Cell(Content content, int span) {
        public Cell {
            if (span < 1) {
                throw new IllegalArgumentException("span " + span);
            }
        }
    }

    /** What is in a cell. */
    sealed interface Content {
        record Text(List<Paragraph> paragraphs) implements Content {
            public Text {
                paragraphs = List.copyOf(paragraphs);
            }
        }

        record Figure(Picture picture) implements Content {}
    }
}
