package cn.diming.tiles.sheet.frame;

import java.util.List;

/** The scales there are; a map is never at 1:43,217. */
public final class ScaleLadder {

    /** Denominators from large scales to small. */
    public static final List<Integer> STEPS = List.of(
            500, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 7500, 10_000, 12_500, 15_000, 20_000, 25_000, 30_000, 35_000,
            40_000, 45_000, 50_000, 60_000, 75_000, 100_000, 125_000, 150_000, 200_000, 250_000, 300_000, 400_000,
            500_000, 1_000_000);

    /** The largest scale whose denominator is at least as given. */
    public static int atLeast(double denominator) {
        return STEPS.stream()
                .filter(step -> step >= denominator - 1e-6)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("范围太大，任何比例尺都放不下（需要 1:" + Math.round(denominator) + "）"));
    }

    private ScaleLadder() {}
}
