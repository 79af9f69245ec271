package cn.diming.core.shop;

import cn.diming.core.profile.RuleProfile;
import cn.diming.core.profile.RuleProfiles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the rule profile of a division says about shops (its section {@code values}).
 *
 * @param lookAtEveryChange whether an officer looks at a change of hours, products and description, too
 * @param licenceNeeded whether a photo of the licence is needed
 */
record ShopRules(
        boolean lookAtEveryChange,
        boolean licenceNeeded,
        int photos,
        int shopsPerMerchant,
        int submissionsADay,
        double addressMetres,
        double likenessMetres,
        double nearMetres,
        List<String> spamWords) {

    private static final String VALUES = "values";

    static ShopRules of(RuleProfiles profiles, String divisionCode) {
        RuleProfile profile = profiles.nearest(Optional.of(divisionCode));
        return new ShopRules(
                profile.number(VALUES, "shop-look-at-every-change") > 0,
                profile.number(VALUES, "shop-licence") > 0,
                (int) profile.number(VALUES, "shop-photos"),
                (int) profile.number(VALUES, "shop-per-merchant"),
                (int) profile.number(VALUES, "shop-submissions-a-day"),
                profile.number(VALUES, "shop-address-metres"),
                profile.number(VALUES, "shop-likeness-metres"),
                profile.number(VALUES, "shop-near-metres"),
                profile.find(VALUES, "shop-spam-words").stream()
                        .flatMap(row -> Arrays.stream(row.text("value").split("、", -1)))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }
}
