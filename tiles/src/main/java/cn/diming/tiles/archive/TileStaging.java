package cn.diming.tiles.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The tiles of an archive that is being made, in a folder beside it: contents one after the other, each once, and an
 * index. What was written before a stop is found again, unless the plan differs.
 */
final class TileStaging implements AutoCloseable {
    private static final int RECORD = Long.BYTES + Long.BYTES + Integer.BYTES;
    private static final int FLUSH_EVERY = 1024;

    private final Path folder;
    private final Map<String, Entry> known = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final DataOutputStream index;
    private final BufferedOutputStream data;
    private long size;

    /** Content of a tile: where it is among the contents. */
    record Entry(long id, long offset, int length) {}

    private TileStaging(Path folder) throws IOException {
        this.folder = folder;
        recover();
        index = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(folder.resolve("index"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
        data = new BufferedOutputStream(
                Files.newOutputStream(dataFile(), StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16);
    }

    /**
     * Goes on with what is there, or begins.
     *
     * @param plan says what is exported from which state of the data; another plan begins anew
     */
    static TileStaging open(Path folder, String plan) throws IOException {
        Files.createDirectories(folder);
        Path note = folder.resolve("plan");
        if (!Files.exists(note) || !Files.readString(note).equals(plan)) {
            Files.deleteIfExists(folder.resolve("index"));
            Files.deleteIfExists(folder.resolve("data"));
            Files.writeString(note, plan);
        }
        return new TileStaging(folder);
    }

    /** Takes over whole records whose content is there, and cuts off what a stop left half written. */
    private void recover() throws IOException {
        Path indexFile = folder.resolve("index");
        if (Files.exists(indexFile) && Files.exists(dataFile())) {
            long available = Files.size(dataFile());
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(indexFile)));
                    FileChannel contents = FileChannel.open(dataFile())) {
                for (long left = Files.size(indexFile) / RECORD; left > 0; left--) {
                    Entry entry = new Entry(in.readLong(), in.readLong(), in.readInt());
                    if (entry.offset > size || entry.offset + entry.length > available) {
                        break;
                    }
                    entries.add(entry);
                    if (entry.offset == size) {
                        known.put(hash(read(contents, entry)), entry);
                        size += entry.length;
                    }
                }
            }
            truncate(indexFile, (long) entries.size() * RECORD);
            truncate(dataFile(), size);
        }
    }

    private static byte[] read(FileChannel contents, Entry entry) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(entry.length);
        while (buffer.hasRemaining() && contents.read(buffer, entry.offset + buffer.position()) >= 0) {
            // until the content is whole
        }
        return buffer.array();
    }

    private static void truncate(Path file, long length) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(length);
        }
    }

    /** Number of the first tile that is still to be made. */
    long next() {
        return entries.isEmpty() ? 0 : entries.getLast().id + 1;
    }

    void put(long id, byte[] content) throws IOException {
        Entry same = known.get(hash(content));
        Entry entry = new Entry(id, same == null ? size : same.offset, content.length);
        if (same == null) {
            data.write(content);
            size += content.length;
            known.put(hash(content), entry);
        }
        index.writeLong(entry.id);
        index.writeLong(entry.offset);
        index.writeInt(entry.length);
        entries.add(entry);
        if (entries.size() % FLUSH_EVERY == 0) {
            flush();
        }
    }

    /** Contents first: an index record never speaks of what is not there. */
    private void flush() throws IOException {
        data.flush();
        index.flush();
    }

    /** In rising order of numbers; complete only after {@link #close}. */
    List<Entry> entries() {
        return entries;
    }

    int contents() {
        return known.size();
    }

    long size() {
        return size;
    }

    Path dataFile() {
        return folder.resolve("data");
    }

    void delete() throws IOException {
        for (String name : List.of("index", "data", "plan")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        index.close();
        data.close();
    }
}
