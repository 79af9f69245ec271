package cn.diming.tiles.sheet.margin;

import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.frame.Box;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.net.URI;
import java.util.Map;

/** A QR code that leads to the place on the web map; outside of the map, with its quiet zone. */
public final class QrBlock implements MarginBlock {

    public static final double SIZE = 20;

    private static final double CAPTION = 4;
    private static final int QUIET = 4;

    private final URI link;
    private final String caption;

    public QrBlock(URI link, String caption) {
        this.link = link;
        this.caption = caption;
    }

    @Override
    public double height(double width) {
        return SIZE + CAPTION;
    }

    @Override
    public void draw(Sketch sketch, Box box) {
        Path2D path = modules(link, box.x() + (box.width() - SIZE) / 2, box.y(), SIZE);
        sketch.add(new Op.Fill(path, Ink.of("#000000")));
        sketch.centred(Sketch.hei(6.5), Sketch.GREY, caption, box.x() + box.width() / 2, box.y() + SIZE + 1.6);
    }

    /** The dark modules of a code, with its quiet zone around them. */
    public static Path2D modules(URI link, double left, double top, double size) {
        BitMatrix code = code(link);
        double module = size / code.getWidth();
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                int from = x;
                while (x < code.getWidth() && code.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append(
                            new Rectangle2D.Double(left + from * module, top + y * module, (x - from) * module, module),
                            false);
                }
            }
        }
        return path;
    }

    private static BitMatrix code(URI link) {
        try {
            return new QRCodeWriter()
                    .encode(
                            link.toString(),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("链接太长，无法写入二维码：" + link, tooLong);
        }
    }
}
