package cn.diming.dataimport.shapefile;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads pieces of a file through one buffer: neighbouring pieces cost one read, far ones a seek. */
final class FileWindow implements Closeable {
    private static final int SIZE = 1 << 18;

    private final FileChannel channel;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(SIZE).limit(0);
    private long start;

    FileWindow(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = channel.size();
    }

    /** Bytes in the file, which no header can talk up. */
    long size() {
        return size;
    }

    /** The bytes at a position, little-endian; valid until the next call. The caller keeps within {@link #size()}. */
    ByteBuffer at(long position, int length) throws IOException {
        if (position < start || position + length > start + window.limit()) {
            fill(position, length);
        }
        return window.slice((int) (position - start), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void fill(long position, int length) throws IOException {
        if (window.capacity() < length) {
            window = ByteBuffer.allocate(length);
        }
        window.clear();
        start = position;
        while (window.hasRemaining() && channel.read(window, start + window.position()) > 0) {
            // until the window is full or the file ends
        }
        window.flip();
        if (window.limit() < length) {
            throw new EOFException();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
