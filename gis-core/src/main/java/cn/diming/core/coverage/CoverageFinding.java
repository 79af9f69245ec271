package cn.diming.core.coverage;

import cn.diming.core.geo.LonLat;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Something wrong with a coverage.
 *
 * @param owners the areas concerned, the one to look at first
 * @param squareMetres on the ellipsoid; 0 for what has no area
 * @param widthMetres mean width of a long strip, else the diameter of the largest circle inside; 0 for what has no area
 * @param place a point in it, EPSG:4490
 * @param shape EPSG:4490; empty for what has none
 * @param message in Chinese, with names
 */
public record CoverageFinding(
        CoverageRule rule,
        List<CoverageUnit> owners,
        double squareMetres,
        double widthMetres,
        Optional<LonLat> place,
        Optional<Geometry> shape,
        String message) {

    public CoverageFinding {
        owners = List.copyOf(owners);
    }
}
