package cn.diming.tiles.raster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as PNG with at most 256 colours. A map has few colours and their blends at edges; colours that
 * agree in five bits of red, green and blue are taken together, the 256 most frequent such groups stay, and the others go
 * to the nearest of them. A group is shown in the colour that most of it has, if one has the majority, so that an area
 * is of exactly the same colour in all pictures.
 */
final class PalettePng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int GROUPS = 1 << 15;
    private static final int LEVEL = 6;

    private final int[] counts = new int[GROUPS];
    /** Colour of each group that leads the vote (Boyer and Moore's majority vote). */
    private final int[] leaders = new int[GROUPS];

    private final int[] votes = new int[GROUPS];
    private final int[] palette;
    private final int[] entries = new int[GROUPS];
    private final int width;
    private final int height;
    private final int[] pixels;

    private PalettePng(BufferedImage image, int x, int y, int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = image.getRGB(x, y, width, height, null, 0, width);
        for (int pixel : pixels) {
            int group = group(pixel);
            counts[group]++;
            vote(group, pixel & 0xffffff);
        }
        palette = chosen();
    }

    private void vote(int group, int colour) {
        if (votes[group] == 0) {
            leaders[group] = colour;
        }
        votes[group] += leaders[group] == colour ? 1 : -1;
    }

    /** A part of an image, which must be opaque. */
    static byte[] of(BufferedImage image, int x, int y, int width, int height) {
        return new PalettePng(image, x, y, width, height).written();
    }

    private static int group(int rgb) {
        return ((rgb >> 9) & 0x7c00) | ((rgb >> 6) & 0x3e0) | ((rgb >> 3) & 0x1f);
    }

    /** Colours of the most frequent groups; every used group learns its entry. */
    private int[] chosen() {
        int[] used = IntStream.range(0, GROUPS)
                .filter(group -> counts[group] > 0)
                .boxed()
                .sorted((a, b) ->
                        counts[a] != counts[b] ? Integer.compare(counts[b], counts[a]) : Integer.compare(a, b))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] colours =
                Arrays.stream(used).limit(256).map(group -> leaders[group]).toArray();
        for (int i = 0; i < used.length; i++) {
            entries[used[i]] = i < colours.length ? i : nearest(leaders[used[i]], colours);
        }
        return colours;
    }

    private static int nearest(int colour, int[] colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int red = (colours[i] >> 16) - (colour >> 16);
            int green = (colours[i] >> 8 & 0xff) - (colour >> 8 & 0xff);
            int blue = (colours[i] & 0xff) - (colour & 0xff);
            int distance = 2 * red * red + 4 * green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private byte[] written() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(SIGNATURE);
            chunk(out, "IHDR", header());
            chunk(out, "PLTE", colours());
            chunk(out, "IDAT", rows());
            chunk(out, "IEND", new byte[0]);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bits of a pixel: a picture of one or two colours, as empty land is, gets one. */
    private int depth() {
        return palette.length <= 2 ? 1 : palette.length <= 4 ? 2 : palette.length <= 16 ? 4 : 8;
    }

    private byte[] header() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {(byte) depth(), 3, 0, 0, 0});
        return bytes.toByteArray();
    }

    private byte[] colours() {
        byte[] bytes = new byte[3 * palette.length];
        for (int i = 0; i < palette.length; i++) {
            bytes[3 * i] = (byte) (palette[i] >> 16);
            bytes[3 * i + 1] = (byte) (palette[i] >> 8);
            bytes[3 * i + 2] = (byte) palette[i];
        }
        return bytes;
    }

    private byte[] rows() {
        int depth = depth();
        int stride = 1 + (width * depth + 7) / 8;
        byte[] raw = new byte[stride * height];
        for (int i = 0; i < pixels.length; i++) {
            int bit = i % width * depth;
            raw[i / width * stride + 1 + bit / 8] |= (byte) (entries[group(pixels[i])] << (8 - depth - bit % 8));
        }
        Deflater deflater = new Deflater(LEVEL);
        deflater.setInput(raw);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(type.getBytes(StandardCharsets.US_ASCII));
        body.write(content);
        CRC32 check = new CRC32();
        check.update(body.toByteArray());
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(body.toByteArray());
        data.writeInt((int) check.getValue());
    }
}
