package cn.diming.core.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What no text may hold, whoever wrote it: characters that nobody sees and that no database keeps. */
final class CaseTexts {

    static List<String> faults(CaseDraft draft) {
        List<String> faults = new ArrayList<>();
        check("事项", headOf(draft), faults);
        draft.reports().forEach(report -> faults.addAll(faults(report)));
        for (int i = 0; i < draft.items().size(); i++) {
            check("第 " + (i + 1) + " 条", textsOf(draft.items().get(i)), faults);
        }
        return faults;
    }

    static List<String> faults(CaseDraft.Report report) {
        List<String> faults = new ArrayList<>();
        check(report.paper().title(), report.sections().values().stream(), faults);
        report.sections().keySet().stream()
                .filter(key -> report.paper().sections().stream()
                        .noneMatch(section -> section.key().equals(key)))
                .sorted()
                .forEach(key -> faults.add(report.paper().title() + "没有这一节：" + key));
        return faults;
    }

    static List<String> faults(Optional<?>... texts) {
        List<String> faults = new ArrayList<>();
        check("", Stream.of(texts).flatMap(Optional::stream).map(String::valueOf), faults);
        return faults;
    }

    private static void check(String where, Stream<String> texts, List<String> faults) {
        if (texts.anyMatch(CaseTexts::isUnclean)) {
            faults.add(where + "含有不可见的控制字符");
        }
    }

    private static Stream<String> headOf(CaseDraft draft) {
        return Stream.of(draft.title(), draft.applicant(), draft.contact(), draft.reason())
                .flatMap(Optional::stream);
    }

    private static Stream<String> textsOf(CaseItem item) {
        CaseItem.Description words = item.description();
        Stream<String> single = Stream.of(
                        item.name(),
                        item.romanised(),
                        words.location(),
                        words.scale(),
                        words.nature(),
                        words.meaning(),
                        words.origin(),
                        words.reason(),
                        words.justification())
                .flatMap(Optional::stream);
        return Stream.concat(single, item.variants().stream());
    }

    /** Line breaks and tabs are allowed; half a surrogate pair, controls and marks that turn the reading direction are not. */
    private static boolean isUnclean(String text) {
        return text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t';
            case Character.SURROGATE, Character.FORMAT -> true;
            default -> false;
        });
    }

    private CaseTexts() {}
}
