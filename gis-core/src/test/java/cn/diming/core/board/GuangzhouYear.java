package cn.diming.core.board;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.history.Decision;
import cn.diming.core.history.Establishment;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A year of work in ten months, as large as Guangzhou's of 2024, in two towns. Surveyed names include those that were named. */
final class GuangzhouYear {

    private static final int MONTHS = 9;
    private static final List<String> VILLAGES = List.of("440115103208", "440115104201");
    private static final int SURVEYED = 118_809;
    private static final int STREETS = 1_130;
    private static final int RENAMED_TWICE = 30;
    private static final int SETTLEMENTS = 94;
    private static final int SIGNS = 2_631;
    private static final int TOWN_MAPS = 24;
    private static final int VILLAGE_MAPS = 590;
    private static final int COLLECTED = 92_493;
    private static final int ERRORS = 500;

    private final Core core;
    private final MovingClock clock;
    private final List<Long> streets = new ArrayList<>();

    private GuangzhouYear(Core core, MovingClock clock) {
        this.core = core;
        this.clock = clock;
    }

    static void run(Core core, MovingClock clock) {
        GuangzhouYear year = new GuangzhouYear(core, clock);
        for (int month = 0; month < MONTHS; month++) {
            year.survey(month);
            year.name(month);
            year.signs(month);
            year.maps(month);
            year.collect(month);
            clock.forward(Duration.ofDays(30));
        }
    }

    /** How many of a year's {@code total} fall into a month. */
    private static int part(int total, int month) {
        return total * (month + 1) / MONTHS - total * month / MONTHS;
    }

    private static String village(int number) {
        return VILLAGES.get(number % VILLAGES.size());
    }

    private void survey(int month) {
        List<RecordDraft> drafts = new ArrayList<>();
        for (int i = 0; i < part(SURVEYED - STREETS - SETTLEMENTS, month); i++) {
            drafts.add(new RecordDraft(
                    "place/" + month + "/" + i,
                    Map.of("name", "地名" + month + "之" + i, "category", "NATURAL_VILLAGE", "division_code", village(i)),
                    Optional.of(Drafts.point(113.44 + i * 1e-7, 22.91)),
                    List.of(),
                    List.of()));
        }
        core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "survey", drafts);
    }

    private void name(int month) {
        core.journal().write(Actor.OPERATOR, changes -> {
            for (int i = 0; i < part(STREETS, month); i++) {
                streets.add(establish(changes, "街" + month + "之" + i, PlaceCategory.STREET, i));
            }
            for (int i = 0; i < part(SETTLEMENTS, month); i++) {
                establish(
                        changes,
                        "围" + month + "之" + i,
                        i % 2 == 0 ? PlaceCategory.NATURAL_VILLAGE : PlaceCategory.ESTATE,
                        i);
            }
            return null;
        });
        core.journal().write(Actor.OPERATOR, changes -> {
            for (int i = 0;
                    i < part(RENAMED_TWICE, month);
                    i++) { // named and renamed in one year: one street all the same
                core.standardNames()
                        .rename(
                                changes,
                                streets.get(streets.size() - 1 - i),
                                "新街" + month + "之" + i,
                                Optional.empty(),
                                decision());
            }
            return null;
        });
    }

    private long establish(ChangeSet changes, String name, PlaceCategory category, int number) {
        Establishment wanted = new Establishment(
                name,
                category,
                Optional.empty(),
                village(number),
                Optional.of(
                        category == PlaceCategory.STREET
                                ? Drafts.wkt("LINESTRING (113.45 22.91, 113.46 22.91)")
                                : Drafts.point(113.45, 22.91)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return core.standardNames().establish(changes, wanted, decision());
    }

    private Decision decision() {
        return new Decision(clock.instant().atZone(Period.ZONE).toLocalDate(), "批复", OptionalLong.empty());
    }

    private void signs(int month) {
        List<RecordDraft> drafts = new ArrayList<>();
        for (int i = 0; i < part(SIGNS, month); i++) {
            drafts.add(new RecordDraft(
                    "sign/" + month + "/" + i,
                    Map.of(
                            "kind",
                            "STREET",
                            "name",
                            "街",
                            "division_code",
                            village(i),
                            "status",
                            "INSTALLED",
                            "installed_on",
                            clock.instant().atZone(Period.ZONE).toLocalDate()),
                    Optional.of(Drafts.point(113.45, 22.91)),
                    List.of(),
                    List.of()));
        }
        core.intake().take(Actor.OPERATOR, RecordKind.SIGN, "signs", drafts);
    }

    /** Divisions of their own, so that each has one map; the first town's is published a second time in the last month. */
    private void maps(int month) {
        core.journal().write(Actor.OPERATOR, changes -> {
            BoardStore store = new BoardStore(core.db());
            for (int i = TOWN_MAPS * month / MONTHS; i < TOWN_MAPS * (month + 1) / MONTHS; i++) {
                store.insertEdition(changes, edition(MapEdition.Kind.TOWN, "44011510%d%03d".formatted(3 + i % 2, i)));
            }
            for (int i = VILLAGE_MAPS * month / MONTHS; i < VILLAGE_MAPS * (month + 1) / MONTHS; i++) {
                store.insertEdition(
                        changes, edition(MapEdition.Kind.VILLAGE, "44011510%d%03d".formatted(3 + i % 2, i)));
            }
            if (month == MONTHS - 1) {
                store.insertEdition(changes, edition(MapEdition.Kind.TOWN, "440115103000"));
            }
            return null;
        });
    }

    private MapEdition edition(MapEdition.Kind kind, String division) {
        return new MapEdition(
                kind, division, clock.instant().atZone(Period.ZONE).toLocalDate(), "0".repeat(64));
    }

    private void collect(int month) {
        core.journal().write(Actor.OPERATOR, changes -> {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int i = 0; i < part(COLLECTED + ERRORS, month); i++) {
                boolean error = i < part(ERRORS, month);
                rows.add(new @Nullable Object[] {
                    changes.newId(),
                    month + "/" + i,
                    1,
                    error ? "ERROR" : i % 2 == 0 ? "NEW_NAME" : "VERIFICATION",
                    "RECEIVED",
                    113.45,
                    22.91,
                    "MAP",
                    village(i),
                    changes.at(),
                    changes.at()
                });
            }
            core.db()
                    .insertAll(
                            "collection_report",
                            List.of(
                                    "id",
                                    "client_id",
                                    "revision",
                                    "kind",
                                    "state",
                                    "lon",
                                    "lat",
                                    "position_source",
                                    "division_code",
                                    "collected_at",
                                    "received_at"),
                            rows);
            return null;
        });
    }
}
