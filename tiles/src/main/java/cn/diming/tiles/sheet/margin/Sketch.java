package cn.diming.tiles.sheet.margin;

import cn.diming.core.font.Typeface;
import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Glyphs;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects drawing with the few shapes that margins need. */
public final class Sketch {

    static final Ink INK = Ink.BLACK;
    static final Ink GREY = Ink.of("#444444");
    static final Ink PALE = Ink.of("#8a8a8a");

    private final List<Op> ops = new ArrayList<>();

    public List<Op> ops() {
        return ops;
    }

    public static FontStyle hei(double points) {
        return FontStyle.of(Typeface.HEI, points);
    }

    public static FontStyle song(double points) {
        return FontStyle.of(Typeface.SONG, points);
    }

    public void add(List<? extends Op> more) {
        ops.addAll(more);
    }

    public void add(Op op) {
        ops.add(op);
    }

    /** @param y of the baseline */
    public void text(FontStyle font, Ink ink, String text, double x, double y) {
        if (!text.isEmpty()) {
            ops.add(Op.Text.plain(font, ink, text, x, y));
        }
    }

    public void centred(FontStyle font, Ink ink, String text, double x, double y) {
        text(font, ink, text, x - font.width(text) / 2, y);
    }

    public void right(FontStyle font, Ink ink, String text, double x, double y) {
        text(font, ink, text, x - font.width(text), y);
    }

    /** Centred text with a gap between letters; still one word to a search. */
    public void spaced(FontStyle font, Ink ink, String text, double centre, double y, double gap) {
        List<Glyphs> parts = new ArrayList<>();
        int[] letters = text.codePoints().toArray();
        double x = centre - (font.width(text) + gap * (letters.length - 1)) / 2;
        for (int letter : letters) {
            String one = Character.toString(letter);
            parts.add(Glyphs.level(one, x, y));
            x += font.width(one) + gap;
        }
        ops.add(new Op.Text(font, ink, Optional.empty(), text, parts));
    }

    public void line(Pen pen, double x1, double y1, double x2, double y2) {
        ops.add(new Op.Stroke(new Line2D.Double(x1, y1, x2, y2), pen));
    }

    public void box(Box box, Pen pen) {
        ops.add(new Op.Stroke(box.shape(), pen));
    }

    public void fill(Box box, Ink ink) {
        ops.add(new Op.Fill(box.shape(), ink));
    }

    /** Lines of a paragraph as wide as {@code width}; no line begins with a closing mark. */
    public static List<String> wrapped(FontStyle font, String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int codePoint : text.codePoints().toArray()) {
            String letter = Character.toString(codePoint);
            boolean closing = "，。；：、）》”！？".contains(letter);
            if (codePoint == '\n' || (font.width(line + letter) > width && !closing && !line.isEmpty())) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (codePoint != '\n') {
                line.append(letter);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** As much of the text as has room, with … where something is left out. */
    public static String shortened(FontStyle font, String text, double width) {
        if (font.width(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && font.width(text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }
}
