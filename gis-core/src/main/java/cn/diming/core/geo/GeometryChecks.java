package cn.diming.core.geo;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What a geometry must satisfy to be stored. Coverage (gaps and overlaps between neighbours) is not looked at here. */
public final class GeometryChecks {

    /** More than any real division; above it validation alone would take seconds. */
    private static final int MOST_VERTICES = 2_000_000;

    /** Problems of a geometry in EPSG:4490; empty when it can be stored. */
    public static List<GeometryProblem> check(Geometry geometry) {
        if (geometry.isEmpty()) {
            return List.of(new GeometryProblem("几何是空的", Optional.empty()));
        }
        if (geometry.getNumPoints() > MOST_VERTICES) {
            return List.of(new GeometryProblem("顶点过多（超过 " + MOST_VERTICES + " 个）", Optional.empty()));
        }
        if (!isOnEarth(geometry)) {
            return List.of(new GeometryProblem("坐标超出经纬度范围或不是数值", Optional.empty()));
        }
        if (!(geometry instanceof Polygonal)) {
            return List.of();
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        return error == null ? List.of() : List.of(describe(error));
    }

    private static boolean isOnEarth(Geometry geometry) {
        for (Coordinate c : geometry.getCoordinates()) {
            if (!(Math.abs(c.x) <= 180 && Math.abs(c.y) <= 90)) {
                return false;
            }
        }
        Envelope box = geometry.getEnvelopeInternal();
        return Double.isFinite(box.getMinX()) && Double.isFinite(box.getMaxY());
    }

    private static GeometryProblem describe(TopologyValidationError error) {
        String what = switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION -> "边界自相交";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "洞在外环之外";
            case TopologyValidationError.NESTED_HOLES -> "洞套在洞里";
            case TopologyValidationError.NESTED_SHELLS -> "外环套在外环里";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "内部被分割";
            case TopologyValidationError.DUPLICATE_RINGS -> "环重复";
            case TopologyValidationError.TOO_FEW_POINTS -> "环的点太少";
            case TopologyValidationError.RING_NOT_CLOSED -> "环没有闭合";
            default -> "几何不合法";
        };
        Coordinate at = error.getCoordinate();
        return at == null
                ? new GeometryProblem(what, Optional.empty())
                : new GeometryProblem("%s（%.6f，%.6f）".formatted(what, at.x, at.y), Optional.of(LonLat.of(at)));
    }

    private GeometryChecks() {}
}
