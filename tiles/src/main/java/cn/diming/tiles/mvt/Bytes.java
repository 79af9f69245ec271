package cn.diming.tiles.mvt;

import java.util.Arrays;

/** A growing buffer that speaks protocol-buffer wire format. */
final class Bytes {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;

    private byte[] buffer = new byte[1024];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(buffer, size);
    }

    private void reserve(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    void varint(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            buffer[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    /** Small numbers of either sign become small varints. */
    void zigzag(int value) {
        varint(((value << 1) ^ (value >> 31)) & 0xffffffffL);
    }

    void fixed64(long value) {
        reserve(8);
        for (int shift = 0; shift < 64; shift += 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
    }

    void field(int number, int wireType) {
        varint((long) number << 3 | wireType);
    }

    void raw(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    void block(int number, byte[] bytes) {
        field(number, LENGTH);
        varint(bytes.length);
        raw(bytes);
    }

    void block(int number, Bytes other) {
        field(number, LENGTH);
        varint(other.size);
        append(other);
    }

    void append(Bytes other) {
        reserve(other.size);
        System.arraycopy(other.buffer, 0, buffer, size, other.size);
        size += other.size;
    }
}
