package cn.diming.core.media;

import java.util.function.IntUnaryOperator;

/**
 * The comments of Vorbis and Opus (RFC 7845, 5.2): who sang where, and whole pictures. Their words become blanks; lengths stay, so
 * nothing else moves.
 *
 * @param place where the byte of the packet with a number stands in the file
 * @param length of the packet
 */
record CommentHeader(byte[] file, IntUnaryOperator place, int length) {

    private static final int MOST = 10_000;

    /** @param at where in the packet the vendor's name begins: after its length */
    void blank(int at) {
        int next = blankOne(at);
        int count = next + 4 > length ? 0 : number(next);
        next += 4;
        for (int i = 0; i < Math.min(count, MOST) && next + 4 <= length && next >= 0; i++) {
            next = blankOne(next);
        }
        for (int rest = Math.max(next, 0); rest < length - 1; rest++) {
            file[place.applyAsInt(rest)] = 0; // padding, where anything may hide; the last byte is Vorbis' framing bit
        }
    }

    private int blankOne(int at) {
        if (at + 4 > length) {
            throw Voice.broken();
        }
        int size = number(at);
        if (size < 0 || size > length - at - 4) {
            throw Voice.broken();
        }
        for (int i = at + 4; i < at + 4 + size; i++) {
            file[place.applyAsInt(i)] = ' ';
        }
        return at + 4 + size;
    }

    private int number(int at) {
        int value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | file[place.applyAsInt(at + i)] & 0xff;
        }
        return value;
    }
}
