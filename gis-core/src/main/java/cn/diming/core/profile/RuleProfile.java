package cn.diming.core.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A rule profile (规则档案) in one version, with everything that it inherits in place.
 *
 * @param version counts up whenever what the profile says changes, in itself or in one above it
 * @param lineage names from the topmost profile down to this one
 * @param own whether the bureau wrote it, or changed a bundled one
 * @param divisions prefixes of division codes for which it is taken when nobody names one
 * @param sections rows by section, each in the order in which they were first written
 */
public record RuleProfile(
        String name,
        String title,
        Optional<String> description,
        int version,
        List<String> lineage,
        boolean own,
        List<String> divisions,
        Map<String, List<ProfileRow>> sections) {

    /** The profile above; empty for the topmost. */
    public Optional<String> parent() {
        return lineage.size() < 2 ? Optional.empty() : Optional.of(lineage.get(lineage.size() - 2));
    }

    /** The rows of a section; empty when nobody wrote one. */
    public List<ProfileRow> rows(String section) {
        return sections.getOrDefault(section, List.of());
    }

    public Optional<ProfileRow> find(String section, String key) {
        return rows(section).stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /**
     * The field {@code number} of a row.
     *
     * @throws IllegalArgumentException when there is no such row, or it has no number
     */
    public double number(String section, String key) {
        return find(section, key)
                .map(row -> row.findNumber("number"))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .orElseThrow(() -> new IllegalArgumentException("规则档案 " + name + " 缺少 " + section + " 的条目 " + key));
    }
}
