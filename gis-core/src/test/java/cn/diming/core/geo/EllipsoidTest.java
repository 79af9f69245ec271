package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.diming.core.fixtures.Drafts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

class EllipsoidTest {

    @Test
    void movingByADistanceMovesByThatDistance() {
        LonLat a = new LonLat(113, 23);

        assertThat(Ellipsoid.distanceMetres(a, Ellipsoid.move(a, 30, 1000))).isCloseTo(1000, within(1e-6));
        assertThat(Ellipsoid.bearingDegrees(a, new LonLat(113, 24))).isCloseTo(0, within(1e-9));
        assertThat(Ellipsoid.bearingDegrees(a, new LonLat(112, 23))).isBetween(270.0, 271.0);
    }

    /** A degree of the meridian at the equator and a quarter of it, from the ellipsoid's definition. */
    @ParameterizedTest
    @CsvSource({"'LINESTRING (113 0, 113 1)', 110574.389", "'LINESTRING (113 0, 113 90)', 10001965.729"})
    void lengthsAreThoseOfTheMeridian(String wkt, double metres) {
        assertThat(Ellipsoid.lengthMetres(Drafts.wkt(wkt))).isCloseTo(metres, within(0.001));
    }

    @Test
    void holesAreTakenOutAndDirectionsOfRingsDoNotMatter() {
        Geometry shell = Drafts.square(113, 22, 0.03);
        Geometry hole = Drafts.square(113.01, 22.01, 0.01);

        assertThat(Ellipsoid.areaSquareMetres(shell.difference(hole)))
                .isCloseTo(Ellipsoid.areaSquareMetres(shell) - Ellipsoid.areaSquareMetres(hole), within(0.001));
        assertThat(Ellipsoid.areaSquareMetres(shell.reverse()))
                .isCloseTo(Ellipsoid.areaSquareMetres(shell), within(0.001));
    }

    @Test
    void partsInsideOfCollectionsCount() {
        Geometry square = Drafts.square(113, 22, 0.01);
        Geometry nested = Geometries.FACTORY.createGeometryCollection(
                new Geometry[] {Geometries.FACTORY.createGeometryCollection(new Geometry[] {square}), Drafts.point(1, 1)
                });

        assertThat(Ellipsoid.areaSquareMetres(nested)).isEqualTo(Ellipsoid.areaSquareMetres(square));
        assertThat(Ellipsoid.lengthMetres(nested)).isEqualTo(Ellipsoid.lengthMetres(square));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 北", "11.24, 北", "11.25, 北偏东北", "33.75, 东北", "56.25, 东偏东北", "90, 东", "112.5, 东偏东南",
        "135, 东南", "157.5, 南偏东南", "180, 南", "202.5, 南偏西南", "225, 西南", "247.5, 西偏西南", "270, 西",
        "292.5, 西偏西北", "315, 西北", "348.74, 北偏西北", "348.75, 北", "360, 北", "-90, 西", "-1e-15, 北"
    })
    void theSixteenSectorsBeginAndEndWhereTheStandardSays(double bearing, String words) {
        assertThat(CompassSector.of(bearing).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 北", "22.4, 北", "22.6, 东北", "120, 东南", "359, 北", "-45, 西北"})
    void everydayDirectionsAreEight(double bearing, String words) {
        assertThat(CompassSector.everyday(bearing)).isEqualTo(words);
    }
}
