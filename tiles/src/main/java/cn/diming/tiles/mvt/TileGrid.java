package cn.diming.tiles.mvt;

/**
 * Longitude/latitude to the web-mercator square and back. The square is 2³¹ × 2³¹ world units (1.9 cm at the equator),
 * x growing eastward and y southward from 180° W, 85.0511° N, so that a tile is cut out by shifts alone and a vertex
 * shared by two features falls on the same spot in both.
 *
 * <p>CGCS2000 (EPSG:4490) is taken as WGS 84 here: they differ by centimetres, far less than a pixel.
 */
final class TileGrid {
    /** Where the square ends: the latitude at which mercator y equals half the equator. */
    static final double MAX_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

    /** Units along the side of a tile (MVT "extent"). */
    static final int EXTENT = 4096;

    static final double WORLD = 0x1p31;

    private TileGrid() {}

    static int worldX(double longitude) {
        return clamp((longitude + 180) / 360);
    }

    /** Latitudes beyond the limit fall on the edge of the square. */
    static int worldY(double latitude) {
        double limited = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
        double sine = Math.sin(Math.toRadians(limited));
        return clamp(0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
    }

    static double longitude(double worldX) {
        return worldX / WORLD * 360 - 180;
    }

    static double latitude(double worldY) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * worldY / WORLD))));
    }

    /** Side of a tile in world units. */
    static long span(int zoom) {
        return 1L << (31 - zoom);
    }

    /**
     * How far a tile looks beyond its edges, in world units: a sixteenth of its side, one cell of the thinning grid, so
     * that symbols and wide lines of the neighbours are not cut off.
     */
    static long margin(int zoom) {
        return span(zoom) / 16;
    }

    /**
     * How many of the lowest bits of a world coordinate say more than so many decimals of a degree: cutting them off
     * leaves steps that are at least as large, on any latitude.
     */
    static int bitsBelow(int decimals) {
        double step = WORLD / 360 / Math.pow(10, decimals);
        return Math.max(0, (int) Math.ceil(Math.log(step) / Math.log(2)));
    }

    private static int clamp(double fraction) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, Math.rint(fraction * WORLD)));
    }
}
