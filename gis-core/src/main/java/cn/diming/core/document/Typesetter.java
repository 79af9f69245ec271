package cn.diming.core.document;

import cn.diming.core.document.Block.Paragraph;
import cn.diming.core.document.Block.Picture;
import cn.diming.core.document.LineBreaker.TextLine;
import cn.diming.core.document.Mark.Pen;
import cn.diming.core.document.Style.Glue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sets a document in pages. The same document gives the same pages on every machine. */
final class Typesetter {

    private static final int STEADY = 4;
    private static final double AROUND_TABLE = 6;

    private final Document document;
    private final double width;
    private final double height;

    private Typesetter(Document document) {
        this.document = document;
        this.width = Layout.points(document.layout().page().textWidth());
        this.height = Layout.points(document.layout().page().textHeight());
    }

    /** @throws cn.diming.core.font.MissingGlyph for a character that no face has */
    static SetPages set(Document document) {
        Typesetter typesetter = new Typesetter(document);
        SetPages pages = typesetter.pages(Map.of());
        for (int round = 0; round < STEADY && !pages.anchors().isEmpty(); round++) {
            SetPages again = typesetter.pages(pages.anchors());
            if (again.anchors().equals(pages.anchors())) {
                return again;
            }
            pages = again;
        }
        return pages;
    }

    private SetPages pages(Map<String, Integer> known) {
        LineBreaker breaker = new LineBreaker(known);
        PageBuilder builder = new PageBuilder(document, breaker);
        List<Slab> foot = new ArrayList<>();
        Glue previous = Glue.NONE;
        for (Block block : document.blocks()) {
            if (block instanceof Paragraph paragraph && paragraph.style().glue().isFoot()) {
                foot.addAll(imprint(paragraph, paragraph(breaker, paragraph, Glue.NONE)));
                continue;
            }
            if (block instanceof Block.PageBreak) {
                builder.foot(foot);
                foot.clear();
                builder.breakPage();
            } else {
                builder.addAll(slabs(breaker, block, previous));
            }
            previous = block instanceof Paragraph paragraph ? paragraph.style().glue() : Glue.NONE;
        }
        builder.foot(foot);
        return builder.finished();
    }

    private List<Slab> slabs(LineBreaker breaker, Block block, Glue previous) {
        return switch (block) {
            case Paragraph paragraph -> paragraph(breaker, paragraph, previous);
            case Block.Table table -> table(breaker, table, previous);
            case Picture picture -> List.of(picture(picture, previous));
            case Block.Rule rule -> List.of(rule(rule));
            case Block.PageBreak none -> List.of();
        };
    }

    /** Neither its first nor its last line stands alone on a page. */
    private List<Slab> paragraph(LineBreaker breaker, Paragraph paragraph, Glue previous) {
        Style style = paragraph.style();
        boolean glued = style.glue() == Glue.PREVIOUS || previous == Glue.NEXT;
        List<Slab> slabs = new ArrayList<>();
        if (style.before() > 0) {
            slabs.add(Slab.space(style.before() * style.pitch(), glued));
            glued = true;
        }
        LineSetter setter = new LineSetter(style);
        List<TextLine> lines = breaker.lines(paragraph.runs(), style, width);
        for (int i = 0; i < lines.size(); i++) {
            boolean kept = i == 0 ? glued : i == 1 || i == lines.size() - 1 || style.glue() == Glue.NEXT;
            slabs.add(
                    Slab.of(style.pitch(), kept, setter.marks(lines.get(i), 0, 0), TableSetter.anchors(lines.get(i))));
        }
        if (style.after() > 0) {
            slabs.add(Slab.space(style.after() * style.pitch(), true));
        }
        return slabs;
    }

    /** Each paragraph of the imprint stands between lines. */
    private List<Slab> imprint(Paragraph paragraph, List<Slab> lines) {
        if (paragraph.style().glue() != Glue.IMPRINT) {
            return lines;
        }
        List<Slab> ruled = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Slab line = lines.get(i);
            List<Mark> marks = new ArrayList<>(line.marks());
            Pen pen = Pen.of(0, 0.8);
            if (i == 0) {
                marks.add(Mark.line(0, 0, width, 0, pen));
            }
            if (i + 1 == lines.size()) {
                marks.add(Mark.line(0, line.height(), width, line.height(), pen));
            }
            ruled.add(Slab.of(line.height(), line.glued(), marks, line.anchors()));
        }
        return ruled;
    }

    private List<Slab> table(LineBreaker breaker, Block.Table table, Glue previous) {
        List<Slab> slabs = new ArrayList<>(new TableSetter(breaker, height).slabs(table, width));
        slabs.addFirst(Slab.space(AROUND_TABLE, previous == Glue.NEXT));
        slabs.add(Slab.space(AROUND_TABLE, true));
        if (previous == Glue.NEXT && slabs.size() > 2) {
            Slab first = slabs.get(1);
            slabs.set(
                    1, new Slab(first.height(), true, false, first.marks(), first.anchors(), List.of(), first.frame()));
        }
        return slabs;
    }

    private Slab picture(Picture picture, Glue previous) {
        double scale = Math.min(
                1,
                Math.min(width / Layout.points(picture.widthMm()), (height - 12) / Layout.points(picture.heightMm())));
        double w = Layout.points(picture.widthMm()) * scale;
        double h = Layout.points(picture.heightMm()) * scale;
        Mark placed = new Mark.Placed(picture.image(), (width - w) / 2, 6, w, h);
        return Slab.of(h + 12, previous == Glue.NEXT, List.of(placed), List.of());
    }

    private Slab rule(Block.Rule rule) {
        double lower = 12;
        Mark line = Mark.line(0, lower - 1, width, lower - 1, Pen.of(rule.rgb(), rule.points()));
        return Slab.of(lower, true, List.of(line), List.of());
    }
}
