package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.profile.ProfileRow;
import java.util.Optional;

/**
 * How much a likeness of sound or look counts (levels L1 to L5).
 *
 * @param tones Cantonese only: tones must agree
 * @param merged Cantonese only: n and l, ng and no initial, are the same
 */
record SoundRow(Relation relation, String rule, Optional<Severity> severity, boolean tones, boolean merged) {

    static SoundRow of(ProfileRow row) {
        return new SoundRow(
                Relation.valueOf(row.key()),
                row.text("rule"),
                RuleRow.severity(row.text("severity")),
                row.isTrue("tones"),
                row.isTrue("merged"));
    }
}
