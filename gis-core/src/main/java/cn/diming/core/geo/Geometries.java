package cn.diming.core.geo;

import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Where all geometry of the register is made. */
public final class Geometries {

    /** EPSG code of CGCS2000 longitude and latitude, as stored. */
    public static final int SRID = 4490;

    /** Makes geometry in EPSG:4490, x = longitude. */
    public static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

    private Geometries() {}
}
