package cn.diming.core.geo;

import java.util.Set;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes geometry from one reference system to another, longitude or easting first on both sides. WGS 84, CGCS2000 and TWD97
 * are taken as one: their frames differ by less than a metre here. Beijing 1954 goes through the EPSG shift, good to some
 * ten metres.
 */
public final class CrsTransform {

    /** Geocentric systems that agree to better than a metre, so that a position is copied, not "transformed". */
    private static final Set<String> SAME_AS_CGCS2000 = Set.of("EPSG:4490", "EPSG:4326", "EPSG:3824", "EPSG:4979");

    private final Step step;
    private final boolean toDegrees;
    private final int srid;

    private CrsTransform(Step step, boolean toDegrees, int srid) {
        this.step = step;
        this.toDegrees = toDegrees;
        this.srid = srid;
    }

    /** From {@code crs} to CGCS2000 longitude and latitude. */
    public static CrsTransform from(Crs crs) {
        return new CrsTransform(stepFrom(crs), true, Geometries.SRID);
    }

    /** From CGCS2000 longitude and latitude to {@code crs}. */
    public static CrsTransform to(Crs crs) {
        boolean degrees = crs.isShifted() || EpsgSystems.isGeographic(crs.id());
        int srid = crs.isShifted() ? 0 : Integer.parseInt(crs.id().substring("EPSG:".length()));
        return new CrsTransform(stepTo(crs), degrees, srid);
    }

    /** Makes the first real transformation fast; reading the EPSG database takes more than a second. */
    public static void warmUp() {
        from(Crs.parse("EPSG:4547"))
                .apply(Geometries.FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(451925, 2521534)));
    }

    /**
     * A new geometry; the given one stays as it is.
     *
     * @throws BadCoordinateException when a coordinate is not a number, out of range, or cannot be transformed
     */
    public Geometry apply(Geometry geometry) {
        Geometry moved = geometry.copy();
        moved.apply(new Filter());
        moved.setSRID(srid);
        moved.geometryChanged();
        return moved;
    }

    /** One position; see {@link #apply(Geometry)}. */
    public double[] apply(double x, double y) {
        double[] xy = {x, y};
        move(xy);
        return xy;
    }

    private void move(double[] xy) {
        double x = xy[0];
        double y = xy[1];
        try {
            step.move(xy);
        } catch (TransformException | ArithmeticException impossible) {
            throw new BadCoordinateException("坐标无法转换：" + x + "，" + y, impossible);
        }
        boolean sound = toDegrees
                ? xy[0] >= -180 && xy[0] <= 180 && xy[1] >= -90 && xy[1] <= 90
                : Double.isFinite(xy[0]) && Double.isFinite(xy[1]);
        if (!sound) {
            throw new BadCoordinateException("坐标超出范围：" + x + "，" + y + "（坐标系或经纬度次序可能不对）");
        }
    }

    private static Step stepFrom(Crs crs) {
        if (crs.equals(Crs.GCJ02)) {
            return ShiftedCoordinates::gcj02ToWgs84;
        }
        if (crs.equals(Crs.BD09)) {
            return ShiftedCoordinates::bd09ToWgs84;
        }
        return SAME_AS_CGCS2000.contains(crs.id()) ? xy -> {} : through(EpsgSystems.transform(crs.id(), anchor(crs)));
    }

    private static Step stepTo(Crs crs) {
        if (crs.equals(Crs.GCJ02)) {
            return ShiftedCoordinates::wgs84ToGcj02;
        }
        if (crs.equals(Crs.BD09)) {
            return ShiftedCoordinates::wgs84ToBd09;
        }
        return SAME_AS_CGCS2000.contains(crs.id()) ? xy -> {} : through(EpsgSystems.transform(anchor(crs), crs.id()));
    }

    /** The database knows shifts to WGS 84, and projections of CGCS2000 stay on their own ellipsoid. */
    private static String anchor(Crs crs) {
        var system = EpsgSystems.decode(crs.id());
        String datum = org.geotools.referencing.CRS.getMapProjection(system) == null
                ? crs.id()
                : String.valueOf(system.getName());
        return datum.contains("CGCS2000") ? "EPSG:4490" : "EPSG:4326";
    }

    private static Step through(MathTransform transform) {
        return xy -> transform.transform(xy, 0, xy, 0, 1);
    }

    @FunctionalInterface
    private interface Step {
        void move(double[] xy) throws TransformException;
    }

    private final class Filter implements CoordinateSequenceFilter {
        private final double[] xy = new double[2];

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            xy[0] = sequence.getX(i);
            xy[1] = sequence.getY(i);
            move(xy);
            sequence.setOrdinate(i, 0, xy[0]);
            sequence.setOrdinate(i, 1, xy[1]);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
