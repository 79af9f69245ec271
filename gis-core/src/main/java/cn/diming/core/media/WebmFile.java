package cn.diming.core.media;

import java.nio.ByteBuffer;
import java.util.Set;

/** WebM (RFC 8794, Matroska): the one element after another, whether or not a browser knew their sizes when it wrote them. */
final class WebmFile {

    private static final long DURATION = 0x4489;
    private static final long TIME_SCALE = 0x2AD7B1;
    private static final long TRACK_TYPE = 0x83;
    private static final long CLUSTER_TIME = 0xE7;
    private static final long SIMPLE_BLOCK = 0xA3;
    private static final long BLOCK = 0xA1;
    /** Segment, Info, Tracks, TrackEntry, Cluster, BlockGroup: their content is looked at. */
    private static final Set<Long> MASTERS = Set.of(0x18538067L, 0x1549A966L, 0x1654AE6BL, 0xAEL, 0x1F43B675L, 0xA0L);

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
        WebmFile webm = new WebmFile(bytes);
        webm.walk();
        if (!webm.sound) {
            throw Voice.broken();
        }
        return new Voice(bytes, Voice.seconds(Math.max(webm.stated, webm.latest) * webm.scale / NANOS));
    }

    private void walk() {
        while (at < file.capacity()) {
            long id = number(false);
            long size = number(true);
            if (!MASTERS.contains(id)) {
                if (size < 0 || size > file.capacity() - at) {
                    return; // cut off while it was written: what came before can be played
                }
                element(id, (int) size);
                at += (int) size;
            }
        }
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
