package cn.diming.core.coverage;

import cn.diming.core.profile.RuleProfile;

/**
 * From which width on something is a defect, and up to which it is a sliver. Rows {@code coverage-*} of a rule profile.
 *
 * @param noiseMetres narrower is rounding; where the coordinates are written with few decimals, their grid counts instead
 * @param sliverMetres up to this width a long strip is a fault of drawing rather than of territory
 * @param slitMetres as narrow an opening between two areas to the outside is a gap, not a coast
 */
public record CoverageTolerance(double noiseMetres, double sliverMetres, double slitMetres) {

    private static final String SECTION = "tolerances";

    public CoverageTolerance {
        boolean sound = noiseMetres > 0 && sliverMetres > noiseMetres && slitMetres >= noiseMetres;
        if (!sound) {
            throw new IllegalArgumentException("覆盖检查的容差应依次为：噪声 < 狭缝 ≤ 狭长");
        }
    }

    public static CoverageTolerance of(RuleProfile profile) {
        return new CoverageTolerance(
                profile.number(SECTION, "coverage-noise-metres"),
                profile.number(SECTION, "coverage-sliver-metres"),
                profile.number(SECTION, "coverage-slit-metres"));
    }

    CoverageTolerance atLeast(double gridMetres) {
        double noise = Math.max(noiseMetres, gridMetres);
        return new CoverageTolerance(noise, Math.max(sliverMetres, 2 * noise), Math.max(slitMetres, noise));
    }
}
