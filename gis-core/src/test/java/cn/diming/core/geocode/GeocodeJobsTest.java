package cn.diming.core.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.AccountDraft;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.record.NotFound;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeocodeJobsTest {

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aJobIsForgottenWhenItHasBeenOverForLongEnoughAndNotBefore(Engines engine) {
        MovingClock clock = new MovingClock();
        try (Core core = Core.open(engine.fresh(), clock)) {
            Actor officer = officer(core);
            GeocodeJobs jobs = core.geocodeJobs();
            GeocodeJob done = jobs.create(officer, "旧.csv", options(), 2);
            jobs.finish(done.id(), 2, 1);
            GeocodeJob failed = jobs.create(officer, "坏.csv", options(), 2);
            jobs.fail(failed.id(), "无法读取");
            GeocodeJob waiting = jobs.create(officer, "等.csv", options(), 2);
            clock.forward(Duration.ofDays(6));
            GeocodeJob later = jobs.create(officer, "新.csv", options(), 2);
            jobs.finish(later.id(), 2, 2);
            assertThat(jobs.forgetOverBefore(clock.instant().minus(Duration.ofDays(7))))
                    .isEmpty();
            clock.forward(Duration.ofDays(2));
            assertThat(jobs.forgetOverBefore(clock.instant().minus(Duration.ofDays(7))))
                    .containsExactlyInAnyOrder(done.id(), failed.id());
            assertThat(jobs.list(officer)).extracting(GeocodeJob::id).containsExactly(later.id(), waiting.id());
            assertThatThrownBy(() -> jobs.get(officer, done.id())).isInstanceOf(NotFound.class);
        }
    }

    private static Actor officer(Core core) {
        var account = core.accounts()
                .create(Actor.OPERATOR, new AccountDraft("officer", "测试员", Role.NAMING_OFFICER, "440115"))
                .account();
        return new Actor(OptionalLong.of(account.id()), account.login(), account.role(), account.jurisdiction());
    }

    private static GeocodeOptions options() {
        return new GeocodeOptions("地址", null, "EPSG:4490");
    }
}
