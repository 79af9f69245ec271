package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import java.util.List;

/**
 * What one rule says about a name.
 *
 * @param rule NAM-01 to NAM-23
 * @param title the rule in a few words
 * @param message for the officer, Chinese
 * @param basis law and article, as the profile's row has it
 * @param needsJustification whether a case that keeps the name must say why (names of persons, enterprises)
 * @param suggestions other ways to write the name
 * @param conflictCount how many names it collides with
 * @param conflicts the nearest of them, at most {@value #MOST_CONFLICTS}
 */
public record Finding(
        String rule,
        String title,
        Severity severity,
        String message,
        String basis,
        boolean needsJustification,
        List<String> suggestions,
        int conflictCount,
        List<Conflict> conflicts) {

    /** Nobody looks at more on the map at once. */
    static final int MOST_CONFLICTS = 20;

    public Finding {
        suggestions = List.copyOf(suggestions);
        conflicts = List.copyOf(conflicts);
    }
}
