package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.romanise.Romanisation;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say about a name.
 *
 * @param generic empty where the name ends in no known generic term (通名)
 * @param divisionCode the place that was assumed, 12 digits; empty when none could be
 * @param urban whether that place lies in a built-up area (建成区)
 * @param spelling in Latin letters; empty for a name without Chinese characters
 * @param findings the heaviest first, then by number; empty for a name without fault
 */
public record NameVerdict(
        String name,
        String specific,
        Optional<String> generic,
        Optional<String> divisionCode,
        boolean urban,
        String profile,
        int profileVersion,
        Romanisation spelling,
        List<Finding> findings) {

    public NameVerdict {
        findings = List.copyOf(findings);
    }

    /** Empty when there are no findings. */
    public Optional<Severity> worst() {
        return findings.stream().map(Finding::severity).min(Severity::compareTo);
    }

    /** Whether the law forbids the name. */
    public boolean isForbidden() {
        return worst().filter(Severity.ERROR::equals).isPresent();
    }
}
