package cn.diming.core.signage;

import cn.diming.core.signage.Blade.Mark;
import cn.diming.core.signage.SignProfile.PlateSize;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands where on the face of a plate, in its own millimetres from the upper left corner: the Han name in the upper
 * three fifths, pinyin in the lower two, an arrow or a dot at either end (GB 17733-2008).
 *
 * @param edge how far the white frame is from the plate's edge
 * @param arrows triangles, x and y by turns
 */
public record BladeFace(double edge, double textWidth, List<Line> lines, List<double[]> arrows, List<Dot> dots) {

    private static final double EDGE = 0.04;
    private static final double HAN_PART = 0.6;
    /** Letters fill this share of their strip. */
    private static final double HAN_FILL = 0.72;

    private static final double PINYIN_FILL = 0.5;
    /** Advance of a capital, of its size. */
    private static final double CAPITAL_WIDTH = 0.68;

    private static final double MARK_ROOM = 0.55;
    private static final double MARK_HALF = 0.14;

    /** A line of text. @param middle of its letters' height */
    public record Line(String text, double middle, double fontSize, double width) {}

    /** Where a street begins or ends. */
    public record Dot(double x, double y, double radius) {}

    public BladeFace {
        lines = List.copyOf(lines);
        arrows = List.copyOf(arrows);
        dots = List.copyOf(dots);
    }

    /** The front. */
    public static BladeFace of(Blade blade, PlateSize size) {
        return of(blade, size, false);
    }

    /** @param back the other face: the marks change ends */
    public static BladeFace of(Blade blade, PlateSize size, boolean back) {
        double height = size.heightMillimetres();
        boolean marked = blade.start() != Mark.NONE || blade.end() != Mark.NONE;
        double textWidth = size.widthMillimetres() - 2 * height * (marked ? MARK_ROOM : 4 * EDGE);
        double edge = height * EDGE;
        List<Line> lines = List.of(
                line(blade.name(), height * HAN_PART / 2 + edge, height * HAN_PART * HAN_FILL, textWidth, 1),
                line(
                        blade.pinyin(),
                        height * (HAN_PART + (1 - HAN_PART) / 2) - edge / 2,
                        height * (1 - HAN_PART) * PINYIN_FILL,
                        textWidth,
                        CAPITAL_WIDTH));
        List<double[]> arrows = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        addMark(back ? blade.end() : blade.start(), false, size, arrows, dots);
        addMark(back ? blade.start() : blade.end(), true, size, arrows, dots);
        return new BladeFace(edge, textWidth, lines, arrows, dots);
    }

    /** As large as the strip allows, or the width. */
    private static Line line(String text, double middle, double largest, double room, double advance) {
        int letters = Math.max(1, text.codePointCount(0, text.length()));
        double fontSize = Math.min(largest, room / (letters * advance));
        return new Line(text, middle, fontSize, letters * fontSize * advance);
    }

    private static void addMark(Mark mark, boolean right, PlateSize size, List<double[]> arrows, List<Dot> dots) {
        double height = size.heightMillimetres();
        double room = height * MARK_ROOM;
        double x = right ? size.widthMillimetres() - room / 2 : room / 2;
        double y = height / 2;
        double half = height * MARK_HALF;
        switch (mark) {
            case DOT -> dots.add(new Dot(x, y, half * 0.8));
            case ARROW -> {
                double tip = right ? x + half : x - half;
                double base = right ? x - half : x + half;
                arrows.add(new double[] {tip, y, base, y - half, base, y + half});
            }
            case NONE -> {
                // a settlement's name points nowhere
            }
        }
    }
}
