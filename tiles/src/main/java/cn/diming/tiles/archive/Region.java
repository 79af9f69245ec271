package cn.diming.tiles.archive;

import cn.diming.tiles.mvt.TileCoord;
import java.util.function.LongConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Which tiles an archive holds: those that touch an area, at some zooms. */
public final class Region {
    private final PreparedGeometry area;
    private final Envelope bounds;
    private final int minZoom;
    private final int maxZoom;

    /**
     * @param area longitude/latitude (EPSG:4490), not empty
     * @throws IllegalArgumentException if the zooms are none of 0 … 22 or in the wrong order
     */
    public Region(Geometry area, int minZoom, int maxZoom) {
        if (minZoom < 0 || maxZoom > TileCoord.MAX_ZOOM || minZoom > maxZoom) {
            throw new IllegalArgumentException(
                    "级别应在 0 到 %d 之间，且先小后大：%d-%d".formatted(TileCoord.MAX_ZOOM, minZoom, maxZoom));
        }
        if (area.isEmpty()) {
            throw new IllegalArgumentException("导出范围是空的");
        }
        this.area = PreparedGeometryFactory.prepare(area);
        this.bounds = area.getEnvelopeInternal();
        this.minZoom = minZoom;
        this.maxZoom = maxZoom;
    }

    /** A rectangle. */
    public static Region of(Envelope box, int minZoom, int maxZoom) {
        return new Region(new GeometryFactory().toGeometry(box), minZoom, maxZoom);
    }

    public Envelope bounds() {
        return bounds;
    }

    public int minZoom() {
        return minZoom;
    }

    public int maxZoom() {
        return maxZoom;
    }

    /** Differs for another area. */
    String fingerprint() {
        return Integer.toHexString(area.getGeometry().toText().hashCode());
    }

    /** Number of tiles. */
    public long count() {
        long[] count = {0};
        eachFrom(0, id -> count[0]++);
        return count[0];
    }

    /** The numbers of the tiles from one on, in rising order; none is kept in memory. */
    void eachFrom(long first, LongConsumer work) {
        for (int zoom = minZoom; zoom <= maxZoom; zoom++) {
            descend(0, 0, zoom, first, work);
        }
    }

    /** Goes down the Hilbert curve: what lies before {@code first} or outside the area is passed over as a whole. */
    private void descend(int level, long place, int zoom, long first, LongConsumer work) {
        int below = zoom - level;
        long last = Hilbert.firstOf(zoom) + ((place + 1) << (2 * below)) - 1;
        if (last < first || !touches(Hilbert.tile(level, place))) {
            return;
        }
        if (below == 0) {
            work.accept(last);
            return;
        }
        for (int child = 0; child < 4; child++) {
            descend(level + 1, 4 * place + child, zoom, first, work);
        }
    }

    private boolean touches(TileCoord tile) {
        Envelope box = tile.bounds();
        return bounds.intersects(box)
                && area.intersects(area.getGeometry().getFactory().toGeometry(box));
    }
}
