package cn.diming.dataimport.plan;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** What of a row's geometry is kept. */
enum GeometryRule {
    AS_IS("as-is"),
    INTERIOR_POINT("interior-point"),
    NONE("none");

    private final String word;

    GeometryRule(String word) {
        this.word = word;
    }

    static GeometryRule parse(String word) {
        for (GeometryRule rule : values()) {
            if (rule.word.equals(word)) {
                return rule;
            }
        }
        throw new PlanRefused("应为 as-is、interior-point 或 none，而不是 " + word);
    }

    Optional<Geometry> apply(Geometry geometry) {
        return switch (this) {
            case AS_IS -> Optional.of(geometry);
            case INTERIOR_POINT -> Optional.of(geometry.getInteriorPoint());
            case NONE -> Optional.empty();
        };
    }
}
