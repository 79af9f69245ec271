package cn.diming.api.door;

import cn.diming.api.answer.QrCode;
import cn.diming.core.numbering.PlateModel;
import java.util.List;

/**
 * The face of a door plate, in millimetres: the lines of its model, the last one large, and a QR code that leads to the public
 * page of the address and holds nothing but its number (江门市门楼号牌管理办法 Art. 15, 19).
 */
final class PlateFace {

    private static final String BLUE = "#00559f";
    /** Shares of the plate's height. */
    private static final double HEAD = 0.36;

    private static final double CODE = 0.34;

    private final List<String> lines;
    private final String url;
    private final PlateModel model;

    /** @param lines one for each of the model's */
    PlateFace(List<String> lines, String url, PlateModel model) {
        this.lines = List.copyOf(lines);
        this.url = url;
        this.model = model;
    }

    String svg() {
        double w = model.widthMillimetres();
        double h = model.heightMillimetres();
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\" viewBox=\"0 0 %s %s\">"
                .formatted(
                        model.widthMillimetres(),
                        model.heightMillimetres(),
                        model.widthMillimetres(),
                        model.heightMillimetres()));
        svg.append("<rect width=\"%s\" height=\"%s\" rx=\"%.2f\" fill=\"%s\"/>"
                .formatted(model.widthMillimetres(), model.heightMillimetres(), h * 0.04, BLUE));
        svg.append(
                "<rect x=\"%1$.2f\" y=\"%1$.2f\" width=\"%2$.2f\" height=\"%3$.2f\" rx=\"%1$.2f\" fill=\"none\" stroke=\"#fff\" stroke-width=\"%4$.2f\"/>"
                        .formatted(h * 0.03, w - h * 0.06, h - h * 0.06, h * 0.012));
        double code = h * CODE;
        double left = w - code - h * 0.12;
        appendHead(svg, w, h);
        String number = lines.getLast();
        text(
                svg,
                number,
                left / 2 + h * 0.04,
                h * 0.66,
                Math.min(h * 0.44, (left - h * 0.16) / Math.max(1, advance(number))));
        appendCode(svg, left, h * 0.56 - code / 2 + h * 0.08, code);
        return svg.append("</svg>").toString();
    }

    /** All lines but the last, one below the other. */
    private void appendHead(StringBuilder svg, double w, double h) {
        int count = lines.size() - 1;
        double room = w - h * 0.2;
        for (int i = 0; i < count; i++) {
            String line = lines.get(i);
            double height = h * HEAD / count;
            text(
                    svg,
                    line,
                    w / 2,
                    h * 0.04 + height * (i + 0.5),
                    Math.min(height * 0.56, room / Math.max(1, advance(line))));
        }
    }

    /** Width of a text, in its own font size. */
    private static double advance(String text) {
        return text.codePoints()
                .mapToDouble(letter -> Character.isIdeographic(letter) ? 1 : 0.6)
                .sum();
    }

    private static void text(StringBuilder svg, String text, double x, double y, double fontSize) {
        svg.append(
                "<text x=\"%.2f\" y=\"%.2f\" font-family=\"sans-serif\" font-size=\"%.2f\" font-weight=\"700\" fill=\"#fff\" text-anchor=\"middle\" dominant-baseline=\"central\">%s</text>"
                        .formatted(x, y, fontSize, text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    /** One path of squares, white below so that every phone reads it. */
    private void appendCode(StringBuilder svg, double x, double y, double side) {
        QrCode code = new QrCode(url);
        double cell = side / code.side();
        svg.append("<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"#fff\"/><path fill=\"#000\" d=\""
                .formatted(x, y, side, side));
        for (int row = 0; row < code.side(); row++) {
            for (int column = 0; column < code.side(); column++) {
                if (code.isDark(column, row)) {
                    svg.append("M%.3f %.3fh%.3fv%.3fh-%.3fz"
                            .formatted(x + column * cell, y + row * cell, cell, cell, cell));
                }
            }
        }
        svg.append("\"/>");
    }
}
