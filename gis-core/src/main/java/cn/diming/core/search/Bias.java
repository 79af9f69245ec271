package cn.diming.core.search;

import cn.diming.core.geo.LonLat;

/**
 * Prefers what is close to a point and never excludes.
 *
 * @param halfMetres at this distance half of the preference is left
 */
public record Bias(LonLat point, double halfMetres) {

    private static final double USUAL_METRES = 5000;
    private static final double METRES_AT_CLOSEST_ZOOM = 100;
    private static final double PER_ZOOM = 2.2;
    private static final int CLOSEST_ZOOM = 18;

    public Bias {
        if (!(halfMetres > 0)) {
            throw new IllegalArgumentException("bias needs a distance above 0, not " + halfMetres);
        }
    }

    public static Bias near(LonLat point) {
        return new Bias(point, USUAL_METRES);
    }

    /** As wide as a map at this zoom shows, by the measure Photon has established. */
    public static Bias ofView(LonLat centre, double zoom) {
        double steps = CLOSEST_ZOOM - Math.clamp(zoom, 0, CLOSEST_ZOOM);
        return new Bias(centre, METRES_AT_CLOSEST_ZOOM * Math.pow(PER_ZOOM, steps));
    }

    double nearness(double metres) {
        return 1 / (1 + metres / halfMetres);
    }
}
