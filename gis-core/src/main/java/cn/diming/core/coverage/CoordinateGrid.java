package cn.diming.core.coverage;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** How finely coordinates were written: two borders that are one may differ by half the diagonal of a grid cell. */
final class CoordinateGrid {

    private static final double METRES_A_DEGREE = 111_320;
    private static final int MOST_DECIMALS = 8;
    private static final int ENOUGH = 5_000;

    /** Half the diagonal of the grid's cell in metres; 0 where there is no decimal grid. */
    static double halfDiagonalMetres(List<Geometry> lonLat) {
        int decimals = 0;
        int seen = 0;
        for (Geometry geometry : lonLat) {
            for (Coordinate c : geometry.getCoordinates()) {
                decimals = Math.max(decimals, Math.max(decimals(c.x, decimals), decimals(c.y, decimals)));
                if (decimals > MOST_DECIMALS) {
                    return 0;
                }
                if (++seen > ENOUGH) {
                    return halfDiagonal(decimals);
                }
            }
        }
        return seen == 0 ? 0 : halfDiagonal(decimals);
    }

    private static double halfDiagonal(int decimals) {
        return METRES_A_DEGREE * Math.pow(10, -decimals) * Math.sqrt(2) / 2;
    }

    private static int decimals(double value, int atLeast) {
        double scale = Math.pow(10, atLeast);
        for (int d = atLeast; d <= MOST_DECIMALS; d++) {
            double scaled = value * scale;
            if (Math.abs(scaled - Math.rint(scaled)) < 1e-4) {
                return d;
            }
            scale *= 10;
        }
        return MOST_DECIMALS + 1;
    }

    private CoordinateGrid() {}
}
