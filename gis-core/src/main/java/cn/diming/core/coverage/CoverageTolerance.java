package cn.diming.core.coverage;

import cn.diming.core.profile.RuleProfile;
import java.util.OptionalDouble;

/**
 * From which width on something is a defect, and up to which it is a sliver. Rows {@code coverage-*} of a rule profile.
 *
 * @param noiseMetres narrower is rounding; where the coordinates are written with few decimals, their grid counts instead
 * @param sliverMetres up to this width a long strip is a fault of drawing rather than of territory
 * @param slitMetres as narrow an opening between two areas to the outside is a gap, not a coast
 */
public record CoverageTolerance(double noiseMetres, double sliverMetres, double slitMetres) {

    public CoverageTolerance {
        boolean sound = noiseMetres > 0 && sliverMetres > noiseMetres && slitMetres >= noiseMetres;
        if (!sound) {
            throw new IllegalArgumentException("覆盖检查的容差应依次为：噪声 < 狭缝 ≤ 狭长");
        }
    }

    public static CoverageTolerance of(RuleProfile profile) {
        return new CoverageTolerance(
                number(profile, "coverage-noise-metres"),
                number(profile, "coverage-sliver-metres"),
                number(profile, "coverage-slit-metres"));
    }

    private static double number(RuleProfile profile, String key) {
        return profile.find("tolerances", key)
                .map(row -> row.findNumber("number"))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .orElseThrow(
                        () -> new IllegalArgumentException("规则档案 " + profile.name() + " 缺少 tolerances 的条目 " + key));
    }

    CoverageTolerance atLeast(double gridMetres) {
        double noise = Math.max(noiseMetres, gridMetres);
        return new CoverageTolerance(noise, Math.max(sliverMetres, 2 * noise), Math.max(slitMetres, noise));
    }
}
