package cn.diming.core.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.diming.core.fixtures.Drafts;
import cn.diming.core.geo.CompassSector;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LineMeasureTest {

    private static final double ONE_IN_A_MILLION = 1e-6;

    /** The expected lengths were made by an independent program with Vincenty's formulae on the CGCS2000 ellipsoid. */
    @ParameterizedTest
    @CsvFileSource(resources = "geodesics.csv", numLinesToSkip = 1)
    void lengthsAreThoseOfTheGeodesicToOneInAMillion(
            double lon1, double lat1, double lon2, double lat2, double metres, double bearing) {
        String wkt = "LINESTRING (%s %s, %s %s)".formatted(lon1, lat1, lon2, lat2);
        assertThat(new LineMeasure(Drafts.wkt(wkt)).lengthMetres())
                .isCloseTo(metres, within(metres * ONE_IN_A_MILLION));
        double found = Ellipsoid.bearingDegrees(new LonLat(lon1, lat1), new LonLat(lon2, lat2));
        assertThat(Math.abs(found - bearing) % 360).isLessThan(1e-5);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "sectors.csv", numLinesToSkip = 1)
    void directionsAreNamedByTheSixteenSectorsFromTrueNorth(double bearing, String words) {
        assertThat(CompassSector.of(bearing).words()).isEqualTo(words);
    }

    @Test
    void theFootOfAPointKnowsHowFarAlongAndOnWhichSide() {
        LineMeasure measure = new LineMeasure(Drafts.wkt("LINESTRING (113.4 22.9, 113.41 22.9, 113.41 22.91)"));
        LonLat north = Ellipsoid.move(measure.at(400), 0, 12);
        LineMeasure.Foot foot = measure.foot(north);
        assertThat(foot.alongMetres()).isCloseTo(400, within(0.01));
        assertThat(foot.offsetMetres()).isCloseTo(12, within(0.001));
        assertThat(measure.foot(Ellipsoid.move(measure.at(400), 180, 12)).offsetMetres())
                .isNegative();
    }

    @Test
    void theJumpBetweenTwoPartsHasNoLength() {
        LineMeasure whole =
                new LineMeasure(Drafts.wkt("MULTILINESTRING ((113.4 22.9, 113.41 22.9), (113.42 22.9, 113.43 22.9))"));
        LineMeasure part = new LineMeasure(Drafts.wkt("LINESTRING (113.4 22.9, 113.41 22.9)"));
        assertThat(whole.lengthMetres()).isCloseTo(2 * part.lengthMetres(), within(1e-6));
    }
}
