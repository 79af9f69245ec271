package cn.diming.core.boundary;

/**
 * A lasting object from which a marker is found again (方位物).
 *
 * @param bearingDegrees from the marker to the object, from true north, clockwise, 0 to 360
 * @param distanceMetres from the marker to the object
 */
public record Witness(String description, double bearingDegrees, double distanceMetres) {

    /** Fewer do not fix a marker that is lost. */
    public static final int FEWEST = 3;

    private static final double FARTHEST_METRES = 10_000;

    /** @throws IllegalArgumentException in Chinese */
    public Witness {
        if (description.isBlank() || description.length() > 100) {
            throw new IllegalArgumentException("方位物应有 1 至 100 字的描述");
        }
        if (!(bearingDegrees >= 0 && bearingDegrees < 360)) {
            throw new IllegalArgumentException("方位物的方位角应在 0 至 360 度之间：" + bearingDegrees);
        }
        if (!(distanceMetres > 0 && distanceMetres <= FARTHEST_METRES)) {
            throw new IllegalArgumentException("方位物的距离应在 0 至 10000 米之间：" + distanceMetres);
        }
    }
}
