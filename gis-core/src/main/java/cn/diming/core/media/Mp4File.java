package cn.diming.core.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** MP4 (ISO/IEC 14496-12): boxes with notes, among them where it was recorded, are blanked; their room stays, offsets point over it. */
final class Mp4File {

    private static final int BOX_HEADER = 8;
    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia");
    private static final Set<String> NOTES = Set.of("udta", "meta", "uuid", "free", "skip");

    private final ByteBuffer file;
    private boolean sound;
    private boolean data;
    private double seconds;

    private Mp4File(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
    }

    static Voice clean(byte[] bytes) {
        Mp4File mp4 = new Mp4File(bytes.clone());
        mp4.walk(0, bytes.length);
        if (!mp4.sound || !mp4.data) {
            throw Voice.broken();
        }
        return new Voice(mp4.file.array(), Voice.seconds(mp4.seconds));
    }

    private void walk(int from, int to) {
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
            box(at, header, (int) size);
            at += (int) size;
        }
    }

    private void box(int at, int header, int size) {
        String type = text(at + 4);
        int content = at + header;
        if (CONTAINERS.contains(type)) {
            walk(content, at + size);
        } else if (NOTES.contains(type)) {
            blank(at, content, at + size);
        } else if (type.equals("mdat")) {
            data = true;
        } else if (type.equals("hdlr")) {
            handler(text(content + 8));
        } else if (type.equals("mvhd")) {
            length(content);
        }
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

    private void blank(int at, int content, int end) {
        file.put(at + 4, "free".getBytes(StandardCharsets.ISO_8859_1));
        for (int i = content; i < end; i++) {
            file.put(i, (byte) 0);
        }
    }

    private String text(int at) {
        byte[] four = new byte[4];
        file.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
