package cn.diming.core.inspection;

/**
 * A stretch of the line for which one side leads the field work.
 *
 * @param fromMetres along the line from its start, geodesic
 */
public record AssignedSection(double fromMetres, double toMetres, Side side) {

    /** @throws cn.diming.core.record.Refused for a stretch that ends before it begins */
    public AssignedSection {
        if (!(fromMetres >= 0 && toMetres > fromMetres)) {
            throw Words.refused("分工段的起止里程有误：" + fromMetres + " 至 " + toMetres);
        }
    }

    boolean holds(double alongMetres) {
        return fromMetres <= alongMetres && alongMetres <= toMetres;
    }
}
