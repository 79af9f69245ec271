package cn.diming.api.answer;

import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Crs;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.LonLat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The reference system of the coordinates in a request; everything is taken to CGCS2000. */
public final class InputCrs {

    private static final int MOST_POINTS = 2000;
    private static final String STORED = "EPSG:4490";

    private final boolean stored;
    private final CrsTransform transform;

    private InputCrs(Crs crs) {
        this.stored = crs.id().equals(STORED);
        this.transform = CrsTransform.from(crs);
    }

    /** @throws ProblemException 400 for a system that the contract does not name */
    public static InputCrs parse(String text) {
        return new InputCrs(OutputCrs.known(text));
    }

    /** @throws cn.diming.core.geo.BadCoordinateException for a place that is nowhere */
    public LonLat point(double x, double y) {
        if (stored) {
            return new LonLat(x, y);
        }
        double[] moved = transform.apply(x, y);
        return new LonLat(moved[0], moved[1]);
    }

    /** @param corners west, south, east, north */
    public Bbox box(List<Double> corners) {
        if (stored) {
            return new Bbox(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
        }
        LonLat southWest = point(corners.get(0), corners.get(1));
        LonLat northEast = point(corners.get(2), corners.get(3));
        return new Bbox(southWest.lon(), southWest.lat(), northEast.lon(), northEast.lat());
    }

    /** @throws ProblemException 400 for what is no polygon */
    public Geometry area(String wkt) {
        try {
            Geometry area = new WKTReader().read(wkt);
            if (area instanceof Polygonal && !area.isEmpty() && area.getNumPoints() <= MOST_POINTS && area.isValid()) {
                Geometry moved = stored ? area : transform.apply(area);
                Bbox.of(moved);
                return moved;
            }
        } catch (ParseException | IllegalArgumentException wrong) {
            throw refused(wrong);
        }
        throw refused(null);
    }

    private static ProblemException refused(@Nullable Exception cause) {
        ProblemException problem = new ProblemException(
                ProblemType.BAD_REQUEST, "参数 area 应为 WKT 的 POLYGON 或 MULTIPOLYGON，边界不自相交，至多 " + MOST_POINTS + " 个点。");
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }
}
