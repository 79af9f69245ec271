package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.profile.ProfileRow;
import cn.diming.core.record.PlaceCategory;
import java.util.List;
import java.util.Optional;

/**
 * Within which scope names of a class must differ, and how strictly.
 *
 * @param classes first digits of class codes; empty = the categories decide
 * @param where URBAN or RURAL: where the new name lies; empty = anywhere
 */
record ScopeRow(
        List<PlaceCategory> categories,
        List<String> classes,
        Scope scope,
        Optional<String> where,
        Optional<Severity> severity,
        String source) {

    static ScopeRow of(ProfileRow row) {
        return new ScopeRow(
                RuleRow.categories(row),
                row.texts("classes"),
                Scope.valueOf(row.text("scope")),
                row.findText("where"),
                RuleRow.severity(row.text("severity")),
                row.source());
    }

    /** @param classCode of the thing, or what follows from its generic term */
    boolean isFor(PlaceCategory category, String classCode, boolean urban) {
        boolean rightClass = categories.contains(category) || classes.stream().anyMatch(classCode::startsWith);
        return rightClass && where.map(word -> word.equals("URBAN") == urban).orElse(true);
    }
}
