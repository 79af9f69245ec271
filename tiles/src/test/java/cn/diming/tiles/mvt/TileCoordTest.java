package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileCoordTest {
    @ParameterizedTest
    @CsvSource({
        "99,0,0",
        "-1,0,0",
        "23,0,0",
        "3,8,0",
        "3,0,8",
        "3,-1,0",
        "0,1,0",
        "x,0,0",
        "1,1.5,0",
        "1,,0",
        "1,99999999999999999999,0",
        "1,0x1,0",
        "1,+1,0",
        "１,0,0"
    })
    void anAddressOffTheGridIsRefusedInChinese(String z, String x, String y) {
        assertThatThrownBy(() -> TileCoord.parse(z, x == null ? "" : x, y))
                .isInstanceOf(BadTileRequest.class)
                .hasMessageContaining("瓦片");
    }

    @Test
    void theFourCornersOfTheGridAreThere() {
        int last = (1 << 22) - 1;
        assertThat(TileCoord.parse("22", "" + last, "" + last)).isEqualTo(new TileCoord(22, last, last));
        assertThat(TileCoord.parse("0", "0", "0")).isEqualTo(new TileCoord(0, 0, 0));
    }

    @Test
    void aLongAddressIsNotRepeatedWhole() {
        assertThatThrownBy(() -> TileCoord.parse("9".repeat(5000), "0", "0"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(60));
    }
}
