package cn.diming.dataimport.job;

import cn.diming.core.record.RecordDraft;
import cn.diming.core.region.DivisionTree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Divisions above the imported ones that nobody knows: told, not refused, since the files of the levels come one by one. */
final class MissingParents {

    private static final int EXAMPLES = 5;

    private final DivisionTree known;
    private final Set<String> codes = new HashSet<>();
    private final Set<String> parents = new TreeSet<>();

    MissingParents(DivisionTree known) {
        this.known = known;
    }

    void add(RecordDraft division) {
        codes.add(String.valueOf(division.values().get("code")));
        if (division.values().get("parent_code") instanceof String parent) {
            parents.add(parent);
        }
    }

    Optional<String> words() {
        List<String> missing = parents.stream()
                .filter(code -> !codes.contains(code) && known.find(code).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String examples = String.join("、", missing.subList(0, Math.min(EXAMPLES, missing.size())));
        return Optional.of("有 " + missing.size() + " 个上级区划既不在文件里也不在库中（" + examples
                + (missing.size() > EXAMPLES ? " 等" : "") + "），请再导入上级区划");
    }
}
