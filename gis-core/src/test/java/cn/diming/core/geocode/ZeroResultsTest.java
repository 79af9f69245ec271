package cn.diming.core.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZeroResultsTest {

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatIsLookedForInVainIsCountedByTextForStaffOnly(Engines engine) {
        try (Core core = engine.open()) {
            core.zeroResults().add("幸福里");
            core.zeroResults().add("幸福里");
            core.zeroResults().flush();
            core.zeroResults().add("幸福里");
            core.zeroResults().add("没有村");
            assertThat(core.zeroResults().list(Actor.OPERATOR, 30, 10))
                    .extracting(ZeroResults.Row::text, ZeroResults.Row::count)
                    .containsExactly(tuple("幸福里", 3L), tuple("没有村", 1L));
            assertThatThrownBy(() -> core.zeroResults().list(Actor.PUBLIC, 30, 10))
                    .isInstanceOf(Denied.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void afterAYearTheWordsGoToo(Engines engine) {
        MovingClock clock = new MovingClock();
        try (Core core = Core.open(engine.fresh(), clock)) {
            core.zeroResults().add("幸福里");
            core.zeroResults().flush();
            clock.forward(Duration.ofDays(367));
            core.zeroResults().add("没有村");
            assertThat(core.zeroResults().list(Actor.OPERATOR, 1000, 10))
                    .extracting(ZeroResults.Row::text)
                    .containsExactly("没有村");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "朝阳路12号 13800138000, 朝阳路12号 …",
        "张三 440113 1990 0101 1234, 张三 …",
        "someone@example.org 大石, … 大石",
        "朝阳路12号, 朝阳路12号"
    })
    void numbersOfPersonsAreBlottedOut(String typed, String kept) {
        assertThat(ZeroResults.withoutPersons(typed)).isEqualTo(kept);
    }
}
