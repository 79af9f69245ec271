package cn.diming.core.casework;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.finding.Severity;
import cn.diming.core.naming.EntityFacts;
import cn.diming.core.naming.Finding;
import cn.diming.core.naming.NameChecks;
import cn.diming.core.naming.NameQuestion;
import cn.diming.core.naming.NameVerdict;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.romanise.Romanisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a case must have before it is submitted, and what the rules of naming say about its names. */
final class CaseChecks {

    private static final Set<String> IN_FORCE = Set.of("STANDARD");
    private static final int TOWN_DIGITS = 9;

    private final RecordStore records;
    private final NameChecks names;
    private final CaseItemStore items;
    private final CasePaperStore papers;

    CaseChecks(RecordStore records, NameChecks names, CaseItemStore items, CasePaperStore papers) {
        this.records = records;
        this.names = names;
        this.items = items;
        this.papers = papers;
    }

    /** What the application must say (地名管理条例 Art. 11: 方案及理由, 位置、规模、性质); a sentence for each gap. */
    List<String> faults(NamingCase about) {
        CaseDraft content = about.content();
        List<String> faults = new ArrayList<>();
        require(content.applicant(), "请填写申请单位", faults);
        if (content.items().isEmpty()) {
            faults.add("请至少填写一个条目");
        }
        for (CaseItem item : content.items()) {
            List<String> own = new ArrayList<>();
            check(content, item, own);
            own.forEach(fault -> faults.add("第 " + item.number() + " 条：" + fault));
        }
        checkTwins(content.items(), faults);
        faults.addAll(withoutMeasures(about));
        return faults;
    }

    /**
     * NAM-19: a listed name is given up only after a government from county level has laid down measures for it (地名管理条例
     * Art. 10, 25). The rules say so of renaming; here it is said of cancelling and merging as well.
     */
    List<String> withoutMeasures(NamingCase about) {
        List<Long> givenUp = about.content().items().stream()
                .filter(item -> item.action() != CaseType.NAME)
                .flatMap(item -> Stream.concat(
                        item.action() == CaseType.STANDARDISE && item.name().isEmpty()
                                ? Stream.empty()
                                : item.placeId().stream().boxed(),
                        item.mergedIds().stream()))
                .toList();
        List<Long> listed = items.protectedAmong(givenUp);
        if (listed.isEmpty() || there(about).contains(PaperKind.PROTECTION_MEASURES)) {
            return List.of();
        }
        return listed.stream()
                .flatMap(id -> records.find(RecordKind.PLACE, id).stream())
                .map(place -> "“" + place.title() + "”已列入地名保护名录，须先归入县级以上人民政府预先制定的保护措施文件（NAM-19，《地名管理条例》第十条、第二十五条）")
                .toList();
    }

    private void check(CaseDraft content, CaseItem item, List<String> faults) {
        require(content.reason().or(item.description()::reason), "请填写理由", faults);
        Optional<StoredRecord> place = placeOf(item);
        if (item.action() == CaseType.NAME) {
            if (place.filter(CaseChecks::isInForce).isPresent()) {
                faults.add("“" + place.get().title() + "”已是标准地名，应作更名");
            }
        } else if (place.isEmpty()) {
            faults.add("请选择要处理的地名");
        } else if (!isInForce(place.get()) && item.action() != CaseType.STANDARDISE) {
            faults.add("“" + place.get().title() + "”不是现行标准地名");
        }
        if (item.action() == CaseType.STANDARDISE
                && item.mergedIds().isEmpty()
                && item.variants().isEmpty()
                && item.name().isEmpty()) {
            faults.add("请给出要并入的地名、停用的写法或标准名称");
        }
        if (item.action() == CaseType.NAME || item.action() == CaseType.RENAME) {
            checkName(item, place, faults);
        } else if (item.givesName()) {
            require(item.category().map(Enum::name), "请选择类别", faults);
        }
    }

    private static void checkName(CaseItem item, Optional<StoredRecord> place, List<String> faults) {
        require(item.name(), "请填写拟用名称", faults);
        require(item.category().map(Enum::name), "请选择类别", faults);
        require(item.description().location(), "请填写位置", faults);
        require(item.description().scale(), "请填写规模", faults);
        require(item.description().nature(), "请填写性质", faults);
        require(item.geometry().map(shape -> "there"), "请在图上画出位置", faults);
        require(item.divisionCode(), "请给出所在区划", faults);
        if (item.action() == CaseType.RENAME && place.map(StoredRecord::title).equals(item.name())) {
            faults.add("拟用名称与现用名称相同");
        }
    }

    /** The rules compare a name with what is there and what is reserved, not with the case's own other items. */
    private static void checkTwins(List<CaseItem> items, List<String> faults) {
        Map<String, Integer> first = new HashMap<>();
        items.stream()
                .filter(item -> item.givesName() && item.name().isPresent())
                .forEach(item -> {
                    String town = item.divisionCode()
                            .map(code -> code.substring(0, TOWN_DIGITS))
                            .orElse("");
                    Integer twin = first.putIfAbsent(town + item.name().get(), item.number());
                    if (twin != null) {
                        faults.add("第 " + item.number() + " 条与第 " + twin + " 条在同一乡镇内同名");
                    }
                });
    }

    /** Papers of a stage that are neither uploaded nor, for reports, written out. */
    List<PaperKind> missing(NamingCase about, Stage stage) {
        Set<PaperKind> there = there(about);
        return stage.papers().stream().filter(kind -> !there.contains(kind)).toList();
    }

    private Set<PaperKind> there(NamingCase about) {
        return Stream.concat(
                        papers.of(about.id()).stream().map(CasePaper::kind),
                        about.content().reports().stream()
                                .filter(CaseDraft.Report::isComplete)
                                .map(CaseDraft.Report::paper))
                .collect(Collectors.toSet());
    }

    /**
     * What the rules say of an item that is as complete as it must be.
     *
     * @param spelling how its name is written in Latin letters
     */
    record Judged(CaseItem item, List<Finding> findings, Romanisation spelling) {

        /** What an officer has yet to say before the case can go on. */
        List<String> openQuestions() {
            List<String> open = new ArrayList<>();
            if (lacksJustification()) {
                open.add("第 " + item.number() + " 条：请说明为何仍用此名");
            }
            if (item.romanised().isEmpty() && !spelling.isSettled()) {
                open.add("第 " + item.number() + " 条：名称中有多音字，请确认罗马字母拼写");
            }
            return open;
        }

        /** The item with its spelling, which the announcement must give (公告内容：标准名称、罗马字母拼写…). */
        CaseItem spelled() {
            return item.romanised().isPresent() ? item : item.spelled(spelling.toned());
        }

        private boolean lacksJustification() {
            boolean wanted = findings.stream()
                    .anyMatch(finding -> finding.needsJustification() && finding.severity() == Severity.WARN);
            return wanted
                    && item.description()
                            .justification()
                            .filter(text -> !text.isBlank())
                            .isEmpty();
        }
    }

    /** Judges the names as they stand in the index: fast, and as fresh as the journal's last news. */
    List<Judged> judge(NamingCase about, String profile) {
        return about.content().items().stream()
                .filter(CaseChecks::canBeJudged)
                .map(item -> judged(item, names.check(question(about, item, profile))))
                .toList();
    }

    /** Judges one name against the database itself, while nobody else can write. */
    Judged judgeInTransaction(ChangeSet changes, NamingCase about, CaseItem item, String profile) {
        return judged(item, names.checkInTransaction(changes, question(about, item, profile)));
    }

    /** A place that goes into this one does not stand in its way. */
    private static Judged judged(CaseItem item, NameVerdict verdict) {
        List<Finding> others = verdict.findings().stream()
                .filter(finding -> finding.conflicts().isEmpty()
                        || finding.conflicts().size() < finding.conflictCount()
                        || !finding.conflicts().stream()
                                .allMatch(conflict -> conflict.placeId().isPresent()
                                        && item.mergedIds()
                                                .contains(conflict.placeId().getAsLong())))
                .toList();
        return new Judged(item, others, verdict.spelling());
    }

    static boolean canBeJudged(CaseItem item) {
        return item.givesName() && item.name().isPresent() && item.category().isPresent();
    }

    /** What forbids, heaviest first. */
    static List<Finding> errors(List<Judged> judged) {
        return judged.stream()
                .flatMap(one -> one.findings.stream())
                .filter(CaseChecks::forbids)
                .toList();
    }

    static boolean forbids(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }

    private NameQuestion question(NamingCase about, CaseItem item, String profile) {
        Optional<StoredRecord> place = placeOf(item);
        boolean established = item.action() == CaseType.STANDARDISE;
        return new NameQuestion(
                item.name().orElseThrow(),
                item.category().orElseThrow(),
                item.classCode(),
                item.geometry(),
                item.divisionCode().or(() -> Optional.of(about.divisionCode())),
                Optional.of(profile),
                new NameQuestion.Circumstances(
                        established,
                        Optional.empty(),
                        place.isPresent() ? item.placeId() : OptionalLong.empty(),
                        OptionalLong.of(about.id()),
                        item.romanised().isPresent(),
                        there(about).contains(PaperKind.PROTECTION_MEASURES),
                        false),
                EntityFacts.UNKNOWN);
    }

    private Optional<StoredRecord> placeOf(CaseItem item) {
        return item.placeId().isPresent()
                ? records.find(RecordKind.PLACE, item.placeId().getAsLong())
                : Optional.empty();
    }

    private static boolean isInForce(StoredRecord place) {
        return place.text("status").filter(IN_FORCE::contains).isPresent();
    }

    private static void require(Optional<String> value, String fault, List<String> faults) {
        if (value.filter(text -> !text.isBlank()).isEmpty()) {
            faults.add(fault);
        }
    }
}
