package cn.diming.dataimport.job;

import cn.diming.core.numbering.PlateFinding;
import cn.diming.core.numbering.PlateRule;
import cn.diming.core.plate.PlateWatch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Findings of the checks DP-01 to DP-20, counted.
 *
 * @param plates how many were looked at
 * @param counts of the rules that found anything
 * @param examples one message for each of them
 */
public record PlateTally(int plates, Map<PlateRule, Long> counts, Map<PlateRule, String> examples) {

    /** Nothing was looked at. */
    static final PlateTally NONE = new PlateTally(0, Map.of(), Map.of());

    static PlateTally of(PlateWatch.Findings found) {
        Map<PlateRule, Long> counts = found.findings().stream()
                .collect(Collectors.groupingBy(
                        PlateFinding::rule, () -> new EnumMap<>(PlateRule.class), Collectors.counting()));
        Map<PlateRule, String> examples = new EnumMap<>(PlateRule.class);
        found.findings().forEach(finding -> examples.putIfAbsent(finding.rule(), finding.message()));
        return new PlateTally(found.plates(), counts, examples);
    }

    /** A line for each rule, in Chinese. */
    public List<String> lines() {
        return counts.keySet().stream()
                .sorted()
                .map(rule ->
                        "%s %s：%,d 处，如 %s".formatted(rule.code(), rule.title(), counts.get(rule), examples.get(rule)))
                .toList();
    }

    String toJson() {
        Map<String, Long> byCode = counts.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().code(), Map.Entry::getValue));
        return JsonMapper.shared().writeValueAsString(new java.util.TreeMap<>(byCode));
    }
}
