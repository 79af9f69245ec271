package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.Drafts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class GeometryChecksTest {

    private static final String SOUND = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))";
    /** A hole that hangs on the outline at (2, 4), drawn with it as one ring. */
    private static final String SELF_TOUCH = "POLYGON ((0 0, 4 0, 4 4, 2 4, 3 3, 2 2, 1 3, 2 4, 0 4, 0 0))";

    private static final String BOWTIE = "POLYGON ((0 0, 4 4, 4 0, 0 3, 0 0))";

    @ParameterizedTest
    @ValueSource(strings = {SOUND, "POINT (113 23)", "LINESTRING (0 0, 1 1, 1 0, 0 1)", "MULTIPOINT ((0 0), (0 0))"})
    void whatCanBeStoredHasNoProblem(String wkt) {
        assertThat(GeometryChecks.check(Drafts.wkt(wkt))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POLYGON EMPTY; 空",
                "POINT (181 0); 超出",
                "POINT (0 NaN); 超出",
                "LINESTRING (0 0, 0 1e308); 超出",
                "LINESTRING (1 1, 1 1); 点太少",
                "POLYGON ((0 0, 1 1, 0 0, 0 0)); 点太少",
                BOWTIE + "; 自相交",
                SELF_TOUCH + "; 自相交",
                "POLYGON ((0 0, 1 0, 1 1, 0 0), (5 5, 6 5, 6 6, 5 5)); 洞在外环之外",
                "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((2 1, 3 1, 3 2, 2 1))); 外环套在外环里",
                "GEOMETRYCOLLECTION (POINT (1 1), " + BOWTIE + "); 自相交"
            })
    void whatCannotBeStoredIsToldInWords(String wkt, String words) {
        assertThat(GeometryChecks.check(Drafts.wkt(wkt)))
                .singleElement()
                .extracting(GeometryProblem::words)
                .asString()
                .contains(words);
    }

    @Test
    void theProblemSaysWhere() {
        assertThat(GeometryChecks.check(Drafts.wkt("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")))
                .containsExactly(new GeometryProblem("边界自相交（1.000000，1.000000）", Optional.of(new LonLat(1, 1))));
    }

    @Test
    void tooManyVerticesAreNotEvenLookedAt() {
        Coordinate[] many = new Coordinate[2_000_001];
        java.util.Arrays.fill(many, new Coordinate(113, 23));

        assertThat(GeometryChecks.check(Geometries.FACTORY.createLineString(many)))
                .singleElement()
                .extracting(GeometryProblem::words)
                .asString()
                .contains("顶点过多");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "LINESTRING (0 0, 1 0, 1 0, 2 1); 顶点重复（1.000000，0.000000）",
                "LINESTRING (0 0, 1 0, 0 0.01); 折线有尖刺（夹角小于 5°）（1.000000，0.000000）",
                "LINESTRING (0 0, 1 0, 1 0, 0 0.01); 顶点重复（1.000000，0.000000）|折线有尖刺（夹角小于 5°）（1.000000，0.000000）",
                "POLYGON ((2 0.01, 0 0, 2 0, 2 0.01)); 折线有尖刺（夹角小于 5°）（0.000000，0.000000）",
                "POLYGON ((0 0, 2 0, 2 0.01, 0 0)); 折线有尖刺（夹角小于 5°）（0.000000，0.000000）",
                "LINESTRING (0 0, 2 2, 2 0, 0 2); 线与自身相交（1.000000，1.000000）"
            })
    void whatAPersonShouldLookAtIsAWarningWithItsPlace(String wkt, String words) {
        assertThat(GeometryChecks.warnings(Drafts.wkt(wkt)).stream().map(GeometryProblem::words))
                .containsExactly(words.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SOUND, "LINESTRING (0 0, 1 0, 1 1, 0 1, 0 0)", "POINT (1 1)", "LINESTRING EMPTY"})
    void ordinaryGeometryGivesNoWarning(String wkt) {
        assertThat(GeometryChecks.warnings(Drafts.wkt(wkt))).isEmpty();
    }

    @Test
    void aSoundGeometryIsNotTouchedByRepair() {
        assertThat(GeometryRepair.fix(Drafts.wkt(SOUND)))
                .contains(new GeometryRepair.Repaired(Drafts.wkt(SOUND), List.of()));
        assertThat(GeometryRepair.mend(Drafts.wkt(SOUND))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SELF_TOUCH,
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((1 0, 2 0, 2 1, 1 1, 1 0)))",
                "POLYGON ((0 0, 2 0, 1 1, 2 2, 0 2, 1 1, 0 0))",
                "POLYGON ((0 0, 10 0, 10 10, 5 10, 5 10.5, 5 10, 0 10, 0 0))",
                "POLYGON ((0 0, 10 0, 10 10, 5.00001 10, 5 10.00001, 5.00001 10.00001, 5 10, 0 10, 0 0))"
            })
    void whatOnlyTouchesItselfIsMendedAndSaysSo(String wkt) {
        GeometryRepair.Repaired repaired = GeometryRepair.fix(Drafts.wkt(wkt)).orElseThrow();

        assertThat(GeometryChecks.check(repaired.geometry())).isEmpty();
        assertThat(repaired.geometry().getSRID()).isEqualTo(Geometries.SRID);
        assertThat(GeometryRepair.mend(Drafts.wkt(wkt))).contains(repaired.geometry());
        assertThat(repaired.done()).first().asString().startsWith("已修正：边界自相交");
        assertThat(repaired.done()).last().asString().contains("面积变化 0.0000%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BOWTIE,
                "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))",
                "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1)))",
                "POLYGON ((0 0, 1 0, 1 1, 0 0), (5 5, 6 5, 6 6, 5 5))",
                "POLYGON EMPTY",
                "POLYGON ((0 0, 1 0, 1 NaN, 0 0))",
                "LINESTRING (1 1, 1 1)"
            })
    void whatWouldGainOrLoseAreaIsLeftToAPerson(String wkt) {
        assertThat(GeometryRepair.fix(Drafts.wkt(wkt))).isEmpty();
    }

    /** Two combs across each other: every tooth of one crosses every tooth of the other, 25 million times. */
    @Test
    void aTangleIsToldAtOnceAndNotMended() {
        Coordinate[] combs = new Coordinate[10_001];
        for (int i = 0; i < 5000; i++) {
            combs[i] = new Coordinate(i % 2, i / 5000.0);
            combs[5000 + i] = new Coordinate(i / 5000.0, i % 2);
        }
        combs[10_000] = combs[0];

        assertThat(GeometryChecks.warnings(Geometries.FACTORY.createLineString(combs)))
                .anyMatch(problem -> problem.words().startsWith("线与自身相交"));
        assertThat(GeometryChecks.check(Geometries.FACTORY.createPolygon(combs)))
                .hasSize(1);
        assertThat(GeometryRepair.fix(Geometries.FACTORY.createPolygon(combs))).isEmpty();
    }

    /** A ring that runs up and down one line, each time a little further: nothing crosses, everything touches. */
    @Test
    void aRingFoldedThousandsOfTimesIsNotMended() {
        Coordinate[] folded = new Coordinate[6002];
        for (int i = 0; i < 6000; i++) {
            folded[i] = new Coordinate(i % 2 == 0 ? -i * 1e-4 : i * 1e-4, 0);
        }
        folded[6000] = new Coordinate(0, 1);
        folded[6001] = folded[0];

        assertThat(GeometryRepair.fix(Geometries.FACTORY.createPolygon(folded))).isEmpty();
    }
}
