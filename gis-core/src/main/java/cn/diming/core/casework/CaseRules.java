package cn.diming.core.casework;

import cn.diming.core.access.Role;
import cn.diming.core.deadline.TimeUnit;
import cn.diming.core.deadline.Timer;
import cn.diming.core.profile.ProfileRow;
import cn.diming.core.profile.RuleProfile;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.region.DivisionLevel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule profile says about cases: the stages they pass, the papers these want, and the limits that run meanwhile. */
final class CaseRules {

    private static final Map<String, TimeUnit> UNITS = Map.of(
            "days", TimeUnit.CALENDAR_DAY,
            "workingDays", TimeUnit.WORKING_DAY,
            "months", TimeUnit.MONTH,
            "years", TimeUnit.YEAR);

    private final Map<CaseState, ProfileRow> states = new EnumMap<>(CaseState.class);
    private final List<Path> paths;
    private final List<Wanted> papers;
    private final List<CaseTimer> timers;

    private CaseRules(RuleProfile profile) {
        profile.rows("states").forEach(row -> states.put(word(CaseState.class, row, row.key()), row));
        this.paths = profile.rows("steps").stream().map(Path::of).toList();
        this.papers = profile.rows("papers").stream().map(Wanted::of).toList();
        Set<String> known = Arrays.stream(CaseState.values()).map(Enum::name).collect(Collectors.toSet());
        this.timers = profile.rows("timers").stream()
                .filter(row -> known.contains(row.text("start")) && row.findText("state").isPresent())
                .map(CaseTimer::of)
                .toList();
        CaseTimer.checkAll(timers, profile);
        paths.forEach(path -> path.states.forEach(this::rowOf));
    }

    /** @throws IllegalArgumentException naming the row that cannot be understood */
    static CaseRules of(RuleProfile profile) {
        return new CaseRules(profile);
    }

    /** The stages in their order: those that any of the items must pass. */
    List<Stage> stages(Matter matter) {
        Set<CaseState> passed = EnumSet.noneOf(CaseState.class);
        for (CaseItem item : matter.items) {
            paths.stream()
                    .filter(path -> path.reach.covers(item, matter.rural))
                    .findFirst()
                    .ifPresent(path -> passed.addAll(path.states));
        }
        return passed.stream()
                .filter(state -> !state.stageTitle().isEmpty())
                .map(state -> stage(state, matter))
                .toList();
    }

    private Stage stage(CaseState state, Matter matter) {
        ProfileRow row = rowOf(state);
        Optional<CaseTimer> least = timers.stream()
                .filter(timer -> timer.least && timer.timer.stop().equals(state.name()) && timer.reach.covers(matter))
                .findFirst();
        return new Stage(
                state,
                word(Role.class, row, row.text("role")),
                word(DivisionLevel.class, row, row.text("level")),
                papers.stream()
                        .filter(wanted -> wanted.state == state && wanted.reach.covers(matter))
                        .map(Wanted::paper)
                        .distinct()
                        .toList(),
                least.map(timer -> timer.timer.length()).orElse(0),
                row.source());
    }

    private ProfileRow rowOf(CaseState state) {
        ProfileRow row = states.get(state);
        if (row == null) {
            throw new IllegalArgumentException("规则档案的 states 中没有环节 " + state);
        }
        return row;
    }

    /** The limits that a case can set running: those that end with a stage it passes. */
    List<CaseTimer> timers(Matter matter) {
        Set<String> passed =
                stages(matter).stream().map(stage -> stage.state().name()).collect(Collectors.toSet());
        return timers.stream()
                .filter(timer -> !timer.least
                        && timer.reach.covers(matter)
                        && passed.contains(timer.timer.stop()))
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
     * @param least whether it is the shortest time that must pass, not the longest
     * @param organisations kinds of body whose approval sets it running; empty = any
     * @param pauses states during which it stands still
     */
    record CaseTimer(
            Timer timer,
            boolean least,
            Reach reach,
            List<Approval.OrganisationKind> organisations,
            List<CaseState> pauses) {

        static CaseTimer of(ProfileRow row) {
            Timer timer = new Timer(
                    row.key(),
                    row.text("title"),
                    row.text("start"),
                    row.text("state"),
                    row.number("length"),
                    Optional.ofNullable(UNITS.get(row.text("unit"))).orElseThrow(),
                    (int) row.findNumber("remind").orElse(0),
                    row.source());
            return new CaseTimer(
                    timer,
                    row.isTrue("least"),
                    Reach.of(row),
                    words(Approval.OrganisationKind.class, row, "organisations"),
                    words(CaseState.class, row, "pauses"));
        }

        /** A shortest time is counted in days: people are told how many. */
        static void checkAll(List<CaseTimer> timers, RuleProfile profile) {
            timers.stream()
                    .filter(timer -> timer.least && timer.timer.unit() != TimeUnit.CALENDAR_DAY)
                    .findFirst()
                    .ifPresent(wrong -> {
                        throw new IllegalArgumentException(
                                "规则档案 " + profile.name() + " 的期限 " + wrong.timer.id() + "：least 的期限只能以 days 计");
                    });
        }
    }

    private record Path(Reach reach, List<CaseState> states) {

        static Path of(ProfileRow row) {
            return new Path(Reach.of(row), words(CaseState.class, row, "states"));
        }
    }

    private record Wanted(CaseState state, PaperKind paper, Reach reach) {

        static Wanted of(ProfileRow row) {
            return new Wanted(
                    word(CaseState.class, row, row.text("state")),
                    word(PaperKind.class, row, row.text("paper")),
                    Reach.of(row));
        }
    }

    /** Which cases a row is about: those with an item of such an action and such a category. */
    private record Reach(List<CaseType> types, List<PlaceCategory> categories, Optional<Boolean> rural) {

        static Reach of(ProfileRow row) {
            return new Reach(
                    words(CaseType.class, row, "types"),
                    words(PlaceCategory.class, row, "categories"),
                    row.findText("where").map("RURAL"::equals));
        }

        boolean covers(Matter matter) {
            return matter.items.stream().anyMatch(item -> covers(item, matter.rural));
        }

        boolean covers(CaseItem item, boolean inVillage) {
            return (types.isEmpty() || types.contains(item.action()))
                    && (categories.isEmpty()
                            || categories.contains(item.category().orElse(PlaceCategory.OTHER)))
                    && rural.filter(wanted -> wanted != inVillage).isEmpty();
        }
    }

    private static <E extends Enum<E>> List<E> words(Class<E> type, ProfileRow row, String field) {
        return row.texts(field).stream().map(word -> word(type, row, word)).toList();
    }

    private static <E extends Enum<E>> E word(Class<E> type, ProfileRow row, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "规则档案 " + row.origin() + " 的条目 " + row.key() + " 中没有 " + word + " 这个取值，应为 "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining("、"))));
    }
}
