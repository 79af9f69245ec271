package cn.diming.core.numbering;

/**
 * From where on the checks speak.
 *
 * @param farthestMetres DP-06: a plate farther from its street
 * @param otherStreetRatio DP-07: another street so many times nearer
 * @param axisToleranceMetres a plate nearer to the line than this lies on neither side
 * @param sameChainageMetres DP-03: plates closer along the street than this have no order
 * @param metricNumbers DP-12: numbers off, at least
 * @param metricShare DP-12: or this share of the number
 * @param photoMetres DP-20: a photo taken farther away
 */
public record CheckLimits(
        double farthestMetres,
        double otherStreetRatio,
        double axisToleranceMetres,
        double sameChainageMetres,
        int metricNumbers,
        double metricShare,
        double photoMetres) {

    /** The values of the product, all local choices. */
    public static final CheckLimits USUAL = new CheckLimits(60, 2, 0.5, 0.5, 2, 0.05, 30);
}
