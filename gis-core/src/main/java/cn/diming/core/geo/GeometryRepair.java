package cn.diming.core.geo;

import java.util.ArrayList;
import java.util.List;
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
 * Mends what can be mended without judgement: rings that touch themselves, and parts or rings in the wrong order. Whatever
 * would gain or lose area – lines that cross, parts that overlap – is for a person to decide and stays as it is.
 */
public final class GeometryRepair {

    /** Relative; far below what a survey could tell, far above the rounding of the sum. */
    private static final double AREA_ASTRAY = 1e-9;
    /** A tangle of a few thousand vertices can cross itself millions of times, for which no memory is enough. */
    private static final int MOST_TOUCHES = 1_000;

    /**
     * A sound geometry and how it came about.
     *
     * @param done in Chinese, for people; empty when nothing had to be done
     */
    public record Repaired(Geometry geometry, List<String> done) {}

    /** The geometry made fit to be stored (see {@link GeometryChecks#check}); empty when that needs a person. */
    public static Optional<Repaired> fix(Geometry geometry) {
        List<GeometryProblem> problems = GeometryChecks.check(geometry);
        if (problems.isEmpty()) {
            return Optional.of(new Repaired(geometry, List.of()));
        }
        return geometry instanceof Polygonal && Double.isFinite(geometry.getArea()) && onlyTouches(geometry)
                ? fixArea(geometry, problems)
                : Optional.empty();
    }

    private static Optional<Repaired> fixArea(Geometry geometry, List<GeometryProblem> problems) {
        Geometry fixed = GeometryFixer.fix(geometry);
        boolean sameArea = Math.abs(fixed.getArea() - geometry.getArea()) <= AREA_ASTRAY * geometry.getArea();
        if (fixed.isEmpty() || !sameArea || !GeometryChecks.check(fixed).isEmpty()) {
            return Optional.empty();
        }
        List<String> done = new ArrayList<>();
        problems.forEach(problem -> done.add("已修正：" + problem.words()));
        done.add("面积不变，原 %d 个部分，现 %d 个部分".formatted(geometry.getNumGeometries(), fixed.getNumGeometries()));
        return Optional.of(new Repaired(fixed, List.copyOf(done)));
    }

    private static boolean onlyTouches(Geometry geometry) {
        TouchCounter counter = new TouchCounter();
        MCIndexNoder noder = new MCIndexNoder(counter);
        noder.computeNodes(SegmentStringUtil.extractSegmentStrings(geometry));
        return !counter.isDone();
    }

    private GeometryRepair() {}

    /** Looks at pairs of segments until two cross or too many touch. */
    private static final class TouchCounter implements SegmentIntersector {
        private final LineIntersector pair = new RobustLineIntersector();
        private int touches;
        private boolean crossing;

        @Override
        public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
            if (a == b && i == j) {
                return;
            }
            pair.computeIntersection(
                    a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
            crossing |= pair.isProper();
            touches += pair.isInteriorIntersection() ? 1 : 0;
        }

        @Override
        public boolean isDone() {
            return crossing || touches > MOST_TOUCHES;
        }
    }
}
