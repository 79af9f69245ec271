package cn.diming.core.boundary;

import cn.diming.core.finding.Severity;
import cn.diming.core.geo.LonLat;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a check of a line found.
 *
 * @param message in Chinese
 * @param place where to look, EPSG:4490
 * @param metres how far off
 * @param specialReason why to open a special inspection (Art. 12), where the finding calls for one
 */
public record BoundaryFinding(
        BoundaryRule rule,
        Severity severity,
        String message,
        Optional<LonLat> place,
        OptionalDouble metres,
        Optional<String> specialReason) {

    BoundaryFinding(
            BoundaryRule rule, Severity severity, String message, Optional<LonLat> place, OptionalDouble metres) {
        this(rule, severity, message, place, metres, Optional.empty());
    }

    static BoundaryFinding of(BoundaryRule rule, String message) {
        return new BoundaryFinding(rule, rule.severity(), message, Optional.empty(), OptionalDouble.empty());
    }

    static BoundaryFinding at(BoundaryRule rule, String message, LonLat place) {
        return new BoundaryFinding(rule, rule.severity(), message, Optional.of(place), OptionalDouble.empty());
    }

    static BoundaryFinding at(BoundaryRule rule, String message, LonLat place, double metres) {
        return new BoundaryFinding(rule, rule.severity(), message, Optional.of(place), OptionalDouble.of(metres));
    }

    /** The same, as a reason for a special inspection. */
    BoundaryFinding callingFor(String specialReason) {
        return new BoundaryFinding(rule, severity, message, place, metres, Optional.of(specialReason));
    }

    static BoundaryFinding note(BoundaryRule rule, String message) {
        return new BoundaryFinding(rule, Severity.INFO, message, Optional.empty(), OptionalDouble.empty());
    }
}
