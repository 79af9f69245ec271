package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class CrsTransformTest {

    /** The projected values are those of PROJ's cs2cs. */
    @ParameterizedTest
    @CsvSource({"EPSG:4547, 451925.1991, 2521534.9221", "EPSG:4526, 38451925.1991, 2521534.9221"})
    void gaussKrugerCoordinatesAgreeWithProjToAMillimetre(String crs, double easting, double northing) {
        double[] projected = CrsTransform.to(Crs.parse(crs)).apply(113.5318, 22.7916);

        assertThat(projected[0]).isCloseTo(easting, within(0.001));
        assertThat(projected[1]).isCloseTo(northing, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EPSG:4490", "EPSG:4326", "EPSG:3857", "EPSG:4547", "EPSG:4526", "EPSG:4508", "GCJ-02", "BD-09"})
    void thereAndBackIsTheSamePlace(String crs) {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            double lon = 112.95 + random.nextDouble() * 1.1;
            double lat = 22.5 + random.nextDouble() * 1.44;
            double[] there = CrsTransform.to(Crs.parse(crs)).apply(lon, lat);
            double[] back = CrsTransform.from(Crs.parse(crs)).apply(there[0], there[1]);
            assertThat(back[0]).isCloseTo(lon, within(1e-9));
            assertThat(back[1]).isCloseTo(lat, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "113.3190, 23.1089, 113.324410, 23.106289, 113.330951, 23.112055",
        "113.44, 22.90, 113.445470, 22.897377, 113.452001, 22.903127"
    })
    void shiftedCoordinatesAgreeWithThePublishedVectors(
            double lon, double lat, double gcjLon, double gcjLat, double bdLon, double bdLat) {
        double[] gcj = CrsTransform.to(Crs.GCJ02).apply(lon, lat);
        double[] bd = CrsTransform.to(Crs.BD09).apply(lon, lat);

        assertThat(gcj).containsExactly(new double[] {gcjLon, gcjLat}, within(1e-6));
        assertThat(bd).containsExactly(new double[] {bdLon, bdLat}, within(1e-6));
    }

    @Test
    void outsideOfChinaNothingIsShifted() {
        assertThat(CrsTransform.to(Crs.GCJ02).apply(7.42, 43.73)).containsExactly(7.42, 43.73);
    }

    @Test
    void xian80IsRefusedBecauseItsShiftIsNotKnown() {
        assertThatThrownBy(() -> CrsTransform.from(Crs.parse("EPSG:4610")))
                .isInstanceOf(BadCoordinateException.class)
                .hasMessageContaining("基准转换参数");
    }

    @Test
    void beijing54IsShifted() {
        double[] moved = CrsTransform.from(Crs.parse("EPSG:4214")).apply(113.5, 22.8);

        double metres = Ellipsoid.distanceMetres(new LonLat(113.5, 22.8), new LonLat(moved[0], moved[1]));
        assertThat(metres).isBetween(5.0, 200.0);
    }

    @Test
    void swappedAxesAndNonsenseAreToldApartFromPlaces() {
        Geometry swapped = Geometries.FACTORY.createPoint(new Coordinate(22.9, 113.44));
        assertThatThrownBy(() -> CrsTransform.from(Crs.CGCS2000).apply(swapped))
                .isInstanceOf(BadCoordinateException.class)
                .hasMessageContaining("次序");
        assertThatThrownBy(() -> CrsTransform.from(Crs.parse("EPSG:4547")).apply(Double.NaN, 1))
                .isInstanceOf(BadCoordinateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "epsg:4490, EPSG:4490",
        "4547, EPSG:4547",
        "cgcs2000, EPSG:4490",
        "gcj02, GCJ-02",
        "bd09, BD-09",
        "http://www.opengis.net/def/crs/EPSG/0/4490, EPSG:4490",
        "urn:ogc:def:crs:OGC:1.3:CRS84, EPSG:4326"
    })
    void manyWaysToNameASystemAreUnderstood(String text, String id) {
        assertThat(Crs.parse(text).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EPSG:", "EPSG:999999", "火星", "4490; DROP TABLE place", "EPSG:99999999999999"})
    void anythingElseIsRefusedWithWhatIsAccepted(String text) {
        assertThatThrownBy(() -> Crs.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EPSG:4490");
    }

    @Test
    void aPrjFileIsLookedUpInTheDatabase() {
        String wkt = "PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
                + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
                + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",114.0],PARAMETER[\"Scale_Factor\",1.0],"
                + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

        assertThat(Crs.fromWkt(wkt)).contains(new Crs("EPSG:4547"));
        assertThat(Crs.fromWkt("nonsense")).isEqualTo(Optional.empty());
        assertThat(Crs.fromWkt("GEOGCS[".repeat(3000))).isEmpty();
    }

    @Test
    void zonesAndTheirCodesBelongTogether() {
        assertThat(GaussKruger.threeDegree(113.5).withoutZonePrefix()).isEqualTo(new Crs("EPSG:4547"));
        assertThat(GaussKruger.threeDegree(113.5).withZonePrefix()).isEqualTo(new Crs("EPSG:4526"));
        assertThat(GaussKruger.ofEasting(38_451_925)).contains(new GaussKruger(38, 3));
        assertThat(GaussKruger.ofEasting(451_925)).isEmpty();
        assertThat(GaussKruger.sixDegree(113.5).centralMeridian()).isEqualTo(111);
    }

    @Test
    void lengthsAndDirectionsAreGeodesic() {
        LonLat a = new LonLat(113, 23);
        assertThat(Ellipsoid.distanceMetres(a, Ellipsoid.move(a, 30, 1000))).isCloseTo(1000, within(1e-6));
        assertThat(Ellipsoid.bearingDegrees(a, new LonLat(113, 24))).isCloseTo(0, within(1e-9));
        assertThat(CompassSector.of(348.76)).isEqualTo(CompassSector.NORTH);
        assertThat(CompassSector.of(348.74)).isEqualTo(CompassSector.NORTH_NORTH_WEST);
        assertThat(CompassSector.everyday(120)).isEqualTo("东南");
    }
}
