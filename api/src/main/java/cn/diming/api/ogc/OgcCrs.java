package cn.diming.api.ogc;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Crs;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.GaussKruger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A reference system by its URI, with the axes in the order that its definition gives: latitude or northing first, but for
 * CRS84 and web mercator.
 */
record OgcCrs(String uri, Crs crs, boolean northFirst) {

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

    static final OgcCrs CRS84 = new OgcCrs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", Crs.WGS84, false);
    static final OgcCrs STORED = of(Crs.CGCS2000);

    /** A projected system is offered when all the data lie this near to its central meridian. */
    private static final double WIDEST_DEGREES = 9;

    private static OgcCrs of(Crs crs) {
        return new OgcCrs(EPSG + crs.id().substring("EPSG:".length()), crs, !crs.equals(Crs.WEB_MERCATOR));
    }

    /** The systems in which data of that extent are given, the default first. */
    static List<OgcCrs> offered(Optional<Bbox> extent) {
        List<OgcCrs> offered = new ArrayList<>(List.of(CRS84, of(Crs.WGS84), STORED, of(Crs.WEB_MERCATOR)));
        extent.ifPresent(box -> {
            for (int zone = 25; zone <= 45; zone++) {
                addIfNear(offered, box, new GaussKruger(zone, 3));
            }
            for (int zone = 13; zone <= 23; zone++) {
                addIfNear(offered, box, new GaussKruger(zone, 6));
            }
        });
        return offered;
    }

    private static void addIfNear(List<OgcCrs> offered, Bbox box, GaussKruger zone) {
        double meridian = zone.centralMeridian();
        double half = zone.widthDegrees() / 2.0;
        boolean meets = box.minLon() <= meridian + half && box.maxLon() >= meridian - half;
        boolean near = box.minLon() >= meridian - WIDEST_DEGREES && box.maxLon() <= meridian + WIDEST_DEGREES;
        if (meets && near) {
            offered.add(of(zone.withZonePrefix()));
            offered.add(of(zone.withoutZonePrefix()));
        }
    }

    boolean isDegrees() {
        return crs.equals(Crs.WGS84) || crs.equals(Crs.CGCS2000);
    }

    /** From CGCS2000, longitude first, to this system in the order of its axes. */
    Geometry fromStored(Geometry geometry) {
        Geometry moved = eastFirst(geometry);
        return northFirst ? swap(moved) : moved;
    }

    /** The same with longitude or easting first, for formats that always have it so. */
    Geometry eastFirst(Geometry geometry) {
        return isDegrees() ? geometry : CrsTransform.to(crs).apply(geometry);
    }

    /** Code of the EPSG database; CRS84 is WGS 84 there. */
    int code() {
        return Integer.parseInt(crs.id().substring("EPSG:".length()));
    }

    /**
     * From this system in the order of its axes to CGCS2000, longitude first.
     *
     * @throws cn.diming.core.geo.BadCoordinateException for what is nowhere
     */
    Geometry toStored(Geometry geometry) {
        return CrsTransform.from(crs).apply(northFirst ? swap(geometry) : geometry);
    }

    private static Geometry swap(Geometry geometry) {
        Geometry swapped = geometry.copy();
        swapped.apply(new Swap());
        return swapped;
    }

    private static final class Swap implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double first = sequence.getOrdinate(i, 0);
            sequence.setOrdinate(i, 0, sequence.getOrdinate(i, 1));
            sequence.setOrdinate(i, 1, first);
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
