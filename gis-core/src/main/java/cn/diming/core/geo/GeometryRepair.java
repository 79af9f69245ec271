package cn.diming.core.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Mends polygons whose outline touches or crosses itself by a hair, as rounding of coordinates makes them. What would change
 * the area by more than one ten-thousandth is not mended: there a person must look.
 */
public final class GeometryRepair {

    private static final double LARGEST_CHANGE = 1e-4;

    /** The mended polygon; empty when it needs none or must not be mended. */
    public static Optional<Geometry> mend(Geometry geometry) {
        if (!(geometry instanceof Polygonal) || geometry.isValid()) {
            return Optional.empty();
        }
        Geometry mended = GeometryFixer.fix(geometry);
        mended.setSRID(geometry.getSRID());
        double change = Math.abs(mended.getArea() - geometry.getArea());
        boolean same =
                mended instanceof Polygonal && !mended.isEmpty() && change <= LARGEST_CHANGE * geometry.getArea();
        return same ? Optional.of(mended) : Optional.empty();
    }

    private GeometryRepair() {}
}
