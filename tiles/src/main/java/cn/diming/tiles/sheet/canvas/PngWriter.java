package cn.diming.tiles.sheet.canvas;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a true-colour PNG (ISO/IEC 15948) band by band; the encoder of the JDK wants the whole image at once. */
final class PngWriter implements AutoCloseable {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int UP = 2;

    private final DataOutputStream target;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(6);
    private final DeflaterOutputStream pixels = new DeflaterOutputStream(packed, deflater, 1 << 16);
    private final byte[] above;

    PngWriter(OutputStream target, int width, int height, double dpi) throws IOException {
        this.target = new DataOutputStream(target);
        this.above = new byte[width * 3];
        this.target.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(header);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        chunk("IHDR", header.toByteArray());
        header.reset();
        int perMetre = (int) Math.round(dpi / 0.0254);
        data.writeInt(perMetre);
        data.writeInt(perMetre);
        data.writeByte(1);
        chunk("pHYs", header.toByteArray());
    }

    void rows(BufferedImage band) throws IOException {
        int[] rgb = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
        byte[] row = new byte[above.length + 1];
        row[0] = UP;
        for (int y = 0; y < band.getHeight(); y++) {
            for (int x = 0, i = 0; x < band.getWidth(); x++) {
                int pixel = rgb[y * band.getWidth() + x];
                for (int shift = 16; shift >= 0; shift -= 8, i++) {
                    byte value = (byte) (pixel >> shift);
                    row[i + 1] = (byte) (value - above[i]);
                    above[i] = value;
                }
            }
            pixels.write(row);
        }
        flush();
    }

    private void flush() throws IOException {
        if (packed.size() > 0) {
            chunk("IDAT", packed.toByteArray());
            packed.reset();
        }
    }

    private void chunk(String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        target.writeInt(data.length);
        target.write(name);
        target.write(data);
        target.writeInt((int) sum.getValue());
    }

    @Override
    public void close() throws IOException {
        pixels.finish();
        flush();
        deflater.end();
        chunk("IEND", new byte[0]);
        target.flush();
    }
}
