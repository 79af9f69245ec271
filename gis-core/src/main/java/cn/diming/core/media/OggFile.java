package cn.diming.core.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ogg (RFC 3533) with Opus or Vorbis: only whole pages are kept. */
final class OggFile {

    private static final int PAGE_HEADER = 27;
    private static final int OPUS_RATE = 48_000;
    private static final int LEAST_PAGES = 2;

    static Voice clean(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        int pages = 0;
        long granule = 0;
        while (at + PAGE_HEADER <= file.length && latin(file, at, 4).equals("OggS")) {
            int segments = file[at + 26] & 0xff;
            int body = at + PAGE_HEADER + segments;
            int end = body;
            for (int i = at + PAGE_HEADER; i < body; i++) {
                end += file[i] & 0xff;
            }
            if (end > file.length) {
                break;
            }
            if (latin(file, body, Math.min(8, end - body)).contains("theora")) {
                throw Voice.film();
            }
            granule = Math.max(granule, in.getLong(at + 6));
            at = end;
            pages++;
        }
        if (pages < LEAST_PAGES) {
            throw Voice.broken();
        }
        return new Voice(Arrays.copyOf(file, at), Voice.seconds(seconds(in, granule)));
    }

    /** The first page holds the codec's header: Opus counts at 48 kHz after what it skips, Vorbis at its own rate. */
    private static double seconds(ByteBuffer in, long granule) {
        int header = PAGE_HEADER + (in.get(26) & 0xff);
        boolean opus = in.get(header) == 'O';
        return opus
                ? (granule - (double) (in.getShort(header + 10) & 0xffff)) / OPUS_RATE
                : granule / (double) Integer.toUnsignedLong(in.getInt(header + 12));
    }

    private static String latin(byte[] file, int from, int length) {
        return new String(file, from, length, StandardCharsets.ISO_8859_1);
    }

    private OggFile() {}
}
