package cn.diming.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeJournalTest {

    private static final int WRITERS = 6;
    private static final int EACH = 30;

    /** A follower polls while six writers commit; with a plain sequence it would miss dozens of changes. */
    @ParameterizedTest
    @EnumSource(Engines.class)
    void aFollowerMissesNothingThatManyWritersCommit(Engines engine) throws InterruptedException {
        try (Core core = engine.open();
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            CountDownLatch done = new CountDownLatch(WRITERS);
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "写手" + writer;
                var unused = writers.submit(() -> {
                    for (int i = 0; i < EACH; i++) {
                        core.records()
                                .create(Actor.OPERATOR, RecordKind.PLACE, Drafts.village(name + i, name + i, 113, 23));
                    }
                    done.countDown();
                    return null;
                });
            }

            List<Long> seen = new ArrayList<>();
            boolean finished;
            do {
                finished = done.await(1, TimeUnit.MILLISECONDS);
                core.journal().since(seen.isEmpty() ? 0 : seen.getLast(), 7).forEach(change -> seen.add(change.seq()));
            } while (!finished || seen.getLast() < core.journal().latest());

            assertThat(seen).hasSize(WRITERS * EACH).doesNotHaveDuplicates().isSorted();
            assertThat(core.store().count(RecordKind.PLACE)).isEqualTo(WRITERS * EACH);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aTransactionIsNeverHandedOutInHalves(Engines engine) {
        try (Core core = engine.open()) {
            core.journal().write(Actor.OPERATOR, changes -> {
                for (int i = 0; i < 5; i++) {
                    changes.saved(RecordKind.PLACE, changes.newId(), Optional.empty());
                }
                return true;
            });

            assertThat(core.journal().since(0, 3)).hasSize(5);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aPumpBringsItsFollowerUpToDate(Engines engine) throws InterruptedException {
        try (Core core = engine.open()) {
            Recorder recorder = new Recorder();
            core.records().create(Actor.OPERATOR, RecordKind.PLACE, Drafts.village("a", "先有的", 113, 23));
            try (ChangePump pump = new ChangePump(core.journal(), recorder).start()) {
                long first = core.journal().latest();
                core.records().create(Actor.OPERATOR, RecordKind.PLACE, Drafts.village("b", "后来的", 113, 23));

                assertThat(recorder.reached.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(recorder.rebuilt).isTrue();
                assertThat(recorder.cursor()).isEqualTo(first + 1);
                assertThat(pump).isNotNull();
            }
        }
    }

    /** Remembers where it was led. */
    private static final class Recorder implements ChangeFollower {
        private final CountDownLatch reached = new CountDownLatch(1);
        private volatile long cursor;
        private volatile boolean rebuilt;

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public long cursor() {
            return cursor;
        }

        @Override
        public void rebuild() {
            rebuilt = true;
            cursor = 1;
        }

        @Override
        public void apply(List<Change> changes) {
            cursor = changes.getLast().seq();
            if (changes.getLast().recordId().equals(OptionalLong.of(51)) || cursor >= 2) {
                reached.countDown();
            }
        }
    }
}
