package cn.diming.dataimport.shapefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes .shp and .shx bytes, as true or as false as a test wants them. */
final class ShpBytes {
    private final int type;
    private final List<byte[]> contents = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();

    ShpBytes(int type) {
        this.type = type;
    }

    ShpBytes add(byte[] content) {
        return add(content, content.length);
    }

    /** A record whose header tells another length than it has. */
    ShpBytes add(byte[] content, int toldLength) {
        contents.add(content);
        lengths.add(toldLength);
        return this;
    }

    static byte[] point(double x, double y) {
        return bytes(20).putInt(1).putDouble(x).putDouble(y).array();
    }

    static byte[] pointZ(double x, double y, double z) {
        return bytes(36)
                .putInt(11)
                .putDouble(x)
                .putDouble(y)
                .putDouble(z)
                .putDouble(-1e39)
                .array();
    }

    static byte[] nothing() {
        return bytes(4).putInt(0).array();
    }

    static byte[] multipoint(double... xy) {
        ByteBuffer bytes = bytes(40 + xy.length * 8).putInt(8).position(36).putInt(xy.length / 2);
        for (double v : xy) {
            bytes.putDouble(v);
        }
        return bytes.array();
    }

    /** A line or polygon; Z types get a height of 7 for every point and no M. */
    static byte[] parts(int type, double[]... parts) {
        int points = 0;
        for (double[] part : parts) {
            points += part.length / 2;
        }
        int z = type > 10 && type < 20 ? 16 + 8 * points : 0;
        ByteBuffer bytes = bytes(44 + 4 * parts.length + 16 * points + z);
        bytes.putInt(type).position(36).putInt(parts.length).putInt(points);
        int start = 0;
        for (double[] part : parts) {
            bytes.putInt(start);
            start += part.length / 2;
        }
        for (double[] part : parts) {
            for (double v : part) {
                bytes.putDouble(v);
            }
        }
        while (bytes.hasRemaining()) {
            bytes.putDouble(7);
        }
        return bytes.array();
    }

    /** A square ring, clockwise as the format wants shells. */
    static double[] square(double x, double y, double side) {
        return new double[] {x, y, x, y + side, x + side, y + side, x + side, y, x, y};
    }

    static double[] reversed(double[] ring) {
        double[] back = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            back[i] = ring[ring.length - 2 - i];
            back[i + 1] = ring[ring.length - 1 - i];
        }
        return back;
    }

    static ByteBuffer bytes(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] shp() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int total = contents.stream().mapToInt(content -> content.length + 8).sum();
        out.writeBytes(header(100 + total));
        for (int i = 0; i < contents.size(); i++) {
            out.writeBytes(ByteBuffer.allocate(8)
                    .putInt(i + 1)
                    .putInt(lengths.get(i) / 2)
                    .array());
            out.writeBytes(contents.get(i));
        }
        return out.toByteArray();
    }

    byte[] shx() {
        ByteBuffer out = ByteBuffer.allocate(100 + 8 * contents.size());
        out.put(header(out.capacity()));
        int at = 100;
        for (byte[] content : contents) {
            out.putInt(at / 2).putInt(content.length / 2);
            at += content.length + 8;
        }
        return out.array();
    }

    private byte[] header(int length) {
        ByteBuffer header = ByteBuffer.allocate(100).putInt(9994).position(24).putInt(length / 2);
        return header.order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(type).array();
    }

    Path write(Path folder, String name) throws IOException {
        Files.write(folder.resolve(name + ".shx"), shx());
        return Files.write(folder.resolve(name + ".shp"), shp());
    }
}
