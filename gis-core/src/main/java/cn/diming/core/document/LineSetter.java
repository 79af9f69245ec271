package cn.diming.core.document;

import cn.diming.core.document.LineBreaker.Atom;
import cn.diming.core.document.LineBreaker.TextLine;
import cn.diming.core.document.Mark.Letters;
import cn.diming.core.document.Style.Align;
import java.util.ArrayList;
import java.util.List;

/** Turns a line into marks: where each stretch of letters begins, and how far apart its letters stand. */
final class LineSetter {

    /** From the middle of the em square down to the baseline, em. */
    private static final double MIDDLE_TO_BASELINE = 0.38;

    private static final int MISSING_RGB = 0xC00000;
    private static final int MISSING_GROUND = 0xFFF2A8;

    /** A line longer than this without justification looks like the end of a paragraph, em. */
    private static final double LARGEST_GAP = 2.5;

    private final Style style;

    LineSetter(Style style) {
        this.style = style;
    }

    /** Marks of the line; y = 0 is its upper edge. */
    List<Mark> marks(TextLine line, double x0, double y) {
        double slack = line.room() - line.width();
        boolean tabbed = line.atoms().stream().anyMatch(Atom::isTab);
        double gap = tabbed ? 0 : gap(line, slack);
        double x = x0
                + line.indent()
                + switch (style.align()) {
                    case CENTRE -> tabbed ? 0 : Math.max(0, slack / 2);
                    case RIGHT -> tabbed ? 0 : Math.max(0, slack);
                    case LEFT, JUSTIFIED -> 0;
                };
        double baseline = y + style.pitch() / 2 + MIDDLE_TO_BASELINE * style.size();
        List<Mark> marks = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        double begin = x;
        for (int i = 0; i < line.atoms().size(); i++) {
            Atom atom = line.atoms().get(i);
            if (atom.isTab()) {
                x += Math.max(0, slack);
                begin = x;
            }
            if (atom.isAnchor() || atom.isTab()) {
                continue;
            }
            open.appendCodePoint(atom.codePoint());
            x += atom.width() + gap;
            if (i + 1 == line.atoms().size() || !joins(atom, line.atoms().get(i + 1))) {
                add(marks, atom, open.toString(), begin, x - begin, baseline, gap);
                open.setLength(0);
                begin = x;
            }
        }
        return marks;
    }

    private void add(List<Mark> marks, Atom atom, String text, double x, double width, double baseline, double gap) {
        boolean missing = atom.kind() == Run.Kind.MISSING;
        if (missing) {
            double top = baseline - 0.88 * style.size();
            marks.add(Mark.area(x, top, width - gap, style.size(), MISSING_GROUND));
        }
        marks.add(new Letters(
                x,
                baseline,
                atom.face(),
                style.size(),
                text,
                gap + style.spacing() * style.size(),
                missing ? MISSING_RGB : style.rgb(),
                style.strong()));
    }

    private double gap(TextLine line, double slack) {
        long gaps = line.atoms().stream().filter(atom -> !atom.isAnchor()).count() - 1;
        boolean spread = style.align() == Align.JUSTIFIED
                && !line.last()
                && gaps > 0
                && slack > 0
                && slack < LARGEST_GAP * style.size() + gaps * 0.2 * style.size();
        return spread ? slack / gaps : 0;
    }

    private static boolean joins(Atom one, Atom next) {
        return one.face() == next.face() && one.kind() == next.kind() && !next.isTab();
    }
}
