package cn.diming.core.geo;

/**
 * GCJ-02 and BD-09, the shifted coordinates of Chinese map platforms, by the widely published approximation. For exchange with
 * those platforms and for reading what came from them; never for measuring: over 100 m they stretch by up to 0.4 m. Arrays
 * hold longitude and latitude in degrees and are changed in place.
 */
public final class ShiftedCoordinates {

    private static final double A = 6_378_245.0;
    private static final double EE = 0.00669342162296594323;
    private static final double BD = Math.PI * 3000 / 180;
    /** Three rounds bring the inverse below a tenth of a millimetre. */
    private static final int ROUNDS = 5;

    public static void wgs84ToGcj02(double[] xy) {
        if (inChina(xy[0], xy[1])) {
            double x = xy[0];
            double y = xy[1];
            xy[0] = x + lonShift(x, y);
            xy[1] = y + latShift(x, y);
        }
    }

    public static void gcj02ToWgs84(double[] xy) {
        double x = xy[0];
        double y = xy[1];
        if (!inChina(x, y)) {
            return;
        }
        double[] guess = {x, y};
        double[] shifted = new double[2];
        for (int round = 0; round < ROUNDS; round++) {
            shifted[0] = guess[0];
            shifted[1] = guess[1];
            wgs84ToGcj02(shifted);
            guess[0] += x - shifted[0];
            guess[1] += y - shifted[1];
        }
        xy[0] = guess[0];
        xy[1] = guess[1];
    }

    public static void wgs84ToBd09(double[] xy) {
        wgs84ToGcj02(xy);
        gcj02ToBd09(xy);
    }

    public static void bd09ToWgs84(double[] xy) {
        double x = xy[0];
        double y = xy[1];
        if (!inChina(x, y)) {
            return;
        }
        double[] guess = {x - 0.0065, y - 0.006};
        double[] shifted = new double[2];
        for (int round = 0; round < ROUNDS; round++) {
            shifted[0] = guess[0];
            shifted[1] = guess[1];
            gcj02ToBd09(shifted);
            guess[0] += x - shifted[0];
            guess[1] += y - shifted[1];
        }
        gcj02ToWgs84(guess);
        xy[0] = guess[0];
        xy[1] = guess[1];
    }

    private static void gcj02ToBd09(double[] xy) {
        if (!inChina(xy[0], xy[1])) {
            return;
        }
        double radius = Math.hypot(xy[0], xy[1]) + 0.00002 * Math.sin(xy[1] * BD);
        double angle = Math.atan2(xy[1], xy[0]) + 0.000003 * Math.cos(xy[0] * BD);
        xy[0] = radius * Math.cos(angle) + 0.0065;
        xy[1] = radius * Math.sin(angle) + 0.006;
    }

    /** The platforms shift inside this box only. */
    private static boolean inChina(double lon, double lat) {
        return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
    }

    private static double latShift(double lon, double lat) {
        double x = lon - 105;
        double y = lat - 35;
        double shift = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        shift += waves(x, 6, 2)
                + waves(y, 1, 1.0 / 3)
                + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3;
        double magic = 1 - EE * Math.pow(Math.sin(Math.toRadians(lat)), 2);
        return shift * 180 / (A * (1 - EE) / (magic * Math.sqrt(magic)) * Math.PI);
    }

    private static double lonShift(double lon, double lat) {
        double x = lon - 105;
        double y = lat - 35;
        double shift = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        shift += waves(x, 6, 2)
                + waves(x, 1, 1.0 / 3)
                + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
        double magic = 1 - EE * Math.pow(Math.sin(Math.toRadians(lat)), 2);
        return shift * 180 / (A / Math.sqrt(magic) * Math.cos(Math.toRadians(lat)) * Math.PI);
    }

    private static double waves(double at, double first, double second) {
        return (20 * Math.sin(first * at * Math.PI) + (first == 6 ? 20 : 40) * Math.sin(second * at * Math.PI)) * 2 / 3;
    }

    private ShiftedCoordinates() {}
}
