package cn.diming.core.document;

import cn.diming.core.font.MissingGlyph;
import cn.diming.core.font.Typeface;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Breaks a paragraph into lines by the rules of Chinese setting: a line begins with no closing mark and ends with no opening
 * one (标点避头尾), a full stop or comma may hang beyond the edge, words in Latin letters stay whole (GB/T 15834-2011, 5.1.11).
 */
final class LineBreaker {

    private static final String NOT_FIRST = "，。、；：？！）〕】》〉”’…—·％℃%),.;:?!]}";
    private static final String NOT_LAST = "（〔【《〈“‘([{";
    private static final String COUNTED = "年月日个条号类项米";
    private static final String HANGING = "，。、；：,.";

    private final Map<String, Integer> pages;

    /** @param pages on which each anchor stands; those missing are shown as two digits wide */
    LineBreaker(Map<String, Integer> pages) {
        this.pages = pages;
    }

    /** One character as it is to be drawn, or an anchor, which has no width. */
    record Atom(int codePoint, Run.Kind kind, Typeface face, double width, String anchor) {
        boolean isSpace() {
            return codePoint == ' ';
        }

        boolean isTab() {
            return codePoint == Run.TAB;
        }

        boolean isBreak() {
            return codePoint == Run.BREAK;
        }

        boolean isAnchor() {
            return kind == Run.Kind.ANCHOR;
        }

        /** Of a word that stays whole. */
        boolean isInWord() {
            return codePoint != ' ' && codePoint < 0x2000 && !isAnchor() && NOT_FIRST.indexOf(codePoint) < 0
                    || Character.getType(codePoint) == Character.NON_SPACING_MARK;
        }
    }

    /**
     * @param indent of its left edge, points
     * @param width without what hangs over
     * @param last of its paragraph
     */
    record TextLine(List<Atom> atoms, double indent, double width, double room, boolean last) {}

    /**
     * @param width of the column, points
     * @throws MissingGlyph for a character that no face has
     */
    List<TextLine> lines(List<Run> runs, Style style, double width) {
        return style.align() == Style.Align.CENTRE
                ? balanced(runs, style, width)
                : broken(atoms(runs, style), style, width, 0);
    }

    /** A title's lines are about equally long: the narrowest measure that needs no line more. */
    private List<TextLine> balanced(List<Run> runs, Style style, double width) {
        List<Atom> atoms = atoms(runs, style);
        List<TextLine> lines = broken(atoms, style, width, 0);
        for (double inset = style.size(); lines.size() > 1 && inset < width / 2; inset += style.size()) {
            List<TextLine> tighter = broken(atoms, style, width, inset);
            if (tighter.size() > lines.size()) {
                break;
            }
            lines = tighter;
        }
        return lines;
    }

    private static List<TextLine> broken(List<Atom> atoms, Style style, double width, double inset) {
        double left = style.left() * style.size();
        double full = width - left - style.right() * style.size();
        List<TextLine> lines = new ArrayList<>();
        int from = 0;
        do {
            double indent = lines.isEmpty() ? style.indent() * style.size() : 0;
            int to = end(atoms, from, full - indent - inset);
            List<Atom> line = trimmed(atoms.subList(from, to));
            boolean ends = to == atoms.size() || atoms.get(to - 1).isBreak();
            lines.add(new TextLine(line, left + indent, visible(line, !ends), full - indent, ends));
            from = to;
        } while (from < atoms.size());
        return lines;
    }

    private List<Atom> atoms(List<Run> runs, Style style) {
        List<Atom> atoms = new ArrayList<>();
        for (Run run : runs) {
            if (run.kind() == Run.Kind.ANCHOR) {
                atoms.add(new Atom(0, run.kind(), style.face(), 0, run.text()));
                continue;
            }
            String text = run.kind() == Run.Kind.PAGE
                    ? pages.containsKey(run.text()) ? String.valueOf(pages.get(run.text())) : "00"
                    : run.text();
            text.codePoints().forEach(c -> atoms.add(atom(c, run.kind(), style)));
        }
        return atoms;
    }

    private static Atom atom(int character, Run.Kind kind, Style style) {
        if (character == Run.TAB || character == Run.BREAK) {
            return new Atom(character, kind, style.face(), 0, "");
        }
        int codePoint = Character.isSpaceChar(character) && character < 0x3000 ? ' ' : character;
        Typeface face = style.face().covering(codePoint);
        if (!face.has(codePoint)) {
            throw new MissingGlyph(codePoint);
        }
        return new Atom(codePoint, kind, face, (face.width(codePoint) + style.spacing()) * style.size(), "");
    }

    /** Where the line that begins there ends. */
    private static int end(List<Atom> atoms, int from, double room) {
        double width = 0;
        int fits = from;
        while (fits < atoms.size() && width + atoms.get(fits).width() <= room + 0.01) {
            if (atoms.get(fits).isBreak()) {
                return fits + 1;
            }
            width += atoms.get(fits).width();
            fits++;
        }
        if (fits == atoms.size()) {
            return fits;
        }
        if (HANGING.indexOf(atoms.get(fits).codePoint()) >= 0 && mayBreak(atoms, fits + 1)) {
            return fits + 1;
        }
        for (int at = fits; at > from; at--) {
            if (mayBreak(atoms, at)) {
                return at;
            }
        }
        return Math.max(fits, from + 1);
    }

    /** Whether a line may end before this atom. */
    private static boolean mayBreak(List<Atom> atoms, int at) {
        if (at >= atoms.size()) {
            return true;
        }
        Atom before = atoms.get(at - 1);
        Atom after = atoms.get(at);
        return NOT_FIRST.indexOf(after.codePoint()) < 0
                && NOT_LAST.indexOf(before.codePoint()) < 0
                && !after.isSpace()
                && !(before.isInWord() && after.isInWord())
                && !(Character.isDigit(before.codePoint()) && COUNTED.indexOf(after.codePoint()) >= 0)
                && !(before.codePoint() == after.codePoint() && "—…".indexOf(after.codePoint()) >= 0);
    }

    private static List<Atom> trimmed(List<Atom> line) {
        int end = line.size();
        while (end > 0 && (line.get(end - 1).isSpace() || line.get(end - 1).isBreak())) {
            end--;
        }
        return List.copyOf(line.subList(0, end));
    }

    private static double visible(List<Atom> line, boolean mayHang) {
        double width = line.stream().mapToDouble(Atom::width).sum();
        boolean hangs =
                mayHang && !line.isEmpty() && HANGING.indexOf(line.getLast().codePoint()) >= 0;
        return hangs ? width - line.getLast().width() : width;
    }
}
