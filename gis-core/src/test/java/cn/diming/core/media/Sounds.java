package cn.diming.core.media;

import static cn.diming.core.media.Pictures.joined;
import static cn.diming.core.media.Pictures.latin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Recordings made for tests: silent, but well-formed as far as it matters. */
final class Sounds {

    private static final int RATE = 8000;

    static byte[] wav(double seconds, byte[] further) {
        int bytes = (int) (seconds * RATE);
        ByteBuffer out = ByteBuffer.allocate(44 + further.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("RIFF")).putInt(out.capacity() - 8).put(latin("WAVE"));
        out.put(latin("fmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE);
        out.putShort((short) 1)
                .putShort((short) 8)
                .put(further)
                .put(latin("data"))
                .putInt(bytes);
        return out.array();
    }

    /** MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes, 26.1 ms a frame. */
    static byte[] mp3(int frames) {
        ByteBuffer out = ByteBuffer.allocate(frames * 417);
        for (int i = 0; i < frames; i++) {
            out.position(i * 417)
                    .put((byte) 0xff)
                    .put((byte) 0xfb)
                    .put((byte) 0x90)
                    .put((byte) 0);
        }
        return out.array();
    }

    static byte[] opus(double seconds) {
        return joined(
                page(0, joined(latin("OpusHead"), new byte[] {1, 1, 0x38, 1, 0, 0, 0, 0, 0, 0, 0})),
                page(312 + (long) (seconds * 48_000), new byte[100]));
    }

    private static byte[] page(long granule, byte[] body) {
        ByteBuffer out = ByteBuffer.allocate(28 + body.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("OggS"))
                .putShort((short) 0)
                .putLong(granule)
                .putInt(7)
                .putInt(0)
                .putInt(0);
        return out.put((byte) 1).put((byte) body.length).put(body).array();
    }

    static byte[] m4a(int seconds, String handler) {
        ByteBuffer header = ByteBuffer.allocate(24);
        header.putInt(12, 1000).putInt(16, seconds * 1000);
        byte[] place = box("udta", latin("\u00a9xyz+23.0000+113.0000/"));
        byte[] track = box("trak", box("mdia", box("hdlr", joined(new byte[8], latin(handler), new byte[4]))));
        return joined(
                box("ftyp", latin("M4A \0\0\0\0M4A mp42")),
                box("moov", joined(box("mvhd", header.array()), track, place)),
                box("mdat", new byte[500]));
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(latin(type))
                .put(content)
                .array();
    }

    /** As browsers record: sizes of the segment and of the cluster not known, no duration; one block each 100 ms. */
    static byte[] webm(int blocks, int trackType) {
        byte[] type = element(0x83, new byte[] {(byte) trackType});
        byte[] out = joined(
                bytes(0x1A45DFA3L),
                new byte[] {(byte) 0x87},
                bytes(0x4282),
                new byte[] {(byte) 0x84},
                latin("webm"),
                bytes(0x18538067L),
                unknown(),
                bytes(0x1654AE6BL),
                new byte[] {(byte) (0x80 | type.length + 2)},
                element(0xAE, type),
                bytes(0x1F43B675L),
                unknown(),
                element(0xE7, new byte[] {0}));
        for (int i = 0; i < blocks; i++) {
            int time = i * 100;
            out = joined(out, element(0xA3, new byte[] {(byte) 0x81, (byte) (time >> 8), (byte) time, 0, 1, 2, 3}));
        }
        return out;
    }

    private static byte[] element(long id, byte[] content) {
        return joined(bytes(id), new byte[] {(byte) (0x80 | content.length)}, content);
    }

    private static byte[] bytes(long id) {
        int length = (71 - Long.numberOfLeadingZeros(id)) / 8;
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (id >> 8 * (length - 1 - i));
        }
        return bytes;
    }

    private static byte[] unknown() {
        return new byte[] {1, -1, -1, -1, -1, -1, -1, -1};
    }

    private Sounds() {}
}
