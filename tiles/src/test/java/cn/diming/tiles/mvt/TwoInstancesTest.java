package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.Engines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code scripts/bench tiles edits} makes a thousand edits on each database; here it is a tenth of that. */
class TwoInstancesTest {

    @ParameterizedTest
    @EnumSource(Engines.class)
    void afterEachEditBothDrawWhatAFreshStartDrawsAndOnlyWhatWasToldOfChanged(Engines engine) {
        try (EditRehearsal rehearsal = new EditRehearsal(engine, 20260301 + engine.ordinal())) {
            rehearsal.run(110);
            assertThat(rehearsal.changed).isPositive();
            assertThat(rehearsal.told).isLessThan(rehearsal.compared / 4);
        }
    }
}
