package cn.diming.core.shop;

import cn.diming.core.profile.ProfileRow;
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

    static ShopRules of(RuleProfiles profiles, String divisionCode) {
        var profile = profiles.nearest(Optional.of(divisionCode));
        return new ShopRules(
                row(profile.find("values", "shop-look-at-every-change")).number("number") > 0,
                row(profile.find("values", "shop-licence")).number("number") > 0,
                row(profile.find("values", "shop-photos")).number("number"),
                row(profile.find("values", "shop-per-merchant")).number("number"),
                row(profile.find("values", "shop-submissions-a-day")).number("number"),
                row(profile.find("values", "shop-address-metres")).number("number"),
                row(profile.find("values", "shop-likeness-metres")).number("number"),
                row(profile.find("values", "shop-near-metres")).number("number"),
                Arrays.stream(row(profile.find("values", "shop-spam-words"))
                                .text("value")
                                .split("、", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static ProfileRow row(Optional<ProfileRow> row) {
        return row.orElseThrow(() -> new IllegalStateException("the profile says nothing about shops"));
    }
}
