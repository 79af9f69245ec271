package cn.diming.core.collect;

import cn.diming.core.profile.RuleProfile;
import cn.diming.core.profile.RuleProfiles;
import java.util.Optional;

/**
 * What the rule profile of a division says about collection (its section {@code values}).
 *
 * @param likenessMetres how far away a place of a like name is still shown
 * @param hereMetres how near a place is shown whatever it is called
 * @param shiftMetres how near a place must lie once a shift is undone
 */
record CollectionRules(
        boolean secondLook, int reportsADay, int photos, double likenessMetres, double hereMetres, double shiftMetres) {

    private static final String VALUES = "values";

    static CollectionRules of(RuleProfiles profiles, String divisionCode) {
        RuleProfile profile = profiles.nearest(Optional.of(divisionCode));
        return new CollectionRules(
                profile.number(VALUES, "collection-second-look") > 0,
                (int) profile.number(VALUES, "collection-reports-a-day"),
                (int) profile.number(VALUES, "collection-photos"),
                profile.number(VALUES, "collection-likeness-metres"),
                profile.number(VALUES, "collection-here-metres"),
                profile.number(VALUES, "collection-shift-metres"));
    }
}
