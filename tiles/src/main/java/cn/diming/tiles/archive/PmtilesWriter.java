package cn.diming.tiles.archive;

import cn.diming.tiles.mvt.Gzip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.locationtech.jts.geom.Coordinate;

/** Writes PMTiles, version 3 of its specification: header, root directory, metadata, leaf directories, contents. */
final class PmtilesWriter {
    private static final int HEADER = 127;
    /** Header and root directory must fit the first 16 KiB. */
    private static final int LARGEST_ROOT = 16_384 - HEADER;

    private static final int SMALLEST_LEAF = 4096;
    private static final byte GZIP = 2;
    private static final byte MVT = 1;
    private static final double DEGREE = 1e7;

    /** Equal neighbours on the curve are one entry. */
    private record Run(long id, long offset, int length, int count) {}

    private PmtilesWriter() {}

    static void write(TileStaging tiles, ArchiveNotes notes, Path file) throws IOException {
        List<Run> runs = runs(tiles.entries());
        byte[] metadata = Gzip.compress(notes.json().getBytes(StandardCharsets.UTF_8), Deflater.BEST_COMPRESSION);
        Directories directories = directories(runs);
        ByteBuffer header = header(tiles, notes, runs, directories, metadata);
        try (FileChannel out = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                FileChannel contents = FileChannel.open(tiles.dataFile())) {
            for (ByteBuffer part : List.of(
                    header, directories.root.duplicate(), ByteBuffer.wrap(metadata), directories.leaves.duplicate())) {
                while (part.hasRemaining()) {
                    out.write(part);
                }
            }
            for (long done = 0; done < tiles.size(); ) {
                done += contents.transferTo(done, tiles.size() - done, out);
            }
            out.force(true);
        }
    }

    private static List<Run> runs(List<TileStaging.Entry> entries) {
        List<Run> runs = new ArrayList<>();
        for (TileStaging.Entry entry : entries) {
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.id + last.count == entry.id() && last.offset == entry.offset()) {
                runs.set(runs.size() - 1, new Run(last.id, last.offset, last.length, last.count + 1));
            } else {
                runs.add(new Run(entry.id(), entry.offset(), entry.length(), 1));
            }
        }
        return runs;
    }

    private record Directories(ByteBuffer root, ByteBuffer leaves) {
        Directories(byte[] root, byte[] leaves) {
            this(ByteBuffer.wrap(root), ByteBuffer.wrap(leaves));
        }
    }

    /** One directory if it fits, else a root that points to leaves, larger ones until it fits. */
    private static Directories directories(List<Run> runs) throws IOException {
        byte[] single = directory(runs);
        if (single.length <= LARGEST_ROOT) {
            return new Directories(single, new byte[0]);
        }
        for (int size = SMALLEST_LEAF; ; size += size / 5) {
            ByteArrayOutputStream leaves = new ByteArrayOutputStream();
            List<Run> pointers = new ArrayList<>();
            for (int at = 0; at < runs.size(); at += size) {
                byte[] leaf = directory(runs.subList(at, Math.min(runs.size(), at + size)));
                pointers.add(new Run(runs.get(at).id, leaves.size(), leaf.length, 0));
                leaves.write(leaf);
            }
            byte[] root = directory(pointers);
            if (root.length <= LARGEST_ROOT) {
                return new Directories(root, leaves.toByteArray());
            }
        }
    }

    private static byte[] directory(List<Run> runs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, runs.size());
        long previous = 0;
        for (Run run : runs) {
            varint(out, run.id - previous);
            previous = run.id;
        }
        for (Run run : runs) {
            varint(out, run.count);
        }
        for (Run run : runs) {
            varint(out, run.length);
        }
        long expected = -1;
        for (Run run : runs) {
            varint(out, run.offset == expected ? 0 : run.offset + 1);
            expected = run.offset + run.length;
        }
        return Gzip.compress(out.toByteArray(), Deflater.BEST_COMPRESSION);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static ByteBuffer header(
            TileStaging tiles, ArchiveNotes notes, List<Run> runs, Directories directories, byte[] metadata) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
        long at = HEADER;
        for (long length :
                new long[] {directories.root.remaining(), metadata.length, directories.leaves.remaining(), tiles.size()
                }) {
            header.putLong(at).putLong(length);
            at += length;
        }
        header.putLong(tiles.entries().size()).putLong(runs.size()).putLong(tiles.contents());
        header.put((byte) 1).put(GZIP).put(GZIP).put(MVT);
        header.put((byte) notes.minZoom()).put((byte) notes.maxZoom());
        position(header, notes.bounds().getMinX(), notes.bounds().getMinY());
        position(header, notes.bounds().getMaxX(), notes.bounds().getMaxY());
        Coordinate centre = notes.bounds().centre();
        header.put((byte) Math.min(notes.maxZoom(), notes.minZoom() + 2));
        position(header, centre.x, centre.y);
        return header.flip();
    }

    private static void position(ByteBuffer header, double longitude, double latitude) {
        header.putInt((int) Math.round(longitude * DEGREE)).putInt((int) Math.round(latitude * DEGREE));
    }
}
