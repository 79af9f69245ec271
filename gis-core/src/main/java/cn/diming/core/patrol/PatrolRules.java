package cn.diming.core.patrol;

import cn.diming.core.profile.RuleProfile;

/**
 * By which a patrol is judged: rows {@code patrol-*} of a rule profile. They stand in each proof, so that it can be verified
 * after the profile has changed.
 *
 * @param bufferMetres this near to the line is at the line
 * @param gapMetres stretches of the line longer than this that nobody walked are listed
 * @param legMetres fixes farther apart than this do not tell where somebody walked in between
 * @param walkKmh faster is not walking
 * @param windowSeconds over so long a time speed is measured, for fixes stray
 * @param jumpMetres less than this is noise of the receiver, however fast
 * @param jumpKmh nobody moves faster: two fixes that say so are not both right
 * @param markerMetres this near to a marker somebody was at it
 * @param share of the line that has to be walked, or explained
 * @param points most fixes of a patrol
 * @param files most files of a patrol
 * @param fileMegabytes most of a file
 */
record PatrolRules(
        double bufferMetres,
        double gapMetres,
        double legMetres,
        double walkKmh,
        double windowSeconds,
        double jumpMetres,
        double jumpKmh,
        double markerMetres,
        double share,
        int points,
        int files,
        int fileMegabytes) {

    private static final String SECTION = "tolerances";

    static PatrolRules of(RuleProfile profile) {
        return new PatrolRules(
                profile.number(SECTION, "patrol-buffer-metres"),
                profile.number(SECTION, "patrol-gap-metres"),
                profile.number(SECTION, "patrol-leg-metres"),
                profile.number(SECTION, "patrol-walk-kmh"),
                profile.number(SECTION, "patrol-window-seconds"),
                profile.number(SECTION, "patrol-jump-metres"),
                profile.number(SECTION, "patrol-jump-kmh"),
                profile.number(SECTION, "patrol-marker-metres"),
                profile.number(SECTION, "patrol-share"),
                (int) profile.number(SECTION, "patrol-points"),
                (int) profile.number(SECTION, "patrol-files"),
                (int) profile.number(SECTION, "patrol-file-megabytes"));
    }

    boolean isFasterThanWalking(double metres, double seconds) {
        return metres * 3.6 > walkKmh * seconds;
    }

    boolean isJump(double metres, double seconds) {
        return metres > jumpMetres && metres * 3.6 > jumpKmh * seconds;
    }
}
