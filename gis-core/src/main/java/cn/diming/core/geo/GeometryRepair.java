package cn.diming.core.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringUtil;

/**
 * Mends polygons whose outline touches itself, or crosses itself by a hair as rounding of coordinates makes it. What would
 * change the area by more than one ten-thousandth is not mended: there a person must look.
 */
public final class GeometryRepair {

    private static final double LARGEST_CHANGE = 1e-4;
    /** A tangle of a few thousand vertices can meet itself millions of times, for which no memory is enough. */
    private static final int MOST_MEETINGS = 1_000;

    /**
     * A sound geometry and how it came about.
     *
     * @param done in Chinese, for people; empty when nothing had to be done
     */
    public record Repaired(Geometry geometry, List<String> done) {}

    /** The mended polygon; empty when it needs none or must not be mended. */
    public static Optional<Geometry> mend(Geometry geometry) {
        return fix(geometry).filter(repaired -> !repaired.done().isEmpty()).map(Repaired::geometry);
    }

    /** The geometry made fit to be stored (see {@link GeometryChecks#check}); empty when that needs a person. */
    public static Optional<Repaired> fix(Geometry geometry) {
        List<GeometryProblem> problems = GeometryChecks.check(geometry);
        if (problems.isEmpty()) {
            return Optional.of(new Repaired(geometry, List.of()));
        }
        boolean hopeful = geometry instanceof Polygonal && Double.isFinite(geometry.getArea()) && !isTangle(geometry);
        return hopeful ? fixArea(geometry, problems) : Optional.empty();
    }

    private static Optional<Repaired> fixArea(Geometry geometry, List<GeometryProblem> problems) {
        Geometry fixed = GeometryFixer.fix(geometry);
        fixed.setSRID(geometry.getSRID());
        double change = Math.abs(fixed.getArea() - geometry.getArea());
        boolean same = change <= LARGEST_CHANGE * geometry.getArea();
        if (!same
                || !(fixed instanceof Polygonal)
                || !GeometryChecks.check(fixed).isEmpty()) {
            return Optional.empty();
        }
        List<String> done = new ArrayList<>();
        problems.forEach(problem -> done.add("已修正：" + problem.words()));
        done.add(String.format(
                Locale.ROOT,
                "原 %d 个部分，现 %d 个部分，面积变化 %.4f%%",
                geometry.getNumGeometries(),
                fixed.getNumGeometries(),
                100 * change / geometry.getArea()));
        return Optional.of(new Repaired(fixed, List.copyOf(done)));
    }

    private static boolean isTangle(Geometry geometry) {
        MeetingCounter counter = new MeetingCounter();
        new MCIndexNoder(counter).computeNodes(SegmentStringUtil.extractSegmentStrings(geometry));
        return counter.isDone();
    }

    private GeometryRepair() {}

    /** Counts the places where segments cross or touch, until there are too many. */
    private static final class MeetingCounter implements SegmentIntersector {
        private final LineIntersector pair = new RobustLineIntersector();
        private int meetings;

        @Override
        public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
            if (a == b && i == j) {
                return;
            }
            pair.computeIntersection(
                    a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
            meetings += pair.isInteriorIntersection() ? 1 : 0;
        }

        @Override
        public boolean isDone() {
            return meetings > MOST_MEETINGS;
        }
    }
}
