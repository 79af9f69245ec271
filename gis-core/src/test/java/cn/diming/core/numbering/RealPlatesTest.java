package cn.diming.core.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real house numbers of two small countries; what is found is explained in docs/benchmarks.md. */
class RealPlatesTest {

    @ParameterizedTest
    @CsvSource({
        "planetiler_monaco.osm.pbf, 240, 28, 2, 14, 7, 1, 9, 21",
        "liechtenstein-2013-08-03.osm.pbf, 196, 13, 5, 22, 22, 48, 17, 17"
    })
    void realNumbersAreJudgedByTheOrderTheyShow(
            String file, int plates, long dp1, long dp2, long dp3, long dp4, long dp5, long dp6, long dp7) {
        MeasureRealPlates measured = new MeasureRealPlates(SharedData.file("osm/" + file));
        assertThat(measured.plates).hasSize(plates);
        assertThat(measured.counts().values()).containsExactly(dp1, dp2, dp3, dp4, dp5, dp6, dp7);
    }
}
