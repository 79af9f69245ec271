package cn.diming.core.signage;

import cn.diming.core.signage.Blade.Mark;
import cn.diming.core.signage.SignProfile.PlateSize;
import java.util.Locale;

/**
 * The face of a plate in millimetres: the Han name in the upper three fifths, pinyin in the lower two (GB 17733-2008), and at
 * either end an arrow or a dot. The other face is its mirror image but for the writing.
 */
public final class BladeDrawing {

    /** Of the plate's height. */
    private static final double MARGIN = 0.08;

    private static final double HAN_PART = 0.6;
    /** Glyphs fill this share of their strip. */
    private static final double HAN_FILL = 0.72;

    private static final double PINYIN_FILL = 0.5;
    /** Advance of a capital in the pinyin face, of its size. */
    private static final double CAPITAL_WIDTH = 0.66;

    private final Blade blade;
    private final PlateSize size;
    private final double scale;

    /** @param scale 0.1 draws 1:10; the millimetres of the drawing are those of the plate times this */
    public BladeDrawing(Blade blade, PlateSize size, double scale) {
        this.blade = blade;
        this.size = size;
        this.scale = scale;
    }

    /**
     * The face as SVG whose width and height are exact in millimetres.
     *
     * @param back the face towards the other side: marks change ends
     */
    public String svg(boolean back) {
        double width = size.widthMillimetres();
        double height = size.heightMillimetres();
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\" viewBox=\"0 0 %s %s\">"
                .formatted(number(width * scale), number(height * scale), number(width), number(height)));
        svg.append("<rect width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\"/>"
                .formatted(
                        number(width),
                        number(height),
                        number(height * MARGIN),
                        blade.colour().hex()));
        double edge = height * MARGIN / 2;
        svg.append(
                "<rect x=\"%1$s\" y=\"%1$s\" width=\"%2$s\" height=\"%3$s\" rx=\"%1$s\" fill=\"none\" stroke=\"#fff\" stroke-width=\"%4$s\"/>"
                        .formatted(
                                number(edge), number(width - 2 * edge), number(height - 2 * edge), number(edge / 2)));
        appendText(svg, blade.name(), height * HAN_PART / 2 + edge, hanSize(), "sans-serif", 1.0);
        appendText(
                svg,
                blade.pinyin(),
                height * (HAN_PART + (1 - HAN_PART) / 2) - edge / 2,
                pinyinSize(),
                "sans-serif",
                CAPITAL_WIDTH);
        appendMark(svg, back ? blade.end() : blade.start(), false);
        appendMark(svg, back ? blade.start() : blade.end(), true);
        return svg.append("</svg>").toString();
    }

    /** What is left for writing between the two marks, in millimetres of the plate. */
    double textWidthMillimetres() {
        boolean marks = blade.start() != Mark.NONE || blade.end() != Mark.NONE;
        return size.widthMillimetres() - 2 * (marks ? markWidth() : size.heightMillimetres() * MARGIN * 2);
    }

    private double markWidth() {
        return size.heightMillimetres() * 0.55;
    }

    /** The Han name's size: what its strip allows, or what the width does. */
    double hanSize() {
        double byHeight = size.heightMillimetres() * HAN_PART * HAN_FILL;
        return Math.min(
                byHeight,
                textWidthMillimetres()
                        / Math.max(
                                1, blade.name().codePointCount(0, blade.name().length())));
    }

    double pinyinSize() {
        double byHeight = size.heightMillimetres() * (1 - HAN_PART) * PINYIN_FILL;
        return Math.min(
                byHeight, textWidthMillimetres() / Math.max(1, blade.pinyin().length() * CAPITAL_WIDTH));
    }

    private void appendText(
            StringBuilder svg, String text, double middle, double fontSize, String family, double advance) {
        double width = Math.min(textWidthMillimetres(), text.codePointCount(0, text.length()) * fontSize * advance);
        svg.append(
                "<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\" font-weight=\"700\" fill=\"#fff\" text-anchor=\"middle\" dominant-baseline=\"central\" textLength=\"%s\">%s</text>"
                        .formatted(
                                number(size.widthMillimetres() / 2.0),
                                number(middle),
                                family,
                                number(fontSize),
                                number(width),
                                escaped(text)));
    }

    private void appendMark(StringBuilder svg, Mark mark, boolean right) {
        double middle = size.heightMillimetres() / 2.0;
        double centre = right ? size.widthMillimetres() - markWidth() / 2 : markWidth() / 2;
        double half = size.heightMillimetres() * 0.14;
        switch (mark) {
            case DOT ->
                svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"#fff\"/>"
                        .formatted(number(centre), number(middle), number(half * 0.8)));
            case ARROW -> {
                double tip = right ? centre + half : centre - half;
                double base = right ? centre - half : centre + half;
                svg.append("<path d=\"M%s %sL%s %sL%s %sZ\" fill=\"#fff\"/>"
                        .formatted(
                                number(tip),
                                number(middle),
                                number(base),
                                number(middle - half),
                                number(base),
                                number(middle + half)));
            }
            case NONE -> {
                // nothing at the ends of a settlement's name
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
