package cn.diming.core.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** CPU and wall times of the same work done many times on the calling thread. */
final class CpuTimes {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final List<Long> cpu = new ArrayList<>();
    private final List<Long> wall = new ArrayList<>();

    void run(Runnable work) {
        long began = System.nanoTime();
        long start = CPU.getCurrentThreadCpuTime();
        work.run();
        cpu.add(CPU.getCurrentThreadCpuTime() - start);
        wall.add(System.nanoTime() - began);
    }

    private static String spread(List<Long> nanos) {
        Collections.sort(nanos);
        return String.format(
                Locale.ROOT,
                "p50 %.2f p95 %.2f p99 %.2f max %.2f",
                millis(nanos, .5),
                millis(nanos, .95),
                millis(nanos, .99),
                millis(nanos, 1));
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size())) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "CPU ms %s, wall ms %s (%,d)", spread(cpu), spread(wall), cpu.size());
    }
}
