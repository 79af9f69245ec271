package cn.diming.core.geo;

import java.nio.file.Path;
import java.util.Set;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Takes geometry from one reference system to another, longitude or easting first on both sides. WGS 84, CGCS2000 and TWD97
 * are taken as one: their frames differ by less than a metre here. Beijing 1954 goes through the EPSG shift, good to some
 * ten metres ({@link Crs#accuracyNote()}).
 *
 * <p>A projected position must come back to itself through the inverse; far outside of its zone a projection yields numbers
 * that look like a place and are none, as do swapped eastings and northings.
 */
public final class CrsTransform {

    /** Geocentric systems that agree to better than a metre, so that a position is copied, not "transformed". */
    private static final Set<String> SAME_AS_CGCS2000 = Set.of("EPSG:4490", "EPSG:4326", "EPSG:3824");

    /** A tenth of a metre, ten times the rounding of a datum shift there and back. */
    private static final double METRES_ASTRAY = 0.1;

    private static final double DEGREES_ASTRAY = 1e-6;

    private final Crs other;
    private final Step step;
    private final boolean toDegrees;
    private final int srid;

    private CrsTransform(Crs other, Step step, boolean toDegrees, int srid) {
        this.other = other;
        this.step = step;
        this.toDegrees = toDegrees;
        this.srid = srid;
    }

    /**
     * From {@code crs} to CGCS2000 longitude and latitude.
     *
     * @throws BadCoordinateException when the shift between the two is not known, as from Xian 1980
     */
    public static CrsTransform from(Crs crs) {
        return new CrsTransform(crs, stepFrom(crs), true, Geometries.SRID);
    }

    /** From CGCS2000 longitude and latitude to {@code crs}; see {@link #from(Crs)}. */
    public static CrsTransform to(Crs crs) {
        boolean degrees = crs.isShifted() || EpsgSystems.isGeographic(crs.id());
        int srid = crs.isShifted() ? 0 : Integer.parseInt(crs.id().substring("EPSG:".length()));
        return new CrsTransform(crs, stepTo(crs), degrees, srid);
    }

    /**
     * Makes the first real transformation fast; reading the EPSG database takes seconds. Call once, at start-up.
     *
     * @param databases a writable directory for the 33 MB that the database unpacks to; the machine's temporary directory may
     *     be small, or emptied under a running server
     */
    public static void warmUp(Path databases) {
        System.setProperty("EPSG-HSQL.directory", databases.toString());
        warmUp();
    }

    /** As {@link #warmUp(Path)}, in {@code java.io.tmpdir} unless {@code EPSG-HSQL.directory} is set already. */
    public static void warmUp() {
        from(GaussKruger.threeDegree(114).withoutZonePrefix()).apply(451_925, 2_521_534);
    }

    /**
     * A new geometry in two dimensions; the given one stays as it is.
     *
     * @throws BadCoordinateException when a coordinate is not a number, out of range, or cannot be transformed
     */
    public Geometry apply(Geometry geometry) {
        Geometry moved = Geometries.flat(geometry, srid);
        moved.apply(new Filter());
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
        } catch (TransformException | RuntimeException impossible) {
            throw refused("坐标无法转换：", x, y, impossible);
        }
        boolean sound = toDegrees
                ? xy[0] >= -180 && xy[0] <= 180 && xy[1] >= -90 && xy[1] <= 90
                : Double.isFinite(xy[0]) && Double.isFinite(xy[1]);
        if (!sound) {
            throw refused("坐标超出范围：", x, y, null);
        }
    }

    private BadCoordinateException refused(String what, double x, double y, @Nullable Exception cause) {
        String hint = toDegrees ? GaussKruger.hint(other, x) : "";
        return new BadCoordinateException(what + x + "，" + y + "（坐标系或坐标次序可能不对" + hint + "）", cause);
    }

    private static Step stepFrom(Crs crs) {
        if (crs.equals(Crs.GCJ02)) {
            return ShiftedCoordinates::gcj02ToWgs84;
        }
        if (crs.equals(Crs.BD09)) {
            return ShiftedCoordinates::bd09ToWgs84;
        }
        return SAME_AS_CGCS2000.contains(crs.id()) ? xy -> {} : through(crs.id(), anchor(crs));
    }

    private static Step stepTo(Crs crs) {
        if (crs.equals(Crs.GCJ02)) {
            return ShiftedCoordinates::wgs84ToGcj02;
        }
        if (crs.equals(Crs.BD09)) {
            return ShiftedCoordinates::wgs84ToBd09;
        }
        return SAME_AS_CGCS2000.contains(crs.id()) ? xy -> {} : through(anchor(crs), crs.id());
    }

    /** The database knows shifts to WGS 84, and projections of CGCS2000 stay on their own ellipsoid. */
    private static String anchor(Crs crs) {
        return EpsgSystems.datum(crs.id()).equals(EpsgSystems.datum(Crs.CGCS2000.id()))
                ? Crs.CGCS2000.id()
                : Crs.WGS84.id();
    }

    private static Step through(String from, String to) {
        MathTransform there = EpsgSystems.transform(from, to);
        MathTransform back = inverse(there, to);
        double most = EpsgSystems.isGeographic(from) ? DEGREES_ASTRAY : METRES_ASTRAY;
        return xy -> {
            double x = xy[0];
            double y = xy[1];
            there.transform(xy, 0, xy, 0, 1);
            double[] again = {xy[0], xy[1]};
            back.transform(again, 0, again, 0, 1);
            boolean same = Math.abs(again[0] - x) <= most && Math.abs(again[1] - y) <= most; // false for NaN, too
            if (!same) {
                throw new TransformException("does not come back to itself");
            }
        };
    }

    private static MathTransform inverse(MathTransform transform, String to) {
        try {
            return transform.inverse();
        } catch (NoninvertibleTransformException oneWay) {
            throw new BadCoordinateException("不能从 " + to + " 反算坐标", oneWay);
        }
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
