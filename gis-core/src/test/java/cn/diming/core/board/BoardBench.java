package cn.diming.core.board;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.DbConfig;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.region.DivisionCode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The board over 200,000 names: the year that Guangzhou reported (118,809 names, 92,493 reports, 2,631 signs) and the streets that
 * were there before: {@code scripts/bench board}. The argument is a folder for the GeoPackage, or {@code postgis}.
 */
final class BoardBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BEFORE = 81_191;
    private static final int BATCH = 5_000;
    private static final int ROUNDS = 20;

    public static void main(String[] arguments) {
        DbConfig database =
                arguments[0].equals("postgis") ? Engines.POSTGIS.fresh() : DbConfig.embedded(Path.of(arguments[0]));
        MovingClock clock = new MovingClock();
        clock.forward(Duration.ofDays(-59)); // the first of January
        try (Core core = Core.open(database, clock)) {
            core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
            core.divisions().rebuild();
            before(core);
            GuangzhouYear.run(core, clock);
            LocalDate today = core.clock().instant().atZone(Period.ZONE).toLocalDate();
            System.out.println(core.db().kind() + ", " + core.store().count(RecordKind.PLACE) + " names");
            for (String code : List.of("4401", "440115", "440115103")) {
                measure(core, code, new Period(2026, LocalDate.of(2026, 12, 20)));
                measure(core, code, new Period(2026, LocalDate.of(2026, 6, 30)));
            }
            System.out.println("the clock stands at " + today);
        }
    }

    private static void before(Core core) {
        for (int from = 0; from < BEFORE; from += BATCH) {
            List<RecordDraft> drafts = new ArrayList<>();
            for (int i = from; i < Math.min(BEFORE, from + BATCH); i++) {
                drafts.add(new RecordDraft(
                        "old/" + i,
                        Map.of(
                                "name",
                                "旧街" + i,
                                "category",
                                i % 3 == 0 ? "STREET" : "OTHER",
                                "status",
                                "STANDARD",
                                "division_code",
                                "440115103208"),
                        Optional.of(Drafts.point(113.44 + i * 1e-7, 22.91)),
                        List.of(),
                        List.of()));
            }
            core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "before", drafts);
        }
    }

    private static void measure(Core core, String code, Period period) {
        double[] wall = new double[ROUNDS];
        long began = 0;
        for (int round = -3; round < ROUNDS; round++) {
            if (round == 0) {
                began = THREADS.getCurrentThreadCpuTime();
            }
            long start = System.nanoTime();
            core.board().year(Actor.OPERATOR, DivisionCode.parse(code), period);
            if (round >= 0) {
                wall[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        double cpu = (THREADS.getCurrentThreadCpuTime() - began) / 1e6 / ROUNDS;
        Arrays.sort(wall);
        System.out.printf(
                "%-10s as of %s: CPU of ours %.0f ms, wall p50 %.0f ms, p95 %.0f ms%n",
                code, period.knownOn(), cpu, wall[ROUNDS / 2], wall[ROUNDS * 95 / 100]);
    }

    private BoardBench() {}
}
