package cn.diming.core.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.valid.IsSimpleOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * What a geometry in EPSG:4490 must satisfy to be stored, and what about it a person should look at. Coverage (gaps and
 * overlaps between neighbours) is not looked at here.
 */
public final class GeometryChecks {

    /** More than any real division; above it validation alone would take seconds. */
    private static final int MOST_VERTICES = 2_000_000;
    /** Nobody reads more of one kind about one geometry. */
    private static final int MOST_WARNINGS = 20;
    /** Narrower corners of a boundary line are faults of drawing; village lanes and parcels have none so sharp. */
    private static final double SPIKE_DEGREES = 5;

    /** Problems for which a geometry cannot be stored; empty when it can. Of several in one geometry the first is told. */
    public static List<GeometryProblem> check(Geometry geometry) {
        if (geometry.isEmpty()) {
            return List.of(new GeometryProblem("几何是空的", Optional.empty()));
        }
        if (geometry.getNumPoints() > MOST_VERTICES) {
            return List.of(new GeometryProblem("顶点过多（超过 " + MOST_VERTICES + " 个）", Optional.empty()));
        }
        for (Coordinate c : geometry.getCoordinates()) {
            if (!(Math.abs(c.x) <= 180 && Math.abs(c.y) <= 90)) {
                String words = "坐标超出经纬度范围或不是数值（" + c.x + "，" + c.y + "）";
                return List.of(new GeometryProblem(words, Optional.empty()));
            }
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        return error == null ? List.of() : List.of(describe(error));
    }

    /** Of a geometry that {@link #check} lets pass: repeated vertices, spikes, and the first place where lines cross. */
    public static List<GeometryProblem> warnings(Geometry geometry) {
        List<Coordinate> repeated = new ArrayList<>();
        List<Coordinate> spikes = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            addRepeated(((Geometry) line).getCoordinates(), repeated);
        }
        Geometry clean = new GeometryEditor().edit(geometry, new RepeatedVertices());
        for (Object line : LinearComponentExtracter.getLines(clean)) {
            addSpikes(((Geometry) line).getCoordinates(), spikes);
        }
        List<GeometryProblem> warnings = new ArrayList<>();
        tell("顶点重复", repeated, warnings);
        tell("折线有尖刺（夹角小于 5°）", spikes, warnings);
        tell("线与自身相交", crossings(clean), warnings);
        return warnings;
    }

    private static void addRepeated(Coordinate[] line, List<Coordinate> found) {
        for (int i = 1; i < line.length; i++) {
            if (line[i].equals2D(line[i - 1])) {
                found.add(line[i]);
            }
        }
    }

    private static void addSpikes(Coordinate[] line, List<Coordinate> found) {
        int last = line.length - 1;
        for (int i = 1; i < last; i++) {
            addSpike(line[i - 1], line[i], line[i + 1], found);
        }
        if (last > 2 && line[0].equals2D(line[last])) {
            addSpike(line[last - 1], line[0], line[1], found);
        }
    }

    private static void addSpike(Coordinate before, Coordinate at, Coordinate after, List<Coordinate> found) {
        double shrink = Math.cos(Math.toRadians(at.y)); // degrees of longitude are shorter than those of latitude
        double angle = Angle.angleBetween(squeeze(before, shrink), squeeze(at, shrink), squeeze(after, shrink));
        if (Math.toDegrees(angle) < SPIKE_DEGREES) {
            found.add(at);
        }
    }

    private static Coordinate squeeze(Coordinate c, double shrink) {
        return new Coordinate(c.x * shrink, c.y);
    }

    private static List<Coordinate> crossings(Geometry geometry) {
        if (!(geometry instanceof Lineal)) {
            return List.of();
        }
        Coordinate first = new IsSimpleOp(geometry).getNonSimpleLocation(); // all of them can be millions
        return first == null ? List.of() : List.of(first);
    }

    private static void tell(String what, List<Coordinate> places, List<GeometryProblem> warnings) {
        places.stream().limit(MOST_WARNINGS).map(at -> problem(what, at)).forEach(warnings::add);
    }

    private static GeometryProblem problem(String what, Coordinate at) {
        return new GeometryProblem(
                String.format(Locale.ROOT, "%s（%.6f，%.6f）", what, at.x, at.y), Optional.of(LonLat.of(at)));
    }

    private static GeometryProblem describe(TopologyValidationError error) {
        String what = switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION -> "边界自相交";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "洞在外环之外";
            case TopologyValidationError.NESTED_HOLES -> "洞套在洞里";
            case TopologyValidationError.NESTED_SHELLS -> "外环套在外环里";
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "内部被分割";
            case TopologyValidationError.DUPLICATE_RINGS -> "环重复";
            case TopologyValidationError.TOO_FEW_POINTS -> "点太少或重合";
            case TopologyValidationError.RING_NOT_CLOSED -> "环没有闭合";
            default -> "几何不合法";
        };
        Coordinate at = error.getCoordinate();
        return at == null ? new GeometryProblem(what, Optional.empty()) : problem(what, at);
    }

    private GeometryChecks() {}

    /** Taken out before lines are followed: a vertex on itself has no direction and looks like a crossing. */
    private static final class RepeatedVertices extends GeometryEditor.CoordinateOperation {
        @Override
        public Coordinate[] edit(Coordinate[] coordinates, Geometry geometry) {
            return CoordinateArrays.removeRepeatedPoints(coordinates);
        }
    }
}
