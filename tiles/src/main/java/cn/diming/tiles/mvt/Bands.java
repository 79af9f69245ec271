package cn.diming.tiles.mvt;

/**
 * The zoom bands for which lines and polygons are simplified beforehand. A tile takes the first band at or above its
 * zoom; deeper tiles than the last band magnify it.
 */
final class Bands {
    private static final int[] ZOOMS = {8, 10, 12, 14, 16, 19};
    static final int COUNT = ZOOMS.length;

    /** The band that keeps every vertex: world units are finer than its tile units. */
    static final int FULL = COUNT - 1;

    private Bands() {}

    static int of(int zoom) {
        int band = 0;
        while (band < FULL && ZOOMS[band] < zoom) {
            band++;
        }
        return band;
    }

    /** Lowest zoom that takes this band. */
    static int firstZoom(int band) {
        return band == 0 ? 0 : ZOOMS[band - 1] + 1;
    }

    /** Highest zoom that takes this band. */
    static int lastZoom(int band) {
        return band == FULL ? TileCoord.MAX_ZOOM : ZOOMS[band];
    }

    /** How far a simplified line may stray, in world units: half a pixel of a 256-pixel tile at the band's zoom. */
    static double tolerance(int band) {
        return TileGrid.span(ZOOMS[band]) / 512.0;
    }
}
