package cn.diming.dataimport.job;

import cn.diming.core.Core;
import cn.diming.core.change.RecordKind;
import cn.diming.core.coverage.CoverageFinding;
import cn.diming.core.coverage.CoverageRule;
import cn.diming.core.record.IntakeResult;
import cn.diming.core.region.DivisionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** After divisions have come in: whether towns and villages still cover their territory. Told, not refused. */
final class CoverageNotes {

    private static final List<DivisionLevel> LEVELS =
            List.of(DivisionLevel.COUNTY, DivisionLevel.TOWN, DivisionLevel.VILLAGE);
    private static final int EXAMPLES = 3;

    private final Core core;
    private final RecordKind target;

    CoverageNotes(Core core, RecordKind target) {
        this.core = core;
        this.target = target;
    }

    /** One sentence for each level with something wrong; nothing where the import changed nothing. */
    List<String> of(IntakeResult stored) {
        List<String> notes = new ArrayList<>();
        if (target == RecordKind.DIVISION && stored.inserted() + stored.updated() > 0) {
            LEVELS.forEach(level -> {
                List<CoverageFinding> findings = core.coverageChecks().check(level).stream()
                        .filter(finding -> finding.rule() != CoverageRule.MISSING_OUTLINE)
                        .toList();
                if (!findings.isEmpty()) {
                    notes.add(words(level, findings));
                }
            });
        }
        return notes;
    }

    private static String words(DivisionLevel level, List<CoverageFinding> findings) {
        Map<String, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(finding.rule().title(), 1, Integer::sum));
        return level.title() + "覆盖检查："
                + counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue() + " 处")
                        .collect(Collectors.joining("、"))
                + "，例如"
                + findings.stream()
                        .limit(EXAMPLES)
                        .map(CoverageFinding::message)
                        .collect(Collectors.joining("；"));
    }
}
