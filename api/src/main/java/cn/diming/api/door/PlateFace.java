package cn.diming.api.door;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * The face of a door plate, in millimetres: the street above, the number large, a QR code that leads to the public page of the
 * address and holds nothing but its number (江门市门楼号牌管理办法 Art. 15, 19).
 */
final class PlateFace {

    /** Sizes of tenders, 待核实; the bureau's own go before. */
    enum Size {
        LARGE("大门牌", 600, 400),
        MEDIUM("中门牌", 400, 300),
        SMALL("小门牌", 150, 90);

        final String title;
        final int width;
        final int height;

        Size(String title, int width, int height) {
            this.title = title;
            this.width = width;
            this.height = height;
        }
    }

    private static final String BLUE = "#00559f";

    private final String street;
    private final String number;
    private final String url;
    private final Size size;

    PlateFace(String street, String number, String url, Size size) {
        this.street = street;
        this.number = number;
        this.url = url;
        this.size = size;
    }

    String svg() {
        double w = size.width;
        double h = size.height;
        double code = h * 0.34;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\" viewBox=\"0 0 %s %s\">"
                .formatted(size.width, size.height, size.width, size.height));
        svg.append("<rect width=\"%s\" height=\"%s\" rx=\"%.2f\" fill=\"%s\"/>"
                .formatted(size.width, size.height, h * 0.04, BLUE));
        svg.append(
                "<rect x=\"%1$.2f\" y=\"%1$.2f\" width=\"%2$.2f\" height=\"%3$.2f\" rx=\"%1$.2f\" fill=\"none\" stroke=\"#fff\" stroke-width=\"%4$.2f\"/>"
                        .formatted(h * 0.03, w - h * 0.06, h - h * 0.06, h * 0.012));
        double room = w - h * 0.2;
        text(svg, street, w / 2, h * 0.22, Math.min(h * 0.2, room / Math.max(1, street.length())));
        double left = w - code - h * 0.12;
        double digits = number.replaceAll("[\\p{IsHan}]", "").length() * 0.6
                + number.replaceAll("[^\\p{IsHan}]", "").length();
        text(svg, number, left / 2 + h * 0.04, h * 0.66, Math.min(h * 0.44, (left - h * 0.16) / Math.max(1, digits)));
        appendCode(svg, left, h * 0.56 - code / 2 + h * 0.08, code);
        return svg.append("</svg>").toString();
    }

    private static void text(StringBuilder svg, String text, double x, double y, double fontSize) {
        svg.append(
                "<text x=\"%.2f\" y=\"%.2f\" font-family=\"sans-serif\" font-size=\"%.2f\" font-weight=\"700\" fill=\"#fff\" text-anchor=\"middle\" dominant-baseline=\"central\">%s</text>"
                        .formatted(x, y, fontSize, text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    /** One path of squares, white below so that every phone reads it. */
    private void appendCode(StringBuilder svg, double x, double y, double side) {
        BitMatrix code = code();
        double cell = side / code.getWidth();
        svg.append("<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"#fff\"/><path fill=\"#000\" d=\""
                .formatted(x, y, side, side));
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    svg.append("M%.3f %.3fh%.3fv%.3fh-%.3fz"
                            .formatted(x + column * cell, y + row * cell, cell, cell, cell));
                }
            }
        }
        svg.append("\"/>");
    }

    private BitMatrix code() {
        try {
            return new QRCodeWriter()
                    .encode(
                            url,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2));
        } catch (WriterException impossible) {
            throw new IllegalStateException("the address of a plate does not fit into a QR code", impossible);
        }
    }
}
