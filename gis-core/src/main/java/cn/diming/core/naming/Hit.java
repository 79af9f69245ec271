package cn.diming.core.naming;

import java.util.Comparator;
import java.util.OptionalDouble;

/** Another name and what it has to do with the one inspected. */
record Hit(IndexedName name, Relation relation, Scope shared, OptionalDouble distanceMetres) {

    /** The nearest first; what lies nobody knows where comes last, by scope. */
    static final Comparator<Hit> NEAREST = Comparator.comparing(
                    (Hit hit) -> hit.distanceMetres.orElse(Double.MAX_VALUE))
            .thenComparing(Hit::shared)
            .thenComparing(hit -> hit.name.id());

    /** As people say it: 相距 350 米, 相距 1.2 公里; empty when not known. */
    String distanceWords() {
        if (distanceMetres.isEmpty()) {
            return "";
        }
        double metres = distanceMetres.getAsDouble();
        return metres < 1000 ? "，相距 " + Math.round(metres) + " 米" : "，相距 " + Math.round(metres / 100) / 10.0 + " 公里";
    }
}
