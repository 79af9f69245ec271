package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.region.DivisionTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Collects what the rules find; severity, title and basis come from the profile's row of the rule. */
final class Report {

    private final Inspection name;
    private final DivisionTree divisions;
    private final List<Finding> findings = new ArrayList<>();

    Report(Inspection name, DivisionTree divisions) {
        this.name = name;
        this.divisions = divisions;
    }

    /** The heaviest first, then by number of the rule. */
    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::rule))
                .toList();
    }

    /** Begins a finding of a rule. */
    Entry on(String rule) {
        return new Entry(rule);
    }

    /** One finding while it is put together; {@link #say} ends it. */
    final class Entry {

        private final String rule;
        private Optional<Severity> limit = Optional.of(Severity.ERROR);
        private Optional<String> basis = Optional.empty();
        private List<String> suggestions = List.of();
        private List<Hit> hits = List.of();

        private Entry(String rule) {
            this.rule = rule;
        }

        /** No heavier than this; empty = nothing to say. */
        Entry atMost(Optional<Severity> most) {
            limit = most;
            return this;
        }

        /** Another basis than the rule's own. */
        Entry by(String source) {
            basis = Optional.of(source);
            return this;
        }

        Entry suggest(List<String> names) {
            suggestions = names.stream()
                    .distinct()
                    .filter(other -> !other.equals(name.question().name()))
                    .toList();
            return this;
        }

        Entry with(List<Hit> others) {
            hits = others;
            return this;
        }

        void say(String message) {
            Optional<Severity> severity = name.severity(rule);
            if (severity.isEmpty() || limit.isEmpty()) {
                return;
            }
            RuleRow row = name.rules().rule(rule).orElseThrow();
            findings.add(new Finding(
                    rule,
                    row.title(),
                    severity.get().atMost(limit.get()),
                    message,
                    basis.orElse(row.basis()),
                    row.justify(),
                    suggestions,
                    hits.size(),
                    hits.stream()
                            .limit(Finding.MOST_CONFLICTS)
                            .map(Report.this::conflict)
                            .toList()));
        }
    }

    private Conflict conflict(Hit hit) {
        IndexedName other = hit.name();
        return new Conflict(
                hit.relation(),
                other.owner() == IndexedName.Owner.RESERVATION ? OptionalLong.empty() : OptionalLong.of(other.id()),
                other.name(),
                other.use(),
                other.category(),
                other.divisionCode(),
                other.divisionCode().map(divisions::address).filter(path -> !path.isEmpty()),
                hit.shared(),
                hit.distanceMetres(),
                other.extent(),
                other.position());
    }
}
