package cn.diming.api.answer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** An address as a QR code, with the white around it. */
public final class QrCode {

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2);
    /** So that a cell is one byte of a row of bits. */
    private static final int PIXELS_PER_CELL = 8;

    private final BitMatrix cells;

    /** @throws IllegalStateException for an address of thousands of letters */
    public QrCode(String url) {
        try {
            this.cells = new QRCodeWriter().encode(url, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException impossible) {
            throw new IllegalStateException("the address does not fit into a QR code", impossible);
        }
    }

    /** Cells of a side, the white margin included. */
    public int side() {
        return cells.getWidth();
    }

    public boolean isDark(int column, int row) {
        return cells.get(column, row);
    }

    /** Black and white, one bit a pixel. */
    public byte[] png() {
        int pixels = side() * PIXELS_PER_CELL;
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        byte[] bits = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < pixels; y++) {
            for (int column = 0; column < side(); column++) {
                bits[y * side() + column] = (byte) (isDark(column, y / PIXELS_PER_CELL) ? 0 : 0xff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write a picture into memory", impossible);
        }
        return out.toByteArray();
    }

    /** The dark cells as path data of SVG, one unit a cell. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < side(); row++) {
            for (int column = 0; column < side(); column++) {
                int begin = column;
                while (column < side() && isDark(column, row)) {
                    column++;
                }
                if (column > begin) {
                    path.append('M').append(begin).append(' ').append(row);
                    path.append('h')
                            .append(column - begin)
                            .append("v1h")
                            .append(begin - column)
                            .append('z');
                }
            }
        }
        return path.toString();
    }

    /** A picture of its own, as large as wherever it stands. */
    public String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\"><path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>"
                .formatted(side(), path());
    }
}
