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
    private static final int EXTENDED_FLAG = 1 << 5;
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

    /** @throws IllegalArgumentException with a Chinese sentence when the bytes are no GeoPackage geometry */
    public static Geometry read(byte[] blob) {
        int start = HEADER + envelopeBytes(blob);
        try {
            return new WKBReader(Geometries.FACTORY).read(Arrays.copyOfRange(blob, start, blob.length));
        } catch (ParseException | RuntimeException | StackOverflowError broken) {
            throw new IllegalArgumentException("不是 GeoPackage 几何：WKB 已损坏", broken);
        }
    }

    /**
     * The box, from the header where that tells it and else from the geometry; a null envelope for an empty geometry.
     *
     * @throws IllegalArgumentException see {@link #read(byte[])}
     */
    public static Envelope envelope(byte[] blob) {
        int bytes = envelopeBytes(blob);
        if ((blob[3] & EMPTY_FLAG) != 0) {
            return new Envelope();
        }
        double[] box = new double[4];
        ByteBuffer header = ByteBuffer.wrap(blob)
                .order((blob[3] & LITTLE_ENDIAN_FLAG) != 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < box.length && bytes > 0; i++) {
            box[i] = header.getDouble(HEADER + 8 * i);
        }
        // Some writers mark an empty geometry by an envelope of NaN only.
        boolean told = bytes > 0 && Arrays.stream(box).noneMatch(Double::isNaN);
        return told ? new Envelope(box[0], box[1], box[2], box[3]) : read(blob).getEnvelopeInternal();
    }

    private static int envelopeBytes(byte[] blob) {
        if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
            throw new IllegalArgumentException("不是 GeoPackage 几何：没有 GP 文件头");
        }
        if (blob[2] != 0 || (blob[3] & EXTENDED_FLAG) != 0) {
            throw new IllegalArgumentException("不支持的 GeoPackage 几何：版本不是 1，或属于扩展几何类型");
        }
        int code = (blob[3] >> 1) & 7;
        if (code >= ENVELOPE_BYTES.length || blob.length < HEADER + ENVELOPE_BYTES[code]) {
            throw new IllegalArgumentException("不是 GeoPackage 几何：范围代码 " + code + " 无效或数据不完整");
        }
        return ENVELOPE_BYTES[code];
    }

    private GeoPackageBlob() {}
}
