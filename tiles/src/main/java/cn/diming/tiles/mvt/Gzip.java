package cn.diming.tiles.mvt;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes gzip members (RFC 1952) with a compressor and a buffer that are used again: the JDK's stream takes new ones, larger
 * than most tiles, each time.
 */
public final class Gzip {
    private static final Queue<Gzip> FREE = new ConcurrentLinkedQueue<>();

    /** Magic, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int TRAILER = 8;
    /** What deflate adds at most to a block that it cannot compress, with room to spare. */
    private static final int SLACK = 64;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 crc = new CRC32();
    private byte[] buffer = new byte[16 << 10];

    private Gzip() {}

    /** @param level one of the levels of {@link Deflater} */
    public static byte[] compress(byte[] bytes, int level) {
        Gzip taken = FREE.poll();
        Gzip gzip = taken == null ? new Gzip() : taken;
        byte[] done = gzip.member(bytes, level);
        FREE.add(gzip);
        return done;
    }

    private byte[] member(byte[] bytes, int level) {
        int room = HEADER.length + bytes.length + bytes.length / 1000 + SLACK + TRAILER;
        if (buffer.length < room) {
            buffer = new byte[room];
        }
        System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
        deflater.reset();
        deflater.setLevel(level);
        deflater.setInput(bytes);
        deflater.finish();
        int size = HEADER.length;
        while (!deflater.finished()) {
            size += deflater.deflate(buffer, size, buffer.length - size - TRAILER);
        }
        crc.reset();
        crc.update(bytes);
        size = littleEndian(size, (int) crc.getValue());
        size = littleEndian(size, bytes.length);
        return Arrays.copyOf(buffer, size);
    }

    private int littleEndian(int at, int value) {
        for (int i = 0; i < 4; i++) {
            buffer[at + i] = (byte) (value >>> 8 * i);
        }
        return at + 4;
    }
}
