package cn.diming.core.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Where all geometry of the register is made. */
public final class Geometries {

    /** EPSG code of CGCS2000 longitude and latitude, as stored. */
    public static final int SRID = 4490;

    /** Makes geometry in EPSG:4490, x = longitude. */
    public static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

    /**
     * A copy in two dimensions, said to be in another system throughout its parts; the numbers stay as they are. Heights and
     * measures are dropped.
     */
    public static Geometry flat(Geometry geometry, int srid) {
        GeometryFactory factory = srid == SRID ? FACTORY : new GeometryFactory(new PrecisionModel(), srid);
        return new GeometryEditor(factory).edit(geometry, new Flattening());
    }

    private Geometries() {}

    private static final class Flattening extends GeometryEditor.CoordinateOperation {
        @Override
        public Coordinate[] edit(Coordinate[] coordinates, Geometry geometry) {
            Coordinate[] flat = new Coordinate[coordinates.length];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = new Coordinate(coordinates[i].x, coordinates[i].y);
            }
            return flat;
        }
    }
}
