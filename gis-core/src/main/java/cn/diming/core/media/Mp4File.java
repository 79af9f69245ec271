package cn.diming.core.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * MP4 (ISO/IEC 14496-12): boxes that are not needed to play the sound are blanked, among them where and when it was recorded; their
 * room stays, offsets point over it.
 */
final class Mp4File {

    private static final int BOX_HEADER = 8;
    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "moof", "traf", "mvex", "edts");
    /** What players read; everything else is blanked. */
    private static final Set<String> KEPT = Set.of(
            "ftyp", "styp", "mdat", "sidx", "mvhd", "tkhd", "mdhd", "hdlr", "minf", "elst", "mehd", "trex", "mfhd",
            "tfhd", "tfdt", "trun", "mfra");
    /** Boxes that begin with when it was made and changed. */
    private static final Set<String> DATED = Set.of("mvhd", "tkhd", "mdhd");
    /** As deep as sound goes, with room. */
    private static final int DEEPEST = 8;
    /** A handler's name stands after so many bytes of its content. */
    private static final int HANDLER_NAME = 24;

    private final ByteBuffer file;
    private boolean sound;
    private boolean data;
    private double seconds;

    private Mp4File(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
    }

    static Voice clean(byte[] bytes) {
        Mp4File mp4 = new Mp4File(bytes.clone());
        int end = mp4.walk(0, bytes.length, 0);
        if (!mp4.sound || !mp4.data) {
            throw Voice.broken();
        }
        return new Voice(Arrays.copyOf(mp4.file.array(), end), Voice.seconds(mp4.seconds));
    }

    /** @return where the last box ends */
    private int walk(int from, int to, int depth) {
        if (depth > DEEPEST) {
            throw Voice.broken();
        }
        int at = from;
        while (at + BOX_HEADER <= to) {
            long size = Integer.toUnsignedLong(file.getInt(at));
            int header = BOX_HEADER;
            if (size == 1) {
                size = file.getLong(at + BOX_HEADER);
                header = 2 * BOX_HEADER;
            }
            size = size == 0 ? to - at : size;
            if (size < header || size > to - at) {
                throw Voice.broken();
            }
            box(at, header, (int) size, depth);
            at += (int) size;
        }
        return at;
    }

    private void box(int at, int header, int size, int depth) {
        String type = text(at + 4);
        int content = at + header;
        int end = at + size;
        if (CONTAINERS.contains(type)) {
            int last = walk(content, end, depth + 1);
            zero(last, end);
        } else if (!KEPT.contains(type)) {
            file.put(at + 4, "free".getBytes(StandardCharsets.ISO_8859_1));
            zero(content, end);
        } else if (type.equals("mdat")) {
            data = true;
        } else if (type.equals("hdlr")) {
            handler(text(content + 8));
            zero(Math.min(content + HANDLER_NAME, end), end);
        } else if (DATED.contains(type)) {
            undate(type, content);
        }
    }

    private void undate(String type, int content) {
        if (type.equals("mvhd")) {
            length(content);
        }
        zero(content + 4, content + (file.get(content) == 1 ? 20 : 12));
    }

    private void handler(String kind) {
        if (kind.equals("vide")) {
            throw Voice.film();
        }
        sound |= kind.equals("soun");
    }

    /** A fragmented file leaves the length open: 0. */
    private void length(int content) {
        boolean wide = file.get(content) == 1;
        long scale = Integer.toUnsignedLong(file.getInt(content + (wide ? 20 : 12)));
        long units = wide ? file.getLong(content + 24) : Integer.toUnsignedLong(file.getInt(content + 16));
        seconds = (double) units / scale;
    }

    private void zero(int from, int to) {
        for (int i = from; i < to; i++) {
            file.put(i, (byte) 0);
        }
    }

    private String text(int at) {
        byte[] four = new byte[4];
        file.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
