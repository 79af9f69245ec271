package cn.diming.tiles.sheet.label;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Glyphs;
import java.util.ArrayList;
import java.util.List;

/** Level text of one or two lines around a point, and the room it takes. */
final class Blocks {

    /** Of an em: how far ink reaches above and below the baseline, and the pitch of lines. */
    static final double ASCENT = 0.87;

    static final double DESCENT = 0.11;
    private static final double PITCH = 1.12;

    /** Clear between any two names, mm, half of it on each side. */
    private static final double CLEAR = 0.12;

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    static double width(FontStyle font, double gap, List<String> lines) {
        return lines.stream().mapToDouble(line -> width(font, gap, line)).max().orElse(0);
    }

    static double width(FontStyle font, double gap, String line) {
        return font.width(line) + gap * (line.codePointCount(0, line.length()) - 1);
    }

    static double height(FontStyle font, int lines) {
        return font.em() * (ASCENT + DESCENT + PITCH * (lines - 1));
    }

    /** The text with the upper left corner of its block at a point. */
    static Candidate at(
            FontStyle font, double gap, List<String> lines, Align align, double left, double top, double cost) {
        double width = width(font, gap, lines);
        List<Glyphs> parts = new ArrayList<>();
        List<Turned> room = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double own = width(font, gap, lines.get(i));
            double x = left
                    + switch (align) {
                        case LEFT -> 0;
                        case CENTRE -> (width - own) / 2;
                        case RIGHT -> width - own;
                    };
            double baseline = top + font.em() * (ASCENT + PITCH * i);
            room.add(Turned.level(
                    x - CLEAR,
                    baseline - font.em() * ASCENT - CLEAR,
                    x + own + CLEAR,
                    baseline + font.em() * DESCENT + CLEAR));
            if (gap == 0) {
                parts.add(Glyphs.level(lines.get(i), x, baseline));
            } else {
                spaced(font, gap, lines.get(i), x, baseline, parts);
            }
        }
        return new Candidate(cost, parts, room);
    }

    private static void spaced(
            FontStyle font, double gap, String line, double left, double baseline, List<Glyphs> parts) {
        double x = left;
        for (int codePoint : line.codePoints().toArray()) {
            String letter = Character.toString(codePoint);
            parts.add(Glyphs.level(letter, x, baseline));
            x += font.width(letter) + gap;
        }
    }

    /** Letters one below the other, for narrow places. */
    static Candidate stacked(FontStyle font, double gap, String text, double centreX, double top, double cost) {
        List<Glyphs> parts = new ArrayList<>();
        List<Turned> room = new ArrayList<>();
        double y = top;
        for (int codePoint : text.codePoints().toArray()) {
            String letter = Character.toString(codePoint);
            double half = font.width(letter) / 2;
            parts.add(Glyphs.level(letter, centreX - half, y + font.em() * ASCENT));
            room.add(Turned.level(
                    centreX - half - CLEAR, y, centreX + half + CLEAR, y + font.em() * (ASCENT + DESCENT)));
            y += font.em() * (ASCENT + DESCENT) + gap;
        }
        return new Candidate(cost, parts, room);
    }

    /** One line at an angle, centred on a point. */
    static Candidate turned(FontStyle font, String text, double x, double y, double angle, double cost) {
        double half = font.width(text) / 2;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double drop = font.em() * (ASCENT - DESCENT) / 2;
        Glyphs glyphs = new Glyphs(text, x - half * cos - drop * sin, y - half * sin + drop * cos, angle);
        Turned room = new Turned(x, y, half + CLEAR, font.em() * (ASCENT + DESCENT) / 2, cos, sin);
        return new Candidate(cost, List.of(glyphs), List.of(room));
    }

    private Blocks() {}
}
