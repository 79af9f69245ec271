package cn.diming.core.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.history.Decision;
import cn.diming.core.history.Establishment;
import cn.diming.core.history.StandardNames;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A year on the board, on both databases. */
class BoardTest {

    private static final DivisionCode CITY = DivisionCode.parse("4401");
    private static final DivisionCode COUNTY = DivisionCode.parse("440115");
    private static final DivisionCode TOWN = DivisionCode.parse("440115103");
    private static final String DAWEN = "440115103208";
    private static final String OTHER_TOWN = "440115104000";
    private static final Actor REVIEWER = new Actor(OptionalLong.of(7), "review", Role.REVIEWER, "440115");

    private final MovingClock clock = new MovingClock(); // 1 March 2026

    /** The figures that Guangzhou reported for 2024. */
    @ParameterizedTest
    @EnumSource(Engines.class)
    void aYearOfEventsGivesExactlyTheFiguresThatWereReported(Engines engine) {
        try (Core core = open(engine)) {
            GuangzhouYear.run(core, clock);
            BoardYear year = core.board().year(Actor.OPERATOR, CITY, period(core, 2026));
            assertThat(year.area().figures())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            Figure.NAMES_SURVEYED, 118_809L,
                            Figure.STREETS_NAMED, 1_130L,
                            Figure.SETTLEMENTS_NAMED, 94L,
                            Figure.SIGNS_SET, 2_631L,
                            Figure.TOWN_MAPS, 24L,
                            Figure.VILLAGE_MAPS, 590L,
                            Figure.NAMES_COLLECTED, 92_493L));
            year.months()
                    .forEach((figure, months) -> assertThat(
                                    months.stream().mapToLong(n -> n).sum())
                            .as(figure.title())
                            .isEqualTo(year.area().figures().get(figure)));
            for (Figure figure : Figure.values()) {
                long below = year.below().stream()
                        .mapToLong(area -> area.figures().getOrDefault(figure, 0L))
                        .sum();
                assertThat(below)
                        .as(figure.title())
                        .isEqualTo(year.area().figures().get(figure));
            }
            BoardYear before = core.board().year(Actor.OPERATOR, CITY, period(core, 2025));
            assertThat(before.area().figures()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aPastDayIsShownAsItWasShownThen(Engines engine) {
        try (Core core = open(engine)) {
            List<Period> days = new ArrayList<>();
            List<BoardYear> shown = new ArrayList<>();
            BiConsumer<String, Runnable> on = (what, deed) -> {
                deed.run();
                Period today = period(core, 2026);
                days.add(today);
                shown.add(core.board().year(Actor.OPERATOR, COUNTY, today));
                clock.forward(Duration.ofDays(20));
            };
            List<Long> streets = new ArrayList<>();
            on.accept("survey", () -> take(core, RecordKind.PLACE, at("1", "红旗围", DAWEN)));
            on.accept("name", () -> streets.add(establish(core, "大稳路")));
            on.accept("sign", () -> {
                take(core, RecordKind.SIGN, sign(core));
                core.db()
                        .inTransaction(() -> core.db()
                                .sql("UPDATE name_sign SET place_id = :street")
                                .param("street", streets.getFirst())
                                .update());
            });
            on.accept(
                    "rename",
                    () -> decide(
                            core,
                            names -> changes -> names.rename(
                                    changes, streets.getFirst(), "稳兴路", Optional.empty(), decision(core))));
            on.accept("delete", () -> {
                long village =
                        core.db().sql("SELECT id FROM place WHERE name = '红旗围'").getLong();
                core.records()
                        .delete(
                                Actor.OPERATOR,
                                village,
                                core.records().get(village).version());
            });
            on.accept(
                    "retire",
                    () -> decide(core, names -> changes -> names.cancel(changes, streets.getFirst(), decision(core))));
            for (int i = 0; i < days.size(); i++) {
                assertThat(core.board().year(Actor.OPERATOR, COUNTY, days.get(i)))
                        .as("day %d", i)
                        .isEqualTo(shown.get(i));
            }
            assertThat(shown.get(3).area().figures().get(Figure.NAMES_SURVEYED)).isEqualTo(2);
            assertThat(shown.get(4).area().figures().get(Figure.NAMES_SURVEYED)).isEqualTo(1);
            assertThat(shown.get(3).area().figures().get(Figure.STREETS_NAMED)).isEqualTo(1);
            assertThat(shown.get(3).area().signed()).isEqualTo(new Share(1, 1));
            assertThat(shown.get(5).area().named()).isEqualTo(new Share(0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatLiesInNoAreaBelowCountsForTheWholeAlone(Engines engine) {
        try (Core core = open(engine)) {
            take(
                    core,
                    RecordKind.PLACE,
                    at("1", "甲围", "440115000000"),
                    at("2", "乙围", DAWEN),
                    at("3", "丙围", OTHER_TOWN));
            BoardYear year = core.board().year(Actor.OPERATOR, COUNTY, period(core, 2026));
            assertThat(year.area().figures().get(Figure.NAMES_SURVEYED)).isEqualTo(3);
            assertThat(year.below()).extracting(BoardArea::divisionCode).containsExactly(TOWN.digits(), OTHER_TOWN);
            assertThat(year.below())
                    .extracting(area -> area.figures().get(Figure.NAMES_SURVEYED))
                    .containsExactly(1L, 1L);
            assertThat(year.monthsOf(Figure.NAMES_SURVEYED))
                    .containsExactly(0L, 0L, 3L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void shopsStandInTheStateTheyHadOnThatDay(Engines engine) {
        try (Core core = open(engine)) {
            long shop = core.records()
                    .create(Actor.OPERATOR, RecordKind.SHOP, shop("PENDING"))
                    .id();
            Period first = period(core, 2026);
            clock.forward(Duration.ofDays(3));
            core.records()
                    .change(Actor.OPERATOR, shop, 1, Map.of("status", Optional.of("PUBLISHED")), Optional.empty());
            core.records().create(Actor.OPERATOR, RecordKind.SHOP, shop("PENDING"));
            Period second = period(core, 2026);
            clock.forward(Duration.ofDays(3));
            core.records().delete(Actor.OPERATOR, shop, 2);
            assertThat(shops(core, first)).containsExactly(new Stock(Stock.Subject.SHOP, "PENDING", 1));
            assertThat(shops(core, second))
                    .containsExactly(
                            new Stock(Stock.Subject.SHOP, "PENDING", 1), new Stock(Stock.Subject.SHOP, "PUBLISHED", 1));
            assertThat(shops(core, period(core, 2026))).containsExactly(new Stock(Stock.Subject.SHOP, "PENDING", 1));
        }
    }

    private static List<Stock> shops(Core core, Period period) {
        return core.board().year(Actor.OPERATOR, TOWN, period).stocks().stream()
                .filter(stock -> stock.subject() == Stock.Subject.SHOP)
                .toList();
    }

    private static RecordDraft shop(String status) {
        return new RecordDraft(
                "x",
                Map.of("name", "大稳饭店", "category", "FOOD", "status", status, "division_code", DAWEN),
                Optional.of(Drafts.point(113.45, 22.91)),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theMonthBeginsAtChineseMidnight(Engines engine) {
        try (Core core = open(engine)) {
            clock.forward(Duration.between(clock.instant(), Instant.parse("2026-03-31T15:59:59Z")));
            take(core, RecordKind.PLACE, at("1", "甲围", DAWEN));
            clock.forward(Duration.ofSeconds(2));
            take(core, RecordKind.PLACE, at("2", "乙围", DAWEN));
            BoardYear year = core.board().year(Actor.OPERATOR, TOWN, period(core, 2026));
            assertThat(year.monthsOf(Figure.NAMES_SURVEYED).subList(2, 4)).containsExactly(1L, 1L);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void targetsAreSetByWhoMayAndShownWithTheFigures(Engines engine) {
        try (Core core = open(engine)) {
            core.board().setTargets(REVIEWER, TOWN, 2026, Map.of(Figure.SIGNS_SET, 40L, Figure.VILLAGE_MAPS, 2L));
            core.board().setTargets(REVIEWER, TOWN, 2026, Map.of(Figure.SIGNS_SET, 50L));
            BoardYear year = core.board().year(REVIEWER, COUNTY, period(core, 2026));
            assertThat(year.below().getFirst().targets()).isEqualTo(Map.of(Figure.SIGNS_SET, 50L));
            assertThat(year.area().targets()).isEmpty();
            assertThatThrownBy(() -> core.board().setTargets(REVIEWER, CITY, 2026, Map.of()))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> core.board().setTargets(REVIEWER, TOWN, 2026, Map.of(Figure.SIGNS_SET, -1L)))
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theBoardIsForStaffOfTheArea(Engines engine) {
        try (Core core = open(engine)) {
            assertThatThrownBy(() -> core.board().year(REVIEWER, CITY, period(core, 2026)))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> core.board().year(Actor.PUBLIC, TOWN, period(core, 2026)))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> core.board().year(REVIEWER, DivisionCode.parse("440115999"), period(core, 2026)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> period(core, 2027)).isInstanceOf(Refused.class);
        }
    }

    private Core open(Engines engine) {
        Core core = Core.open(engine.fresh(), clock);
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
        take(core, RecordKind.DIVISION, Drafts.division(OTHER_TOWN, "大岗镇", 4, COUNTY.digits(), Optional.empty()));
        core.divisions().rebuild();
        return core;
    }

    private static Period period(Core core, int year) {
        return new Period(year, core.clock().instant().atZone(Period.ZONE).toLocalDate());
    }

    private static void take(Core core, RecordKind kind, RecordDraft... drafts) {
        core.intake().take(Actor.OPERATOR, kind, "test", List.of(drafts));
    }

    private static RecordDraft at(String key, String name, String division) {
        return new RecordDraft(
                key,
                Map.of("name", name, "category", "NATURAL_VILLAGE", "division_code", division),
                Optional.of(Drafts.point(113.45, 22.91)),
                List.of(),
                List.of());
    }

    private static RecordDraft sign(Core core) {
        return new RecordDraft(
                "sign",
                Map.of(
                        "kind",
                        "STREET",
                        "name",
                        "大稳路",
                        "division_code",
                        DAWEN,
                        "status",
                        "INSTALLED",
                        "installed_on",
                        core.clock().instant().atZone(Period.ZONE).toLocalDate()),
                Optional.of(Drafts.point(113.45, 22.91)),
                List.of(),
                List.of());
    }

    private static long establish(Core core, String name) {
        return core.journal()
                .write(
                        Actor.OPERATOR,
                        changes -> core.standardNames().establish(changes, street(name), decision(core)));
    }

    private static Establishment street(String name) {
        return new Establishment(
                name,
                PlaceCategory.STREET,
                Optional.empty(),
                DAWEN,
                Optional.of(Drafts.wkt("LINESTRING (113.45 22.91, 113.46 22.91)")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Decision decision(Core core) {
        return new Decision(
                core.clock().instant().atZone(Period.ZONE).toLocalDate(), "批复〔2026〕1号", OptionalLong.empty());
    }

    private static void decide(Core core, Function<StandardNames, Consumer<cn.diming.core.change.ChangeSet>> deed) {
        core.journal().write(Actor.OPERATOR, changes -> {
            deed.apply(core.standardNames()).accept(changes);
            return null;
        });
    }
}
