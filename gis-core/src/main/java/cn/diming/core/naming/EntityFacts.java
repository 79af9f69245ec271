package cn.diming.core.naming;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How large the named thing is; what is not known is not judged.
 *
 * @param openSquareMetres public open space in one piece, without car parks
 * @param greenPercent green and leisure space of the site
 * @param coveragePercent building footprint of the site
 */
public record EntityFacts(
        OptionalDouble widthMetres,
        OptionalDouble lengthMetres,
        OptionalDouble siteSquareMetres,
        OptionalDouble floorSquareMetres,
        OptionalDouble openSquareMetres,
        OptionalInt storeys,
        OptionalDouble greenPercent,
        OptionalDouble floorAreaRatio,
        OptionalDouble coveragePercent) {

    /** Nothing is known. */
    public static final EntityFacts UNKNOWN = new EntityFacts(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
}
