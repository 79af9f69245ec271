package cn.diming.core.boundary;

import cn.diming.core.profile.RuleProfile;

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

    private static final String SECTION = "tolerances";

    public static BoundaryTolerance of(RuleProfile profile) {
        return new BoundaryTolerance(
                profile.number(SECTION, "boundary-end-metres"),
                profile.number(SECTION, "boundary-marker-metres"),
                profile.number(SECTION, "boundary-edge-metres"),
                profile.number(SECTION, "boundary-length-share"),
                profile.number(SECTION, "boundary-length-metres"),
                profile.number(SECTION, "boundary-name-metres"),
                profile.number(SECTION, "boundary-feature-metres"),
                (int) profile.number(SECTION, "boundary-photos"),
                (int) profile.number(SECTION, "boundary-inspection-years"));
    }
}
