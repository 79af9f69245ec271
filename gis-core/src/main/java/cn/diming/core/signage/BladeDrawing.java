package cn.diming.core.signage;

import cn.diming.core.signage.SignProfile.PlateSize;
import java.util.Locale;

/** The face of a plate as SVG, its measures exact in millimetres. */
public final class BladeDrawing {

    private final Blade blade;
    private final PlateSize size;
    private final double scale;

    /** @param scale 0.1 draws 1:10; the millimetres of the drawing are those of the plate times this */
    public BladeDrawing(Blade blade, PlateSize size, double scale) {
        this.blade = blade;
        this.size = size;
        this.scale = scale;
    }

    /** @param back the face towards the other side */
    public String svg(boolean back) {
        BladeFace face = BladeFace.of(blade, size, back);
        double width = size.widthMillimetres();
        double height = size.heightMillimetres();
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\" viewBox=\"0 0 %s %s\">"
                .formatted(number(width * scale), number(height * scale), number(width), number(height)));
        svg.append("<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                .formatted(number(width), number(height), blade.colour().hex()));
        double edge = face.edge();
        svg.append(
                "<rect x=\"%1$s\" y=\"%1$s\" width=\"%2$s\" height=\"%3$s\" fill=\"none\" stroke=\"#fff\" stroke-width=\"%4$s\"/>"
                        .formatted(
                                number(edge), number(width - 2 * edge), number(height - 2 * edge), number(edge / 2)));
        face.lines().forEach(line -> svg.append(text(line, width / 2)));
        face.arrows()
                .forEach(arrow -> svg.append("<path d=\"M%s %sL%s %sL%s %sZ\" fill=\"#fff\"/>"
                        .formatted(
                                number(arrow[0]),
                                number(arrow[1]),
                                number(arrow[2]),
                                number(arrow[3]),
                                number(arrow[4]),
                                number(arrow[5]))));
        face.dots()
                .forEach(dot -> svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"#fff\"/>"
                        .formatted(number(dot.x()), number(dot.y()), number(dot.radius()))));
        return svg.append("</svg>").toString();
    }

    private static String text(BladeFace.Line line, double middle) {
        return "<text x=\"%s\" y=\"%s\" font-family=\"sans-serif\" font-size=\"%s\" font-weight=\"700\" fill=\"#fff\" text-anchor=\"middle\" dominant-baseline=\"central\" textLength=\"%s\">%s</text>"
                .formatted(
                        number(middle),
                        number(line.middle()),
                        number(line.fontSize()),
                        number(line.width()),
                        escaped(line.text()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
