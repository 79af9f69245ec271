package cn.diming.core.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * WebM (RFC 8794, Matroska): one element after another, whether or not a browser knew their sizes when it wrote them. What is not
 * needed to play the sound becomes void, and what was cut off or hangs on behind is not kept.
 */
final class WebmFile {

    private static final long DURATION = 0x4489;
    private static final long TIME_SCALE = 0x2AD7B1;
    private static final long TRACK_TYPE = 0x83;
    private static final long CLUSTER_TIME = 0xE7;
    private static final long SIMPLE_BLOCK = 0xA3;
    private static final long BLOCK = 0xA1;
    /** Segment, Info, Tracks, TrackEntry, Cluster, BlockGroup: their content is looked at. */
    private static final Set<Long> MASTERS = Set.of(0x18538067L, 0x1549A966L, 0x1654AE6BL, 0xAEL, 0x1F43B675L, 0xA0L);

    private static final long MUXING_APP = 0x4D80;
    private static final long WRITING_APP = 0x5741;
    private static final long CODEC_PRIVATE = 0x63A2;
    /** EBML, SeekHead, Cues, Void; of tracks number, UID, codec, audio, delays, flags; of clusters position, size, times. */
    private static final Set<Long> KEPT = Set.of(
            0x1A45DFA3L,
            0x114D9B74L,
            0x1C53BB6BL,
            DURATION,
            TIME_SCALE,
            TRACK_TYPE,
            0xD7L,
            0x73C5L,
            0x86L,
            CODEC_PRIVATE,
            0xE1L,
            0x56AAL,
            0x56BBL,
            0x9CL,
            0x88L,
            0xB9L,
            0x23E383L,
            CLUSTER_TIME,
            SIMPLE_BLOCK,
            BLOCK,
            0xA7L,
            0xABL,
            0x9BL,
            0xFBL,
            0x75A2L);

    private static final byte VOID = (byte) 0xEC;
    /** A void of this length or more has a size of eight bytes. */
    private static final int LONG_VOID = 9;

    private static final int VIDEO = 1;
    private static final int AUDIO = 2;
    private static final int NANOS = 1_000_000_000;

    private final ByteBuffer file;
    private int at;
    private boolean sound;
    private double scale = 1_000_000; // nanoseconds
    private double stated;
    private long cluster;
    private long latest;

    private WebmFile(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
    }

    static Voice clean(byte[] bytes) {
        WebmFile webm = new WebmFile(bytes.clone());
        int end = webm.walk();
        if (!webm.sound) {
            throw Voice.broken();
        }
        return new Voice(
                Arrays.copyOf(webm.file.array(), end),
                Voice.seconds(Math.max(webm.stated, webm.latest) * webm.scale / NANOS));
    }

    /** @return where what is kept ends */
    private int walk() {
        while (at < file.capacity()) {
            int begin = at;
            long id = number(false);
            long size = number(true);
            if (!MASTERS.contains(id)) {
                if (size < 0 || size > file.capacity() - at) {
                    return begin; // cut off while it was written: what came before can be played
                }
                element(id, (int) size);
                clean(id, begin, (int) size);
                at += (int) size;
            }
        }
        return at;
    }

    private void clean(long id, int begin, int size) {
        if (id == MUXING_APP || id == WRITING_APP) {
            fill(at, at + size, (byte) ' ');
        } else if (id == CODEC_PRIVATE) {
            blankVorbis(size);
        } else if (!KEPT.contains(id)) {
            int length = at + size - begin;
            file.put(begin, VOID);
            if (length < LONG_VOID) {
                file.put(begin + 1, (byte) (0x80 | length - 2));
                fill(begin + 2, begin + length, (byte) 0);
            } else {
                file.putLong(begin + 1, 1L << 56 | length - LONG_VOID);
                fill(begin + LONG_VOID, begin + length, (byte) 0);
            }
        }
    }

    /** Vorbis keeps its comments among what the decoder needs. */
    private void blankVorbis(int size) {
        String text = new String(file.array(), at, size, StandardCharsets.ISO_8859_1);
        int comments = text.indexOf("\3vorbis");
        int setup = text.indexOf("\5vorbis");
        if (comments >= 0 && setup > comments) {
            int from = at + comments;
            new CommentHeader(file.array(), i -> from + i, setup - comments).blank("\3vorbis".length());
        }
    }

    private void fill(int from, int to, byte with) {
        Arrays.fill(file.array(), from, to, with);
    }

    private void element(long id, int size) {
        if (id == DURATION) {
            stated = size == 4 ? file.getFloat(at) : file.getDouble(at);
        } else if (id == TIME_SCALE) {
            scale = unsigned(size);
        } else if (id == TRACK_TYPE) {
            track(unsigned(size));
        } else if (id == CLUSTER_TIME) {
            cluster = unsigned(size);
            latest = Math.max(latest, cluster);
        } else if ((id == SIMPLE_BLOCK || id == BLOCK) && size > 4) {
            latest = Math.max(latest, cluster + file.getShort(at + 1));
        }
    }

    private void track(long type) {
        if (type == VIDEO) {
            throw Voice.film();
        }
        sound |= type == AUDIO;
    }

    private long unsigned(int size) {
        long value = 0;
        for (int i = 0; i < Math.min(size, 8); i++) {
            value = value << 8 | file.get(at + i) & 0xff;
        }
        return value;
    }

    /** A number whose first byte tells its length; identifiers keep the marker bit. -1 stands for a size that was not known. */
    private long number(boolean isSize) {
        int first = file.get(at) & 0xff;
        int length = Integer.numberOfLeadingZeros(first) - 23;
        if (length > 8) {
            throw Voice.broken();
        }
        long value = isSize ? first & (0xff >> length) : first;
        boolean unknown = value == 0xff >> length;
        for (int i = 1; i < length; i++) {
            int next = file.get(at + i) & 0xff;
            unknown &= next == 0xff;
            value = value << 8 | next;
        }
        at += length;
        return isSize && unknown ? -1 : value;
    }
}
