package cn.diming.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What each method of repair makes of small areas in metres. */
class MendingTest {

    private static final CoverageTolerance TOLERANCE = new CoverageTolerance(0.02, 10, 2);

    @Test
    void anEdgeIsDrawnOntoTheNeighboursVertices() {
        Geometry left = wkt("POLYGON ((0 0, 99 0, 97 50, 98.5 100, 0 100, 0 0))");
        Geometry right = wkt("POLYGON ((100 0, 200 0, 200 100, 100 100, 100 50, 100 0))");
        Geometry mended = mended(RepairMethod.SNAP, wkt("POLYGON ((97 0, 100 0, 100 100, 97 100, 97 0))"), left, right);
        assertThat(mended.equalsTopo(wkt("POLYGON ((0 0, 100 0, 100 50, 100 100, 0 100, 0 0))")))
                .isTrue();
        assertThat(CoverageValidator.isValid(new Geometry[] {mended, right})).isTrue();
    }

    @Test
    void anEdgeThatReachesOverIsDrawnBack() {
        Geometry left = wkt("POLYGON ((0 0, 103 0, 102 100, 0 100, 0 0))");
        Geometry right = wkt("POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))");
        Geometry mended =
                mended(RepairMethod.SNAP, wkt("POLYGON ((100 0, 103 0, 103 100, 100 100, 100 0))"), left, right);
        assertThat(Overlay.intersection(mended, right).getArea()).isZero();
        assertThat(CoverageValidator.isValid(new Geometry[] {mended, right})).isTrue();
    }

    @Test
    void whatIsFartherThanTheToleranceIsNotDrawnAnywhere() {
        Geometry left = wkt("POLYGON ((0 0, 60 0, 60 100, 0 100, 0 0))");
        Geometry right = wkt("POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))");
        assertThat(mend(RepairMethod.SNAP, wkt("POLYGON ((60 0, 100 0, 100 100, 60 100, 60 0))"), left, right))
                .isEmpty();
    }

    @Test
    void verticesCloserThanTheToleranceBecomeOneAndTheAreaStays() {
        Geometry crowded = wkt("POLYGON ((0 0, 50 0, 50.005 0.004, 50.01 0, 100 0, 100 100, 0 100, 0 0))");
        Geometry mended = mended(RepairMethod.MERGE_VERTICES, crowded, crowded);
        assertThat(mended.getNumPoints()).isEqualTo(5);
        assertThat(mended.getArea()).isEqualTo(10_000, org.assertj.core.api.Assertions.within(0.01));
    }

    @Test
    void anAreaWithoutCrowdedVerticesIsLeftAlone() {
        Geometry sound = wkt("POLYGON ((0 0, 50 3, 100 0, 100 100, 0 100, 0 0))");
        assertThat(mend(RepairMethod.MERGE_VERTICES, sound, sound)).isEmpty();
    }

    private static Geometry mended(RepairMethod method, Geometry shape, Geometry... areas) {
        Map<Outline, Geometry> changed = mend(method, shape, areas);
        assertThat(changed.keySet()).extracting(Outline::index).containsExactly(0);
        Geometry mended = changed.values().iterator().next();
        assertThat(mended.isValid()).isTrue();
        return mended;
    }

    private static Map<Outline, Geometry> mend(RepairMethod method, Geometry shape, Geometry... areas) {
        List<Outline> outlines = new ArrayList<>();
        for (Geometry area : areas) {
            CoverageUnit unit = new CoverageUnit("u" + outlines.size(), "1", "", Optional.empty(), Optional.of(area));
            outlines.add(new Outline(outlines.size(), unit, area));
        }
        return new Mending(outlines, shape, TOLERANCE).by(method);
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
