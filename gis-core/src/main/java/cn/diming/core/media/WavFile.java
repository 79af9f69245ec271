package cn.diming.core.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** RIFF WAVE: only the format and the sound are kept. */
final class WavFile {

    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int BYTE_RATE = 8;
    /** The longest format that is in use (WAVEFORMATEXTENSIBLE has 40 bytes). */
    private static final int LONGEST_FORMAT = 64;

    static Voice clean(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer format = ByteBuffer.allocate(0);
        for (int at = HEADER; at + CHUNK_HEADER <= file.length; ) {
            String id = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            long stated = Integer.toUnsignedLong(in.getInt(at + 4));
            int length = (int) Math.min(stated, file.length - at - CHUNK_HEADER); // recorders leave the size open
            ByteBuffer content = in.slice(at + CHUNK_HEADER, length).order(ByteOrder.LITTLE_ENDIAN);
            if (id.equals("data")) {
                return format.capacity() < 16 || format.capacity() > LONGEST_FORMAT || length == 0
                        ? fail()
                        : written(format, content);
            }
            if (id.equals("fmt ")) {
                format = content;
            }
            at += CHUNK_HEADER + length + (length & 1);
        }
        return fail();
    }

    private static Voice fail() {
        throw Voice.broken();
    }

    private static Voice written(ByteBuffer format, ByteBuffer sound) {
        int length = HEADER + CHUNK_HEADER + format.capacity() + CHUNK_HEADER + sound.capacity();
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("RIFF")).putInt(length - CHUNK_HEADER).put(latin("WAVE"));
        out.put(latin("fmt ")).putInt(format.capacity()).put(format.duplicate());
        out.put(latin("data")).putInt(sound.capacity()).put(sound.duplicate());
        long perSecond = Integer.toUnsignedLong(format.getInt(BYTE_RATE));
        return new Voice(out.array(), Voice.seconds((double) sound.capacity() / perSecond));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private WavFile() {}
}
