package cn.diming.core.document;

import cn.diming.core.document.Block.Cell;
import cn.diming.core.document.Block.Content;
import cn.diming.core.document.Block.Paragraph;
import cn.diming.core.document.Block.Picture;
import cn.diming.core.document.Block.Row;
import cn.diming.core.document.Block.Table;
import cn.diming.core.document.LineBreaker.Atom;
import cn.diming.core.document.LineBreaker.TextLine;
import cn.diming.core.document.Mark.Pen;
import cn.diming.core.document.Slab.Frame;
import java.util.ArrayList;
import java.util.List;

/** Sets a table in slabs: one for a row, several for a row that is too tall to stay whole. */
final class TableSetter {

    private static final double PAD_X = 4.5;
    private static final double PAD_Y = 3;
    private static final Pen LINE = Pen.of(0, 0.6);

    /** A row taller than this part of the page may be parted. */
    private static final double WHOLE = 0.3;

    private final LineBreaker breaker;
    private final double pageHeight;

    TableSetter(LineBreaker breaker, double pageHeight) {
        this.breaker = breaker;
        this.pageHeight = pageHeight;
    }

    /** What stands in a cell, one thing below the other. */
    private record Part(double height, List<Mark> marks, List<String> anchors) {}

    private record Box(double x, double width, List<Part> parts) {
        double height() {
            return parts.stream().mapToDouble(Part::height).sum();
        }
    }

    List<Slab> slabs(Table table, double width) {
        double[] edges = edges(table.widths(), width);
        List<Slab> head = new ArrayList<>();
        List<Slab> slabs = new ArrayList<>();
        for (Row row : table.rows()) {
            List<Box> boxes = boxes(row, edges);
            List<Slab> set = row(row, boxes, table.framed());
            if (row.repeats()) {
                head.addAll(set);
                slabs.addAll(set);
            } else {
                boolean afterHead = slabs.size() == head.size() && !head.isEmpty();
                for (Slab slab : set) {
                    boolean glued = slab.glued() || (afterHead && slab == set.getFirst());
                    slabs.add(
                            new Slab(slab.height(), glued, false, slab.marks(), slab.anchors(), List.of(), slab.frame())
                                    .under(head));
                }
            }
        }
        return slabs;
    }

    private static double[] edges(List<Double> widths, double total) {
        double sum = widths.stream().mapToDouble(Double::doubleValue).sum();
        double[] edges = new double[widths.size() + 1];
        for (int i = 0; i < widths.size(); i++) {
            edges[i + 1] = edges[i] + widths.get(i) / sum * total;
        }
        return edges;
    }

    private List<Box> boxes(Row row, double[] edges) {
        List<Box> boxes = new ArrayList<>();
        int column = 0;
        for (Cell cell : row.cells()) {
            double x = edges[column];
            column = Math.min(column + cell.span(), edges.length - 1);
            double width = edges[column] - x;
            boxes.add(new Box(x, width, parts(cell.content(), x + PAD_X, width - 2 * PAD_X)));
        }
        return boxes;
    }

    private List<Part> parts(Content content, double x, double width) {
        return switch (content) {
            case Content.Text text ->
                text.paragraphs().stream()
                        .flatMap(paragraph -> lines(paragraph, x, width).stream())
                        .toList();
            case Content.Figure figure -> List.of(picture(figure.picture(), x, width));
        };
    }

    private List<Part> lines(Paragraph paragraph, double x, double width) {
        Style style = paragraph.style();
        LineSetter setter = new LineSetter(style);
        List<Part> parts = new ArrayList<>();
        for (TextLine line : breaker.lines(paragraph.runs(), style, width)) {
            parts.add(new Part(style.pitch(), setter.marks(line, x, 0), anchors(line)));
        }
        return parts;
    }

    static List<String> anchors(TextLine line) {
        return line.atoms().stream().filter(Atom::isAnchor).map(Atom::anchor).toList();
    }

    private static Part picture(Picture picture, double x, double width) {
        double scale = Math.min(1, width / Layout.points(picture.widthMm()));
        double w = Layout.points(picture.widthMm()) * scale;
        double h = Layout.points(picture.heightMm()) * scale;
        return new Part(h, List.of(new Mark.Placed(picture.image(), x + (width - w) / 2, 0, w, h)), List.of());
    }

    private List<Slab> row(Row row, List<Box> boxes, boolean framed) {
        double tallest = boxes.stream().mapToDouble(Box::height).max().orElse(0);
        double height = Math.max(tallest + 2 * PAD_Y, Layout.points(row.heightMm()));
        boolean drawn = row.cells().stream().anyMatch(cell -> cell.content() instanceof Content.Figure);
        if (height <= pageHeight * WHOLE || row.repeats() || drawn) {
            return List.of(whole(boxes, height, framed));
        }
        return parted(boxes, height, framed);
    }

    private static Slab whole(List<Box> boxes, double height, boolean framed) {
        List<Mark> marks = new ArrayList<>();
        List<String> anchors = new ArrayList<>();
        for (Box box : boxes) {
            double y = (height - box.height()) / 2;
            for (Part part : box.parts()) {
                for (Mark mark : part.marks()) {
                    marks.add(mark.moved(0, y));
                }
                anchors.addAll(part.anchors());
                y += part.height();
            }
        }
        if (framed) {
            marks.addAll(sides(boxes, height));
            marks.addAll(across(boxes, 0));
            marks.addAll(across(boxes, height));
        }
        return Slab.of(height, false, marks, anchors);
    }

    /** Part by part, the cells side by side; what is left of the height is room at the end. */
    private static List<Slab> parted(List<Box> boxes, double height, boolean framed) {
        int count = boxes.stream().mapToInt(box -> box.parts().size()).max().orElse(0);
        Frame frame = framed ? new Frame(across(boxes, 0), across(boxes, 0)) : Frame.NONE;
        List<Slab> slabs = new ArrayList<>();
        double used = 0;
        for (int i = 0; i < count; i++) {
            double top = i == 0 ? PAD_Y : 0;
            double tall = 0;
            List<Mark> marks = new ArrayList<>();
            List<String> anchors = new ArrayList<>();
            for (Box box : boxes) {
                if (i < box.parts().size()) {
                    Part part = box.parts().get(i);
                    tall = Math.max(tall, part.height());
                    anchors.addAll(part.anchors());
                    for (Mark mark : part.marks()) {
                        marks.add(mark.moved(0, top));
                    }
                }
            }
            boolean last = i + 1 == count;
            double slabHeight = last ? Math.max(top + tall + PAD_Y, height - used) : top + tall;
            slabHeight = Math.min(slabHeight, Math.max(top + tall + PAD_Y, 400));
            used += slabHeight;
            if (framed) {
                marks.addAll(sides(boxes, slabHeight));
                if (i == 0) {
                    marks.addAll(across(boxes, 0));
                }
                if (last) {
                    marks.addAll(across(boxes, slabHeight));
                }
            }
            slabs.add(new Slab(
                    slabHeight,
                    i == 1 || (last && i > 0),
                    false,
                    marks,
                    anchors,
                    List.of(),
                    i == 0 ? Frame.NONE : frame));
        }
        return slabs;
    }

    private static List<Mark> sides(List<Box> boxes, double height) {
        List<Mark> marks = new ArrayList<>();
        for (Box box : boxes) {
            marks.add(Mark.line(box.x(), 0, box.x(), height, LINE));
        }
        double right = boxes.getLast().x() + boxes.getLast().width();
        marks.add(Mark.line(right, 0, right, height, LINE));
        return marks;
    }

    private static List<Mark> across(List<Box> boxes, double y) {
        double left = boxes.getFirst().x();
        double right = boxes.getLast().x() + boxes.getLast().width();
        return List.of(Mark.line(left, y, right, y, LINE));
    }
}
