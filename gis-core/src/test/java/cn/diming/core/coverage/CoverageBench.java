package cn.diming.core.coverage;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** CPU time of the coverage check over the sets of the shared data: {@code scripts/bench boundaries}. */
public final class CoverageBench {

    private static final CoverageTolerance TOLERANCE = new CoverageTolerance(0.02, 10, 2);
    private static final int ROUNDS = 3;

    public static void main(String[] arguments) {
        measure("Guangzhou, 2,851 villages", Coverages.guangzhou());
        measure("county, 590 villages in 24 towns", Coverages.county());
        measure("Taiwan, 7,701 villages in 368 towns", Coverages.taiwan());
    }

    private static void measure(String name, Coverages.Set set) {
        for (int round = 1; round <= ROUNDS; round++) {
            long before = cpu();
            List<CoverageFinding> found = CoverageCheck.check(set.units(), set.parents(), TOLERANCE);
            System.out.printf(
                    Locale.ROOT,
                    "%s, round %d: %.2f s CPU, %d findings%n",
                    name,
                    round,
                    (cpu() - before) / 1e9,
                    found.size());
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private CoverageBench() {}
}
