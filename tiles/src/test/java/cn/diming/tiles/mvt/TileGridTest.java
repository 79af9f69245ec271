package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TileGridTest {
    @Test
    void guangzhouLiesInTheTileThatEveryMapPutsItIn() {
        assertThat(TileGrid.worldX(113.2644) >> 21).isEqualTo(834);
        assertThat(TileGrid.worldY(23.1291) >> 21).isEqualTo(444);
    }

    @Test
    void thereAndBackIsWithinTwoCentimetres() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double longitude = random.nextDouble() * 360 - 180;
            double latitude = random.nextDouble() * 170 - 85;
            assertThat(TileGrid.longitude(TileGrid.worldX(longitude))).isCloseTo(longitude, within(1e-7));
            assertThat(TileGrid.latitude(TileGrid.worldY(latitude))).isCloseTo(latitude, within(1e-7));
        }
    }

    @Test
    void theEndsOfTheWorldStayOnTheSquare() {
        assertThat(TileGrid.worldX(-180)).isZero();
        assertThat(TileGrid.worldX(180)).isEqualTo(Integer.MAX_VALUE);
        assertThat(TileGrid.worldY(90)).isZero();
        assertThat(TileGrid.worldY(-90)).isEqualTo(Integer.MAX_VALUE);
        assertThat(TileGrid.worldY(0)).isEqualTo(1 << 30);
    }

    @Test
    void mortonCodesComeBackAndKeepTilesTogether() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            int x = random.nextInt() & Integer.MAX_VALUE;
            int y = random.nextInt() & Integer.MAX_VALUE;
            long code = Morton.code(x, y);
            assertThat(Morton.x(code)).isEqualTo(x);
            assertThat(Morton.y(code)).isEqualTo(y);
            assertThat(code >>> 2 * 17).isEqualTo(Morton.code(x >> 17, y >> 17));
        }
    }
}
