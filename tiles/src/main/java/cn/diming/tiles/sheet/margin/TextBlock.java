package cn.diming.tiles.sheet.margin;

import cn.diming.core.font.Lettering;
import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.frame.Box;
import java.util.List;

/** A heading with paragraphs: stories of names, what the place produces, its shops. */
public final class TextBlock implements MarginBlock {

    private static final FontStyle TEXT = Sketch.hei(6.5);
    private static final FontStyle HEAD = Sketch.hei(7).bold();
    private static final double PITCH = 3.1;
    private static final double TITLE = 5.5;

    /** A paragraph with its head; 〓 stands for what no face has: an emoji of a merchant must not stop a sheet. */
    public record Paragraph(String head, String text) {

        public Paragraph {
            head = Lettering.printable(head);
            text = Lettering.printable(text);
        }
    }

    private final String title;
    private final List<Paragraph> paragraphs;

    public TextBlock(String title, List<Paragraph> paragraphs) {
        this.title = title;
        this.paragraphs = List.copyOf(paragraphs);
    }

    private static List<String> lines(Paragraph paragraph, double width) {
        return Sketch.wrapped(TEXT, paragraph.head() + "　" + paragraph.text(), width);
    }

    @Override
    public double height(double width) {
        return paragraphs.isEmpty()
                ? 0
                : TITLE
                        + PITCH
                                * paragraphs.stream()
                                        .mapToInt(one -> lines(one, width).size())
                                        .sum()
                        + 2;
    }

    @Override
    public void draw(Sketch sketch, Box box) {
        if (paragraphs.isEmpty()) {
            return;
        }
        sketch.text(Sketch.hei(8).bold(), Sketch.INK, title, box.x(), box.y() + 3.4);
        double y = box.y() + TITLE + 2;
        for (Paragraph paragraph : paragraphs) {
            boolean first = true;
            for (String line : lines(paragraph, box.width())) {
                String head = first ? paragraph.head() : "";
                boolean whole = first && line.startsWith(head);
                sketch.text(
                        whole ? HEAD : TEXT, whole ? Ink.of("#980000") : Sketch.INK, whole ? head : line, box.x(), y);
                if (whole) {
                    sketch.text(TEXT, Sketch.INK, line.substring(head.length()), box.x() + HEAD.width(head) + 0.4, y);
                }
                first = false;
                y += PITCH;
            }
        }
    }
}
