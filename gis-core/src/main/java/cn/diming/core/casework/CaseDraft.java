package cn.diming.core.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a case as somebody writes it; only the type must be there.
 *
 * @param title empty = made from the items
 * @param divisionCode 12 digits; empty = follows from the items
 * @param contact person and telephone; personal, for staff only
 */
public record CaseDraft(
        CaseType type,
        Optional<String> title,
        Optional<String> divisionCode,
        Optional<String> applicant,
        Optional<String> contact,
        Optional<String> reason,
        List<Report> reports,
        List<CaseItem> items) {

    public CaseDraft {
        reports = List.copyOf(reports);
        items = List.copyOf(items);
    }

    /** The text of one of the three reports, by section. */
    public record Report(PaperKind paper, Map<String, String> sections) {

        public Report {
            sections = Map.copyOf(sections);
        }

        /** Whether every section that the law asks for has been written. */
        public boolean isComplete() {
            return !paper.sections().isEmpty()
                    && paper.sections().stream()
                            .allMatch(section ->
                                    !sections.getOrDefault(section.key(), "").isBlank());
        }
    }
}
