package cn.diming.core.history;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random operations against a model that keeps, after each of them, everything that is believed about every place on every
 * day. Whatever point of both times is asked, the database must say the same.
 */
class TwoTimesTest {

    private static final int OPERATIONS = 120;
    private static final int QUESTIONS = 400;
    private static final LocalDate FIRST = LocalDate.parse("1980-01-01");
    private static final int DAYS = 15_000;
    private static final Bbox BOX = new Bbox(113, 22, 114, 24);

    private final MovingClock clock = new MovingClock();

    /** What the model says of a place at a time. */
    private record Told(String name, String meaning, String status, Optional<LocalDate> end) {

        Told called(String newName) {
            return new Told(newName, meaning, "STANDARD", end);
        }

        Told meaning(String text) {
            return new Told(name, text, status, end);
        }

        Told retired(LocalDate day) {
            return new Told(name, meaning, "RETIRED", Optional.of(day));
        }

        boolean inForceOn(LocalDate day) {
            return end.filter(last -> !day.isBefore(last)).isEmpty();
        }
    }

    /** Everything believed after one operation. */
    private record Belief(Instant at, Map<Long, NavigableMap<LocalDate, Told>> places) {}

    @ParameterizedTest
    @CsvSource({"GEOPACKAGE, 1", "GEOPACKAGE, 2", "GEOPACKAGE, 3", "POSTGIS, 1", "POSTGIS, 4"})
    void everyPointOfBothTimesIsAsTheModelSays(Engines engine, long seed) {
        Random random = new Random(seed);
        try (Core core = Core.open(engine.fresh(), clock)) {
            List<Belief> beliefs = new ArrayList<>();
            Map<Long, NavigableMap<LocalDate, Told>> places = new HashMap<>();
            for (int i = 0; i < OPERATIONS; i++) {
                clock.forward(Duration.ofSeconds(1));
                act(core, random, places, i);
                beliefs.add(new Belief(clock.instant(), copy(places)));
            }
            for (int i = 0; i < QUESTIONS; i++) {
                ask(core, random, beliefs);
            }
        }
    }

    private void act(Core core, Random random, Map<Long, NavigableMap<LocalDate, Told>> places, int number) {
        List<Long> alive = places.entrySet().stream()
                .filter(place ->
                        !place.getValue().lastEntry().getValue().status().equals("RETIRED"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (alive.size() < 4) {
            create(core, random, places, number);
            return;
        }
        long id = alive.get(random.nextInt(alive.size()));
        NavigableMap<LocalDate, Told> place = Objects.requireNonNull(places.get(id));
        LocalDate begun = place.lastKey();
        LocalDate day = begun.equals(LocalDate.MIN)
                ? day(random)
                : begun.plusDays(random.nextInt(4) == 0 ? 0 : random.nextInt(900));
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone()))) {
            day = begun.equals(LocalDate.MIN) ? FIRST : begun;
        }
        switch (random.nextInt(9)) {
            case 0 -> create(core, random, places, number);
            case 1, 2 -> rename(core, id, place, day, "名" + number + "路");
            case 3 -> cancel(core, id, place, day);
            case 4 -> merge(core, id, place, day, alive);
            case 5, 6 -> edit(core, id, place, "含义" + number);
            case 7 -> correct(core, id, place, day(random), "更正" + number);
            default -> importOrDelete(core, id, places, number);
        }
    }

    private void create(Core core, Random random, Map<Long, NavigableMap<LocalDate, Told>> places, int number) {
        String name = "地" + number + "路";
        NavigableMap<LocalDate, Told> place = new TreeMap<>();
        switch (random.nextInt(3)) {
            case 0 -> {
                LocalDate day = day(random);
                Establishment wanted = new Establishment(
                        name,
                        PlaceCategory.OTHER,
                        Optional.empty(),
                        "440115103208",
                        Optional.of(Drafts.point(113.45, 22.9)),
                        Optional.empty(),
                        Optional.of("始"),
                        Optional.empty());
                long id = core.journal()
                        .write(
                                Actor.OPERATOR,
                                changes -> core.standardNames().establish(changes, wanted, decision(day)));
                place.put(day, new Told(name, "始", "STANDARD", Optional.empty()));
                places.put(id, place);
            }
            case 1 -> {
                core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "test", List.of(draft("k" + number, name, "始")));
                place.put(LocalDate.MIN, new Told(name, "始", "RECORDED", Optional.empty()));
                places.put(newest(core), place);
            }
            default -> {
                core.records().create(Actor.OPERATOR, RecordKind.PLACE, draft("manual", name, "始"));
                place.put(LocalDate.MIN, new Told(name, "始", "RECORDED", Optional.empty()));
                places.put(newest(core), place);
            }
        }
    }

    private static void rename(Core core, long id, NavigableMap<LocalDate, Told> place, LocalDate day, String name) {
        core.journal().write(Actor.OPERATOR, changes -> {
            core.standardNames().rename(changes, id, name, Optional.empty(), decision(day));
            return true;
        });
        place.put(day, place.lastEntry().getValue().called(name));
    }

    private static void cancel(Core core, long id, NavigableMap<LocalDate, Told> place, LocalDate day) {
        core.journal().write(Actor.OPERATOR, changes -> {
            core.standardNames().cancel(changes, id, decision(day));
            return true;
        });
        place.put(day, place.lastEntry().getValue().retired(day));
    }

    private static void merge(
            Core core, long id, NavigableMap<LocalDate, Told> place, LocalDate day, List<Long> alive) {
        long into = alive.stream().filter(other -> other != id).findFirst().orElseThrow();
        core.journal().write(Actor.OPERATOR, changes -> {
            core.standardNames().merge(changes, List.of(id), into, decision(day));
            return true;
        });
        place.put(day, place.lastEntry().getValue().retired(day));
    }

    private static void edit(Core core, long id, NavigableMap<LocalDate, Told> place, String meaning) {
        int version = core.records().get(id).version();
        core.records().change(Actor.OPERATOR, id, version, Map.of("meaning", Optional.of(meaning)), Optional.empty());
        change(place, place.lastKey(), told -> told.meaning(meaning));
    }

    private static void correct(
            Core core, long id, NavigableMap<LocalDate, Told> place, LocalDate day, String meaning) {
        LocalDate key = place.floorKey(day);
        if (key != null) {
            int version = core.records().get(id).version();
            core.corrections()
                    .correct(Actor.OPERATOR, id, version, day, state -> Map.of("meaning", Optional.of(meaning)), "据县志");
            change(place, key, told -> told.meaning(meaning));
        }
    }

    /** The source says something new of a place that it brought; what was only recorded by hand is deleted. */
    private static void importOrDelete(
            Core core, long id, Map<Long, NavigableMap<LocalDate, Told>> places, int number) {
        NavigableMap<LocalDate, Told> place = Objects.requireNonNull(places.get(id));
        Told now = place.lastEntry().getValue();
        var source = core.store().sourcesOf(id).stream().findFirst();
        if (source.isPresent()) {
            String name = now.status().equals("RECORDED") ? "新" + number + "路" : now.name();
            RecordDraft draft = draft(source.get().key(), "新" + number + "路", "源" + number);
            core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "test", List.of(draft));
            change(place, place.lastKey(), told -> new Told(name, "源" + number, told.status(), told.end()));
        } else if (now.status().equals("RECORDED")) {
            core.records().delete(Actor.OPERATOR, id, core.records().get(id).version());
            places.remove(id);
        }
    }

    private static void ask(Core core, Random random, List<Belief> beliefs) {
        Belief belief = beliefs.get(random.nextInt(beliefs.size()));
        LocalDate day = day(random);
        boolean now = random.nextInt(3) == 0;
        Belief asked = now ? beliefs.getLast() : belief;
        AsOf at = new AsOf(day, now ? Optional.empty() : Optional.of(asked.at()));
        List<String> inForce = new ArrayList<>();
        asked.places.forEach((id, place) -> {
            Map.Entry<LocalDate, Told> told = place.floorEntry(day);
            Optional<PlaceState> found = core.store().states().find(id, at);
            String question = id + " on " + day + " at " + at.recordedAt();
            if (told == null) {
                assertThat(found).as(question).isEmpty();
            } else {
                PlaceState state = found.orElseThrow(() -> new AssertionError("nothing of " + question));
                assertThat(state.name()).as(question).isEqualTo(told.getValue().name());
                assertThat(state.text("meaning"))
                        .as(question)
                        .contains(told.getValue().meaning());
                assertThat(state.text("status"))
                        .as(question)
                        .contains(told.getValue().status());
                assertThat(state.inForceOn(day))
                        .as(question)
                        .isEqualTo(told.getValue().inForceOn(day));
                if (state.inForceOn(day)) {
                    inForce.add(state.name());
                }
            }
        });
        assertThat(core.store().states().inBox(BOX, at, 1000))
                .extracting(PlaceState::name)
                .containsExactlyInAnyOrderElementsOf(inForce);
        List<String> listed = new ArrayList<>();
        core.register()
                .forEach(
                        Actor.OPERATOR,
                        RegisterFilter.all().asOf(at),
                        new RegisterOrder(RegisterOrder.By.NAME, random.nextBoolean()),
                        row -> listed.add(row.name()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(inForce);
    }

    private static void change(NavigableMap<LocalDate, Told> place, LocalDate key, UnaryOperator<Told> how) {
        place.computeIfPresent(key, (day, told) -> how.apply(told));
    }

    private static Map<Long, NavigableMap<LocalDate, Told>> copy(Map<Long, NavigableMap<LocalDate, Told>> places) {
        Map<Long, NavigableMap<LocalDate, Told>> copy = new HashMap<>();
        places.forEach((id, place) -> copy.put(id, new TreeMap<>(place)));
        return copy;
    }

    private static long newest(Core core) {
        return core.db().sql("SELECT MAX(id) FROM place").getLong();
    }

    private static RecordDraft draft(String key, String name, String meaning) {
        Map<String, Object> values = Map.of("name", name, "category", "OTHER", "meaning", meaning);
        return new RecordDraft(key, values, Optional.of(Drafts.point(113.45, 22.9)), List.of(), List.of());
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private static Decision decision(LocalDate day) {
        return new Decision(day, "批复", OptionalLong.empty());
    }
}
