package cn.diming.core.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures made for tests: the upper left quarter red, the rest blue. */
final class Pictures {

    static byte[] jpeg(int width, int height) {
        return encoded(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png(int width, int height, int type) {
        return encoded(picture(width, height, type), "png");
    }

    /** With an EXIF block that gives the orientation, a place and a time. */
    static byte[] photo(int width, int height, int orientation) {
        return withSegment(jpeg(width, height), 0xffe1, exif(orientation));
    }

    /** A JPEG with a further segment at its beginning. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + content.length + 4);
        out.put(jpeg, 0, 2)
                .putShort((short) marker)
                .putShort((short) (content.length + 2))
                .put(content);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** The head of a PNG that claims a size, and no pixels. */
    static byte[] pngBomb(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put(latin("IHDR")).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        ByteBuffer out = ByteBuffer.allocate(33);
        out.put(latin("\u0089PNG\r\n\u001a\n")).putInt(13).put(header.array()).putInt((int) crc.getValue());
        return out.array();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(200);
        tiff.put(latin("Exif\0\0MM\0*")).putInt(8).putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8769, 4, 1, 60);
        entry(tiff, 0x8825, 4, 1, 100);
        tiff.putInt(0);
        tiff.position(6 + 60).putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, 80);
        tiff.putInt(0).position(6 + 80).put(latin("2026:02:01 08:30:00\0"));
        tiff.position(6 + 100).putShort((short) 1);
        entry(tiff, 0x0001, 2, 2, 'N' << 24);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private Pictures() {}
}
