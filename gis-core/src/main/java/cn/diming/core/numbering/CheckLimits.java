package cn.diming.core.numbering;

import java.util.Set;

/**
 * From where on the checks speak; local choices, part of a numbering profile.
 *
 * @param farthestMetres DP-06: a plate farther from its street; a door farther from every street is numbered with its village
 * @param otherStreetRatio DP-07: another street so many times nearer
 * @param axisToleranceMetres a plate nearer to the line than this lies on neither side
 * @param sameChainageMetres DP-03: plates closer along the street than this have no order
 * @param agreement DP-02 without a profile: this share of a street's plates must agree before the others are called wrong
 * @param shunned DP-09: numbers that people like to leave out
 * @param metricNumbers DP-12: numbers off, at least
 * @param metricShare DP-12: or this share of the number
 * @param photoMetres DP-20: a photo taken farther away
 * @param source law, standard or decision
 */
public record CheckLimits(
        double farthestMetres,
        double otherStreetRatio,
        double axisToleranceMetres,
        double sameChainageMetres,
        double agreement,
        Set<Integer> shunned,
        int metricNumbers,
        double metricShare,
        double photoMetres,
        String source) {

    public CheckLimits {
        shunned = Set.copyOf(shunned);
        boolean lengths = farthestMetres > 0 && axisToleranceMetres >= 0 && sameChainageMetres >= 0 && photoMetres > 0;
        boolean shares = otherStreetRatio >= 1 && agreement > 0.5 && agreement <= 1 && metricShare >= 0;
        if (!lengths || !shares || metricNumbers < 0) {
            throw new IllegalArgumentException("检查限值不合理");
        }
    }
}
