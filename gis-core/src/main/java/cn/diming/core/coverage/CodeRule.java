package cn.diming.core.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the codes of areas tell their parents: by so many first digits, which all areas of a parent share and no other parent's
 * have. Learnt from the codes themselves, for not every register builds them as GB/T 2260 and the statistical codes do.
 *
 * @param digits how many
 * @param prefixes by parent
 */
record CodeRule(int digits, Map<String, String> prefixes) {

    /** When so many codes follow the rule, the rest are exceptions. */
    private static final double RULE_SHARE = 0.95;

    /** Empty when the codes tell nothing. */
    static Optional<CodeRule> of(List<Outline> outlines) {
        List<CoverageUnit> units = outlines.stream()
                .map(Outline::unit)
                .filter(unit -> unit.parentCode().isPresent())
                .toList();
        int shortest =
                units.stream().mapToInt(unit -> unit.code().length()).min().orElse(0);
        for (int digits = 1; digits < shortest; digits++) {
            CodeRule rule = new CodeRule(digits, usual(units, digits));
            if (rule.tellsParentsApart() && rule.share(units) >= RULE_SHARE) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** What most codes of each parent begin with. */
    private static Map<String, String> usual(List<CoverageUnit> units, int digits) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (CoverageUnit unit : units) {
            counts.computeIfAbsent(unit.parentCode().orElseThrow(), parent -> new HashMap<>())
                    .merge(unit.code().substring(0, digits), 1, Integer::sum);
        }
        Map<String, String> usual = new HashMap<>();
        counts.forEach((parent, beginnings) -> usual.put(
                parent,
                beginnings.entrySet().stream()
                        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElseThrow()));
        return usual;
    }

    private boolean tellsParentsApart() {
        return prefixes.size() > 1 && new HashSet<>(prefixes.values()).size() == prefixes.size();
    }

    private double share(List<CoverageUnit> units) {
        long regular = units.stream()
                .filter(unit -> !isBroken(unit.code(), unit.parentCode().orElseThrow()))
                .count();
        return (double) regular / units.size();
    }

    boolean isBroken(String code, String parent) {
        return prefixes.containsKey(parent) && !code.startsWith(prefixes.get(parent));
    }
}
