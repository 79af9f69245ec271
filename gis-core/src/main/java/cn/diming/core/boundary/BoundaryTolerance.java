package cn.diming.core.boundary;

import cn.diming.core.profile.RuleProfile;
import java.util.OptionalDouble;

/** How far off is wrong: rows {@code boundary-*} of a rule profile, in metres unless they say otherwise. */
public record BoundaryTolerance(
        double endMetres,
        double markerMetres,
        double edgeMetres,
        double lengthShare,
        double lengthMetres,
        double nameMetres,
        double featureMetres,
        int photos,
        int inspectionYears) {

    public static BoundaryTolerance of(RuleProfile profile) {
        return new BoundaryTolerance(
                number(profile, "boundary-end-metres"),
                number(profile, "boundary-marker-metres"),
                number(profile, "boundary-edge-metres"),
                number(profile, "boundary-length-share"),
                number(profile, "boundary-length-metres"),
                number(profile, "boundary-name-metres"),
                number(profile, "boundary-feature-metres"),
                (int) number(profile, "boundary-photos"),
                (int) number(profile, "boundary-inspection-years"));
    }

    private static double number(RuleProfile profile, String key) {
        return profile.find("tolerances", key)
                .map(row -> row.findNumber("number"))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .orElseThrow(
                        () -> new IllegalArgumentException("规则档案 " + profile.name() + " 缺少 tolerances 的条目 " + key));
    }
}
