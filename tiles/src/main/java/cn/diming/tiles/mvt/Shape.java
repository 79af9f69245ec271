package cn.diming.tiles.mvt;

import java.util.Arrays;

/** A line or polygon with its simplified forms. */
final class Shape {
    final long id;
    final int rank;
    final int firstZoom;
    final int[] values;
    final Box box;
    private final int[][] bands;

    /** @param bands a {@link WorldPath} for each of the {@link Bands}; the last, complete one is not empty */
    Shape(long id, int rank, int firstZoom, int[] values, int[][] bands) {
        this.id = id;
        this.rank = rank;
        this.firstZoom = firstZoom;
        this.values = values;
        this.bands = bands;
        this.box = Box.of(bands[Bands.FULL]);
    }

    int[] path(int band) {
        return bands[band];
    }

    int[] fullPath() {
        return bands[Bands.FULL];
    }

    Shape withBands(int[][] others) {
        return new Shape(id, rank, firstZoom, values, others);
    }

    /** Size for the smallest-first rules: the longer side of the box in world units. */
    long size() {
        return Math.max(box.maxX() - box.minX(), box.maxY() - box.minY());
    }

    boolean looksLike(Shape other) {
        return rank == other.rank && Arrays.equals(values, other.values);
    }
}
