package cn.diming.core.record;

import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the map of a day in the past differs from the tables of today, as it is known now. Places have their states;
 * divisions the years of founding and abolition; door plates and signs the day on which they were put up. Records of
 * other kinds carry no history and are taken to have been as they are.
 */
public final class PastDays {

    private static final String LATER_OR_ENDED = """
            SELECT p.id FROM place p WHERE COALESCE(p.state_from, p.valid_from) > :day OR p.valid_to <= :day""";
    private static final String FORMER_DIVISIONS = """
            SELECT * FROM division WHERE valid_to_year > :year AND COALESCE(valid_from_year, 0) <= :year""";
    /** A division counts from the year it was founded in, and no more in the year it was abolished in. */
    private static final String OTHER_DIVISIONS = """
            SELECT id FROM division WHERE valid_from_year > :year OR valid_to_year <= :year""";

    private static final int MOST_DAYS = 300;
    private static final String CHANGE_DAYS = """
            SELECT on_day, COUNT(*) AS changes FROM (
              SELECT COALESCE(p.state_from, p.valid_from) AS on_day FROM place p
              WHERE p.status IS NULL OR p.status NOT IN (:undecided)
              UNION ALL SELECT p.valid_to FROM place p
              UNION ALL SELECT p.state_from FROM place_state p WHERE p.recorded_to IS NULL) days
            WHERE on_day IS NOT NULL GROUP BY on_day ORDER BY changes DESC, on_day DESC LIMIT :limit""";

    private final Db db;
    private final PlaceStates states;

    PastDays(Db db, PlaceStates states) {
        this.db = db;
        this.states = states;
    }

    /**
     * What is to be done to the records of today to have those of a day.
     *
     * @param shown records as they were, to be put in or to replace those of today
     * @param gone numbers of records that did not exist then; one that is in {@code shown} as well existed
     */
    public record Difference(List<StoredRecord> shown, Map<RecordKind, List<Long>> gone) {
        public Difference {
            shown = List.copyOf(shown);
            gone = Map.copyOf(gone);
        }
    }

    public Difference differenceOn(LocalDate day) {
        List<StoredRecord> shown = new ArrayList<>();
        states.notAsToday(day).stream().map(PlaceState::asRecord).forEach(shown::add);
        RecordSchema divisions = RecordSchema.of(RecordKind.DIVISION);
        shown.addAll(
                db.sql(FORMER_DIVISIONS).param("year", day.getYear()).list(row -> RecordStore.read(divisions, row)));
        Map<RecordKind, List<Long>> gone = new EnumMap<>(RecordKind.class);
        gone.put(RecordKind.PLACE, ids(db.sql(LATER_OR_ENDED).param("day", day)));
        gone.put(RecordKind.DIVISION, ids(db.sql(OTHER_DIVISIONS).param("year", day.getYear())));
        for (RecordKind kind : List.of(RecordKind.DOOR_PLATE, RecordKind.SIGN)) {
            gone.put(
                    kind,
                    ids(db.sql("SELECT id FROM " + kind.table() + " WHERE installed_on > :day")
                            .param("day", day)));
        }
        return new Difference(shown, gone);
    }

    /**
     * A day on which something on the map changed.
     *
     * @param day in ISO form, so that it can be told as it is
     */
    public record ChangeDay(String day, long changes) {}

    /** The days on which most places began, changed or ended, as far as the public may know; at most {@value #MOST_DAYS}. */
    public List<ChangeDay> changeDays() {
        return db
                .sql(CHANGE_DAYS)
                .param("undecided", Disclosure.undecided())
                .param("limit", MOST_DAYS)
                .list(row -> new ChangeDay(row.findDate("on_day").orElseThrow().toString(), row.getLong("changes")))
                .stream()
                .sorted(Comparator.comparing(ChangeDay::day))
                .toList();
    }

    private static List<Long> ids(Statement statement) {
        return statement.list((Row row) -> row.getLong("id"));
    }
}
