package cn.diming.core.casework;

import cn.diming.core.access.Role;
import cn.diming.core.deadline.TimeUnit;
import cn.diming.core.deadline.Timer;
import cn.diming.core.profile.ProfileRow;
import cn.diming.core.profile.RuleProfile;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.region.DivisionLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a rule profile says about cases: the stages they pass and the limits that run meanwhile. */
final class CaseRules {

    private static final String RURAL = "RURAL";

    private final List<StageRow> stages;
    private final List<CaseTimer> timers;

    private CaseRules(List<StageRow> stages, List<CaseTimer> timers) {
        this.stages = List.copyOf(stages);
        this.timers = List.copyOf(timers);
    }

    /** @throws IllegalArgumentException naming the row that cannot be understood */
    static CaseRules of(RuleProfile profile) {
        Set<String> states = Arrays.stream(CaseState.values()).map(Enum::name).collect(Collectors.toSet());
        return new CaseRules(
                profile.rows("steps").stream().map(StageRow::of).toList(),
                profile.rows("timers").stream()
                        .filter(row -> states.contains(row.text("start")) && states.contains(row.text("stop")))
                        .map(CaseTimer::of)
                        .toList());
    }

    /** The stages in their order; of several rows of one stage the first that fits counts. */
    List<Stage> stages(Matter matter) {
        Map<CaseState, StageRow> fitting = new TreeMap<>();
        for (StageRow row : stages) {
            if (row.reach.covers(matter)) {
                fitting.putIfAbsent(row.stage.state(), row);
            }
        }
        return fitting.values().stream()
                .filter(row -> !row.off)
                .map(row -> row.stage)
                .toList();
    }

    /** The limits that a case can set running: those that end with a stage it passes. */
    List<CaseTimer> timers(Matter matter) {
        Set<String> passed =
                stages(matter).stream().map(stage -> stage.state().name()).collect(Collectors.toSet());
        return timers.stream()
                .filter(timer -> timer.reach.covers(matter) && passed.contains(timer.timer.stop()))
                .toList();
    }

    /**
     * What the rows ask about a case.
     *
     * @param rural whether it lies in a village outside of built-up areas
     */
    record Matter(List<CaseItem> items, boolean rural) {}

    /**
     * A limit of cases.
     *
     * @param organisations kinds of body whose approval sets it running; empty = any
     * @param pauses states during which it stands still
     */
    record CaseTimer(Timer timer, Reach reach, List<Approval.OrganisationKind> organisations, List<CaseState> pauses) {

        static CaseTimer of(ProfileRow row) {
            Timer timer = new Timer(
                    row.key(),
                    row.text("title"),
                    row.text("start"),
                    row.text("stop"),
                    row.number("length"),
                    word(TimeUnit.class, row, row.text("unit")),
                    row.findNumber("remindDays").isPresent() ? row.number("remindDays") : 0,
                    row.source());
            return new CaseTimer(
                    timer,
                    Reach.of(row),
                    words(Approval.OrganisationKind.class, row, "organisations"),
                    words(CaseState.class, row, "pauses"));
        }
    }

    private record StageRow(Stage stage, Reach reach, boolean off) {

        static StageRow of(ProfileRow row) {
            Stage stage = new Stage(
                    word(CaseState.class, row, row.text("stage")),
                    word(Role.class, row, row.text("role")),
                    word(DivisionLevel.class, row, row.text("level")),
                    words(PaperKind.class, row, "papers"),
                    row.findNumber("minimumDays").isPresent() ? row.number("minimumDays") : 0,
                    row.source());
            return new StageRow(stage, Reach.of(row), row.isTrue("off"));
        }
    }

    /** Which cases a row is about: those with an item of such an action and such a category. */
    private record Reach(List<CaseType> types, List<PlaceCategory> categories, boolean ruralOnly) {

        static Reach of(ProfileRow row) {
            return new Reach(
                    words(CaseType.class, row, "types"),
                    words(PlaceCategory.class, row, "categories"),
                    row.findText("where").filter(RURAL::equals).isPresent());
        }

        boolean covers(Matter matter) {
            boolean anything = types.isEmpty() && categories.isEmpty();
            return (matter.rural || !ruralOnly)
                    && (anything || matter.items.stream().anyMatch(this::covers));
        }

        private boolean covers(CaseItem item) {
            return (types.isEmpty() || types.contains(item.action()))
                    && (categories.isEmpty()
                            || item.category().filter(categories::contains).isPresent());
        }
    }

    private static <E extends Enum<E>> List<E> words(Class<E> type, ProfileRow row, String field) {
        List<E> words = new ArrayList<>();
        row.texts(field).forEach(word -> words.add(word(type, row, word)));
        return words;
    }

    private static <E extends Enum<E>> E word(Class<E> type, ProfileRow row, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("规则档案 " + row.origin() + " 的条目 " + row.key() + " 中没有 "
                        + word
                        + " 这个取值，应为 "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"))));
    }
}
