package cn.diming.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.geo.Bbox;
import cn.diming.core.record.AsOf;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceState;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was so on a day, on both databases: streets named, renamed, merged, parted and retired on given days. */
class AsOfTest {

    private static final Bbox BOX = new Bbox(113.4, 22.8, 113.6, 23.0);
    private static final String DAWEN = "440115103208";

    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aStreetIsOnEachDayWhatItWasCalledThen(Engines engine) {
        try (Core core = open(engine)) {
            long street = establish(core, "大稳路", "1985-03-01", 22.90);
            write(core, names -> names.rename(core(), street, "稳兴路", Optional.of("Wěnxīng Lù"), on("1999-10-01")));
            long other = establish(core, "东围路", "1990-01-01", 22.91);
            write(core, names -> names.merge(core(), List.of(street), other, on("2010-05-01")));
            write(core, names -> names.cancel(core(), other, on("2020-07-01")));

            assertThat(onTheMap(core, "1985-02-28")).isEmpty();
            assertThat(onTheMap(core, "1985-03-01")).containsExactly("大稳路");
            assertThat(onTheMap(core, "1999-09-30")).containsExactly("大稳路", "东围路");
            assertThat(onTheMap(core, "1999-10-01")).containsExactly("稳兴路", "东围路");
            assertThat(onTheMap(core, "2010-04-30")).containsExactly("稳兴路", "东围路");
            assertThat(onTheMap(core, "2010-05-01")).containsExactly("东围路");
            assertThat(onTheMap(core, "2020-06-30")).containsExactly("东围路");
            assertThat(onTheMap(core, "2020-07-01")).isEmpty();
            for (int year = 1984; year <= 2021; year++) {
                String day = year + "-06-15";
                assertThat(inTheRegister(core, day)).as(day).containsExactlyInAnyOrderElementsOf(onTheMap(core, day));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theFormerNameKeepsItsTimeAndItsBasis(Engines engine) {
        try (Core core = open(engine)) {
            long street = establish(core, "大稳路", "1985-03-01", 22.90);
            write(core, names -> names.rename(core(), street, "稳兴路", Optional.empty(), on("1999-10-01")));
            write(core, names -> names.rename(core(), street, "稳安路", Optional.empty(), on("2005-01-01")));

            List<FurtherName> names = core.aliases().of(street);
            assertThat(names).extracting(FurtherName::text).containsExactly("大稳路", "稳兴路");
            assertThat(names.get(1).from()).contains(LocalDate.parse("1999-10-01"));
            assertThat(names.get(1).to()).contains(LocalDate.parse("2005-01-01"));
            assertThat(names.get(1).basis()).contains("批复〔2005〕1号");
            assertThat(core.events().of(street))
                    .extracting(PlaceEvent::kind)
                    .containsExactly(PlaceEvent.Kind.RENAMED, PlaceEvent.Kind.RENAMED, PlaceEvent.Kind.ESTABLISHED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatWasLearnedLaterIsNotToldOfAnEarlierMoment(Engines engine) {
        try (Core core = open(engine)) {
            long street = establish(core, "大稳路", "1985-03-01", 22.90);
            Instant before = clock.instant();
            clock.forward(Duration.ofDays(1));
            write(core, names -> names.rename(core(), street, "稳兴路", Optional.empty(), on("1999-10-01")));

            LocalDate day = LocalDate.parse("2005-01-01");
            assertThat(name(core, street, new AsOf(day, Optional.of(before)))).contains("大稳路");
            assertThat(name(core, street, AsOf.on(day))).contains("稳兴路");
            assertThat(name(core, street, new AsOf(day, Optional.of(before.minus(Duration.ofDays(1))))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aCorrectionMovesNoDayAndIsKeptApart(Engines engine) {
        try (Core core = open(engine)) {
            long street = establish(core, "大稳路", "1985-03-01", 22.90);
            write(core, names -> names.rename(core(), street, "稳兴路", Optional.empty(), on("1999-10-01")));
            Instant before = clock.instant();
            clock.forward(Duration.ofDays(1));
            StoredRecord seen = core.records().get(street);
            core.corrections()
                    .correct(
                            Actor.OPERATOR,
                            street,
                            seen.version(),
                            LocalDate.parse("1990-01-01"),
                            state -> Map.of("meaning", Optional.of("大稳村的路")),
                            "据县志");

            LocalDate day = LocalDate.parse("1990-01-01");
            assertThat(core.store()
                            .states()
                            .find(street, AsOf.on(day))
                            .orElseThrow()
                            .text("meaning"))
                    .contains("大稳村的路");
            assertThat(core.store()
                            .states()
                            .find(street, new AsOf(day, Optional.of(before)))
                            .orElseThrow()
                            .text("meaning"))
                    .isEmpty();
            assertThat(core.store().states().believed(street))
                    .extracting(PlaceState::name)
                    .containsExactly("稳兴路", "大稳路");
            assertThat(core.records().get(street).version()).isEqualTo(seen.version() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void doorPlatesFollowTheirStreetAndANamesakesDoNot(Engines engine) {
        try (Core core = open(engine)) {
            long street = establish(core, "大稳路", "1985-03-01", 22.90);
            establish(core, "大稳路", "1985-03-01", 22.905);
            long near = plate(core, "大稳路", 113.45, 22.9001);
            long namesakes = plate(core, "大稳路", 113.45, 22.9049);
            long others = plate(core, "东围路", 113.45, 22.9001);
            long journal = core.journal().latest();

            write(core, names -> names.rename(core(), street, "稳兴路", Optional.empty(), on("2026-02-01")));

            assertThat(core.records().get(near).text("street_name")).contains("稳兴路");
            assertThat(core.records().get(namesakes).text("street_name")).contains("大稳路");
            assertThat(core.records().get(others).text("street_name")).contains("东围路");
            assertThat(core.journal().latest()).isEqualTo(journal + 1);
            assertThat(core.journal().since(journal, 10))
                    .extracting(change -> change.recordId().orElseThrow())
                    .contains(street, near)
                    .doesNotContain(namesakes, others);
            write(core, names -> names.rename(core(), street, "稳安路", Optional.empty(), on("2026-02-02")));
            assertThat(core.records().get(near).text("street_name")).contains("稳安路");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aStreetThatIsPartedGivesItsPlatesToTheNearestPart(Engines engine) {
        try (Core core = open(engine)) {
            long street = establish(core, "大稳路", "1985-03-01", 22.90);
            long west = plate(core, "大稳路", 113.446, 22.9001);
            long east = plate(core, "大稳路", 113.454, 22.9001);
            List<Long> parts = core.journal()
                    .write(
                            Actor.OPERATOR,
                            changes -> core.standardNames()
                                    .split(
                                            changes,
                                            street,
                                            Optional.empty(),
                                            List.of(
                                                    street("大稳西路", "LINESTRING (113.445 22.9, 113.45 22.9)"),
                                                    street("大稳东路", "LINESTRING (113.45 22.9, 113.455 22.9)")),
                                            on("2026-01-01")));

            assertThat(core.records().get(west).text("street_name")).contains("大稳西路");
            assertThat(core.records().get(east).text("street_name")).contains("大稳东路");
            assertThat(onTheMap(core, "2025-12-31")).containsExactly("大稳路");
            assertThat(onTheMap(core, "2026-01-01")).containsExactlyInAnyOrder("大稳西路", "大稳东路");
            assertThat(core.events().of(parts.getFirst()))
                    .filteredOn(event -> event.kind() == PlaceEvent.Kind.SPLIT)
                    .extracting(PlaceEvent::placeId)
                    .containsExactly(street);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void anImportKeepsTheNameThatADecisionMadeAndTheStateBefore(Engines engine) {
        try (Core core = open(engine)) {
            RecordDraft draft = Drafts.street("s1", "大稳路", "LINESTRING (113.445 22.9, 113.455 22.9)");
            core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "survey", List.of(draft));
            long street = core.store().page(RecordKind.PLACE, 0, 1).getFirst().id();
            assertThat(core.db().sql("SELECT COUNT(*) FROM place_state").getLong())
                    .isZero();
            write(core, names -> names.rename(core(), street, "稳兴路", Optional.empty(), on("2026-01-01")));

            RecordDraft again = Drafts.street("s1", "大稳路", "LINESTRING (113.445 22.9, 113.456 22.9)");
            core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "survey", List.of(again));

            assertThat(core.records().get(street).title()).isEqualTo("稳兴路");
            assertThat(core.records().get(street).geometry().orElseThrow().getLength())
                    .isGreaterThan(0.0105);
            assertThat(core.aliases().of(street)).extracting(FurtherName::text).containsExactly("大稳路");
            assertThat(onTheMap(core, "2025-01-01")).containsExactly("大稳路");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aDayAheadOrBeforeThePresentStateIsRefused(Engines engine) {
        try (Core core = open(engine)) {
            long street = establish(core, "大稳路", "1985-03-01", 22.90);
            assertThatThrownBy(() -> write(
                            core, names -> names.rename(core(), street, "稳兴路", Optional.empty(), on("2027-01-01"))))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("不能晚于今天");
            assertThatThrownBy(() -> write(
                            core, names -> names.rename(core(), street, "稳兴路", Optional.empty(), on("1985-02-28"))))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("不能更早");
            write(core, names -> names.cancel(core(), street, on("2026-01-01")));
            assertThatThrownBy(() -> write(
                            core, names -> names.rename(core(), street, "稳兴路", Optional.empty(), on("2026-02-01"))))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("已经销名");
        }
    }

    private cn.diming.core.change.@org.jspecify.annotations.Nullable ChangeSet writing;

    /** The change set of the write that is going on. */
    private cn.diming.core.change.ChangeSet core() {
        return java.util.Objects.requireNonNull(writing);
    }

    private void write(Core core, Consumer<StandardNames> work) {
        core.journal().write(Actor.OPERATOR, changes -> {
            writing = changes;
            work.accept(core.standardNames());
            return true;
        });
    }

    private Core open(Engines engine) {
        Core core = Core.open(engine.fresh(), clock);
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
        core.divisions().rebuild();
        return core;
    }

    private static long establish(Core core, String name, String day, double lat) {
        String line = "LINESTRING (113.445 %1$s, 113.455 %1$s)".formatted(lat);
        return core.journal()
                .write(Actor.OPERATOR, changes -> core.standardNames().establish(changes, street(name, line), on(day)));
    }

    private static Establishment street(String name, String line) {
        return new Establishment(
                name,
                PlaceCategory.STREET,
                Optional.of("23210"),
                DAWEN,
                Optional.of(Drafts.wkt(line)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Decision on(String day) {
        return new Decision(LocalDate.parse(day), "批复〔" + day.substring(0, 4) + "〕1号", OptionalLong.of(7));
    }

    private static long plate(Core core, String street, double lon, double lat) {
        Map<String, Object> values = Map.of("street_name", street, "number_text", "1号");
        return core.records()
                .create(
                        Actor.OPERATOR,
                        RecordKind.DOOR_PLATE,
                        new RecordDraft("p", values, Optional.of(Drafts.point(lon, lat)), List.of(), List.of()))
                .id();
    }

    private static Optional<String> name(Core core, long id, AsOf at) {
        return core.store().states().find(id, at).map(PlaceState::name);
    }

    private static List<String> onTheMap(Core core, String day) {
        return core.store().states().inBox(BOX, AsOf.on(LocalDate.parse(day)), 100).stream()
                .sorted(java.util.Comparator.comparing(PlaceState::placeId))
                .map(PlaceState::name)
                .toList();
    }

    private static List<String> inTheRegister(Core core, String day) {
        return core
                .register()
                .list(
                        Actor.OPERATOR,
                        RegisterFilter.all().asOf(AsOf.on(LocalDate.parse(day))),
                        RegisterOrder.BY_NAME,
                        100)
                .rows()
                .stream()
                .map(RegisterRow::name)
                .toList();
    }
}
