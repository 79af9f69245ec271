package cn.diming.core.collect;

import cn.diming.core.profile.ProfileRow;
import cn.diming.core.profile.RuleProfiles;
import java.util.Optional;

/** What the rule profile of a division says about collection (its section {@code values}). */
record CollectionRules(boolean secondLook, int reportsADay, int photos, double likenessMetres, double shiftMetres) {

    static CollectionRules of(RuleProfiles profiles, String divisionCode) {
        var profile = profiles.nearest(Optional.of(divisionCode));
        return new CollectionRules(
                number(profile.find("values", "collection-second-look")) > 0,
                number(profile.find("values", "collection-reports-a-day")),
                number(profile.find("values", "collection-photos")),
                number(profile.find("values", "collection-likeness-metres")),
                number(profile.find("values", "collection-shift-metres")));
    }

    private static int number(Optional<ProfileRow> row) {
        return row.orElseThrow(() -> new IllegalStateException("the profile says nothing about collection"))
                .number("number");
    }
}
