package cn.diming.tiles.mvt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The bytes of one vector tile, ready to be sent. The arrays are shared by all readers and must not be changed. */
public final class Tile {
    /** Media type of a vector tile. */
    public static final String MEDIA_TYPE = "application/vnd.mapbox-vector-tile";

    private final byte[] bytes;
    private final byte[] gzip;
    private final String etag;

    private Tile(byte[] bytes) {
        this.bytes = bytes;
        this.gzip = bytes.length == 0 ? bytes : compress(bytes);
        this.etag = "W/" + etagOf(bytes);
    }

    static Tile of(byte[] bytes) {
        return new Tile(bytes);
    }

    /** The strong entity tag of some bytes, with its quotes. */
    public static String etagOf(byte[] bytes) {
        return "\"%016x\"".formatted(ContentHash.of(bytes));
    }

    /** The tile as it is; no bytes if nothing is drawn there. */
    public byte[] bytes() {
        return bytes;
    }

    /** The same compressed for {@code Content-Encoding: gzip}; no bytes for an empty tile, which goes out as it is. */
    public byte[] gzip() {
        return gzip;
    }

    /**
     * Entity tag with its quotes, a hash of the bytes: a tile built anew with the same content keeps it. It is weak
     * because the plain and the compressed form share it.
     */
    public String etag() {
        return etag;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Level 1: the higher levels save 4–6 % of the bytes for up to three times the work. */
    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (GZIPOutputStream gzip = new FastGzip(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
