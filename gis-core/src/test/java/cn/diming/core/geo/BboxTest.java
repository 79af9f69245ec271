package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BboxTest {

    @ParameterizedTest
    @CsvSource({"2,0,1,1", "0,2,1,1", "NaN,0,1,1", "0,0,1,NaN", "-181,0,1,1", "0,0,1,91", "0,0,Infinity,1"})
    void nonsenseIsNoBox(double west, double south, double east, double north) {
        assertThatThrownBy(() -> new Bbox(west, south, east, north))
                .isInstanceOf(BadCoordinateException.class)
                .hasMessageContaining("西,南,东,北");
    }

    @ParameterizedTest
    @CsvSource({"NaN,0", "0,NaN", "180.1,0", "0,-90.1", "-Infinity,0"})
    void nonsenseIsNoPosition(double lon, double lat) {
        assertThatThrownBy(() -> new LonLat(lon, lat)).isInstanceOf(BadCoordinateException.class);
    }

    @Test
    void anEmptyGeometryHasNoBox() {
        assertThatThrownBy(() -> Bbox.of(Geometries.FACTORY.createPoint())).isInstanceOf(BadCoordinateException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 22.9, -45, 66, 88})
    void aGrownBoxIsAtLeastSoMuchLargerOnEachSide(double lat) {
        LonLat centre = new LonLat(113.44, lat);
        Bbox box = Bbox.around(centre, 500);

        for (int bearing = 0; bearing < 360; bearing += 15) {
            assertThat(box.contains(Ellipsoid.move(centre, bearing, 499.9))).isTrue();
        }
    }

    @Test
    void atTheEdgeOfTheWorldABoxIsCutOff() {
        assertThat(Bbox.around(new LonLat(180, 90), 1000)).satisfies(box -> {
            assertThat(box.maxLon()).isEqualTo(180);
            assertThat(box.maxLat()).isEqualTo(90);
        });
    }

    @Test
    void boxesThatTouchIntersect() {
        Bbox box = new Bbox(113, 22, 114, 23);

        assertThat(box.intersects(new Bbox(114, 23, 115, 24))).isTrue();
        assertThat(box.intersects(new Bbox(114.001, 23, 115, 24))).isFalse();
        assertThat(box.union(new Bbox(114, 23, 115, 24))).isEqualTo(new Bbox(113, 22, 115, 24));
        assertThat(Bbox.of(box.toEnvelope())).isEqualTo(box);
    }
}
