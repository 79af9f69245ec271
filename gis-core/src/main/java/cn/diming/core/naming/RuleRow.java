package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.profile.ProfileRow;
import cn.diming.core.record.PlaceCategory;
import java.util.List;
import java.util.Optional;

/**
 * How a profile wants a rule to be taken.
 *
 * @param severity empty = the rule is off
 * @param old the same for old names
 * @param categories what it is asked of; empty = everything
 * @param justify whether a case that keeps the name must say why
 * @param basis law and article
 */
record RuleRow(
        String id,
        String title,
        Optional<Severity> severity,
        Optional<Severity> old,
        List<PlaceCategory> categories,
        boolean justify,
        String basis) {

    static RuleRow of(ProfileRow row) {
        Optional<Severity> severity = severity(row.text("severity"));
        return new RuleRow(
                row.key(),
                row.text("title"),
                severity,
                row.findText("old").map(RuleRow::severity).orElse(severity),
                categories(row),
                row.isTrue("justify"),
                row.source());
    }

    Optional<Severity> severity(PlaceCategory category, boolean oldName) {
        boolean asked = categories.isEmpty() || categories.contains(category);
        return !asked ? Optional.empty() : oldName ? old : severity;
    }

    /** Empty for OFF. */
    static Optional<Severity> severity(String word) {
        return word.equals("OFF") ? Optional.empty() : Optional.of(Severity.valueOf(word));
    }

    static List<PlaceCategory> categories(ProfileRow row) {
        return row.texts("categories").stream().map(PlaceCategory::valueOf).toList();
    }
}
