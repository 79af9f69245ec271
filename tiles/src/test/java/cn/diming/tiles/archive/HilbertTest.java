package cn.diming.tiles.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.tiles.mvt.TileCoord;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HilbertTest {
    /** From the specification of PMTiles and its reference implementation. */
    @ParameterizedTest
    @CsvSource({"0,0,0,0", "1,0,0,1", "1,0,1,2", "1,1,1,3", "1,1,0,4", "2,0,0,5", "12,3423,1763,19078479"})
    void tilesHaveTheNumbersOfTheSpecification(int z, int x, int y, long id) {
        assertThat(Hilbert.id(new TileCoord(z, x, y))).isEqualTo(id);
        assertThat(Hilbert.tile(id)).isEqualTo(new TileCoord(z, x, y));
    }

    @Test
    void aNumberLeadsBackToItsTileAndChildrenFollowTheirParent() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            int z = random.nextInt(23);
            TileCoord tile = new TileCoord(z, random.nextInt(1 << z), random.nextInt(1 << z));
            long id = Hilbert.id(tile);
            assertThat(Hilbert.tile(id)).isEqualTo(tile);
            if (z > 0) {
                long place = id - Hilbert.firstOf(z);
                assertThat(Hilbert.tile(z - 1, place >> 2))
                        .isEqualTo(new TileCoord(z - 1, tile.x() >> 1, tile.y() >> 1));
            }
        }
    }
}
