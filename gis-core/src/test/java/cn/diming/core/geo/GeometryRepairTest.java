package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.Drafts;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class GeometryRepairTest {

    @Test
    void aSpikeOfRoundingIsMended() {
        Geometry spiked = Drafts.wkt("POLYGON ((0 0, 10 0, 10 10, 5 10, 5 10.5, 5 10, 0 10, 0 0))");

        assertThat(GeometryChecks.check(spiked)).isNotEmpty();
        assertThat(GeometryRepair.mend(spiked)).hasValueSatisfying(mended -> {
            assertThat(GeometryChecks.check(mended)).isEmpty();
            assertThat(mended.getArea()).isEqualTo(100);
        });
    }

    @Test
    void aFigureOfEightIsLeftToAPerson() {
        assertThat(GeometryRepair.mend(Drafts.wkt("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))")))
                .isEmpty();
    }

    @Test
    void soundGeometryIsLeftAlone() {
        assertThat(GeometryRepair.mend(Drafts.square(113, 23, 0.1))).isEmpty();
        assertThat(GeometryRepair.mend(Drafts.point(113, 23))).isEmpty();
    }
}
