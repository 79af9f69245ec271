package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.diming.core.fixtures.Drafts;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
        "EPSG:4547, 2521534.9, 451925.2, 次序",
        "EPSG:4547, 12638000, 2607000, 坐标系",
        "EPSG:4547, 38451925.2, 2521534.9, EPSG:4526",
        "EPSG:4526, 451925.2, 2521534.9, EPSG:4547",
        "EPSG:3857, 1e300, 0, 坐标系",
        "EPSG:4326, 113.5, 91, 次序",
        "GCJ-02, NaN, 22, 坐标系"
    })
    void whatLiesWhereItsSystemDoesNotReachIsRefusedWithAHint(String crs, double x, double y, String hint) {
        assertThatThrownBy(() -> CrsTransform.from(Crs.parse(crs)).apply(x, y))
                .isInstanceOf(BadCoordinateException.class)
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @CsvSource({"7.42, 43.73", "-66, 22", "-170, 0"})
    void noZoneTakesAPlaceOnTheOtherSideOfTheEarth(double lon, double lat) {
        assertThatThrownBy(() -> CrsTransform.to(Crs.parse("EPSG:4547")).apply(lon, lat))
                .isInstanceOf(BadCoordinateException.class);
    }

    @Test
    void aNeighbouringZoneIsStillReached() {
        assertThat(CrsTransform.from(Crs.parse("EPSG:4547")).apply(1_000_000, 2_521_534)[0])
                .isBetween(118.0, 119.0);
    }

    @Test
    void theTransformedGeometryIsNewFlatAndTaggedThroughout() {
        Geometry given = Drafts.wkt("GEOMETRYCOLLECTION (POINT Z(451925.1991 2521534.9221 7), LINESTRING EMPTY)");
        given.setSRID(4547);

        Geometry moved = CrsTransform.from(Crs.parse("EPSG:4547")).apply(given);

        assertThat(moved.getGeometryN(0).getSRID()).isEqualTo(4490);
        assertThat(moved.getCoordinate().getZ()).isNaN();
        assertThat(moved.getCoordinate().x).isCloseTo(113.5318, within(1e-8));
        assertThat(given.getCoordinate().x).isEqualTo(451925.1991);
        assertThat(CrsTransform.to(Crs.parse("EPSG:4547")).apply(moved).getSRID())
                .isEqualTo(4547);
    }

    @Test
    void eightThreadsGetWhatOneGets() {
        List<String> systems =
                List.of("EPSG:4547", "EPSG:4526", "EPSG:3857", "EPSG:4214", "EPSG:32649", "GCJ-02", "BD-09");
        IntFunction<List<Double>> there = i -> {
            double[] xy =
                    CrsTransform.to(Crs.parse(systems.get(i % systems.size()))).apply(112 + i % 400 / 100.0, 22.5);
            return List.of(xy[0], xy[1]);
        };
        List<List<Double>> alone = IntStream.range(0, 8000).mapToObj(there).toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<List<List<Double>>>> runs = IntStream.range(0, 8)
                    .mapToObj(thread -> CompletableFuture.supplyAsync(
                            () -> IntStream.range(0, 8000).mapToObj(there).toList(), threads))
                    .toList();
            assertThat(runs).allSatisfy(run -> assertThat(run.join()).isEqualTo(alone));
        }
    }
}
