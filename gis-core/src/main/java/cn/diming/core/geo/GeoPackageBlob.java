package cn.diming.core.geo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Geometry as a GeoPackage keeps it: "GP", version, flags, reference system, perhaps an envelope, then WKB (GeoPackage
 * 1.3, clause 2.1.3). We write EPSG:4490 and an envelope for everything but points.
 */
public final class GeoPackageBlob {

    private static final int HEADER = 8;
    private static final int LITTLE_ENDIAN_FLAG = 1;
    private static final int ENVELOPE_XY_FLAG = 1 << 1;
    private static final int EMPTY_FLAG = 1 << 4;
    /** Bytes of the envelope for each envelope code; codes above 4 are not allowed. */
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    public static byte[] write(Geometry geometry) {
        boolean withEnvelope = !(geometry instanceof Point) && !geometry.isEmpty();
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        ByteBuffer blob = ByteBuffer.allocate(HEADER + (withEnvelope ? 32 : 0) + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        int flags = LITTLE_ENDIAN_FLAG | (withEnvelope ? ENVELOPE_XY_FLAG : 0) | (geometry.isEmpty() ? EMPTY_FLAG : 0);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) flags).putInt(Geometries.SRID);
        if (withEnvelope) {
            Envelope box = geometry.getEnvelopeInternal();
            blob.putDouble(box.getMinX())
                    .putDouble(box.getMaxX())
                    .putDouble(box.getMinY())
                    .putDouble(box.getMaxY());
        }
        return blob.put(wkb).array();
    }

    /** @throws IllegalArgumentException when the bytes are no GeoPackage geometry */
    public static Geometry read(byte[] blob) {
        int start = HEADER + envelopeBytes(blob);
        try {
            return new WKBReader(Geometries.FACTORY).read(Arrays.copyOfRange(blob, start, blob.length));
        } catch (ParseException | RuntimeException broken) {
            throw new IllegalArgumentException("not a GeoPackage geometry: broken WKB", broken);
        }
    }

    /** The box without reading the whole geometry where the header tells it; null envelope for an empty geometry. */
    public static Envelope envelope(byte[] blob) {
        int bytes = envelopeBytes(blob);
        if ((blob[3] & EMPTY_FLAG) != 0) {
            return new Envelope();
        }
        if (bytes == 0) {
            return read(blob).getEnvelopeInternal();
        }
        ByteBuffer header = ByteBuffer.wrap(blob)
                .order((blob[3] & LITTLE_ENDIAN_FLAG) != 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return new Envelope(
                header.getDouble(HEADER),
                header.getDouble(HEADER + 8),
                header.getDouble(HEADER + 16),
                header.getDouble(HEADER + 24));
    }

    private static int envelopeBytes(byte[] blob) {
        if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
            throw new IllegalArgumentException("not a GeoPackage geometry: no GP header");
        }
        int code = (blob[3] >> 1) & 7;
        if (code >= ENVELOPE_BYTES.length || blob.length < HEADER + ENVELOPE_BYTES[code]) {
            throw new IllegalArgumentException("not a GeoPackage geometry: envelope code " + code);
        }
        return ENVELOPE_BYTES[code];
    }

    private GeoPackageBlob() {}
}
