package cn.diming.core.record;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import cn.diming.core.geo.Bbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The states of places in valid and in recorded time. The row in {@code place} is the state of today as it is known now;
 * {@code place_state} holds what was so before, and what was believed before. {@link RecordStore} and
 * {@link RecordIntake} keep it right with every write.
 */
public final class PlaceStates {

    private static final RecordSchema SCHEMA = RecordSchema.of(RecordKind.PLACE);
    private static final String CONTENT =
            SCHEMA.fields().stream().map(Field::column).collect(Collectors.joining(", ")) + ", name_key, geom";
    private static final String HEAD =
            "(id, place_id, version, state_from, state_to, recorded_from, recorded_to, " + CONTENT + ")";
    private static final String CURRENT =
            "SELECT p.*, p.id AS place_id, COALESCE(p.state_from, p.valid_from) AS begins,"
                    + " p.change_seq AS recorded_from, 1 AS is_current FROM place p";
    private static final String FORMER = "SELECT p.*, p.state_from AS begins, 0 AS is_current FROM place_state p";

    private final Db db;

    public PlaceStates(Db db) {
        this.db = db;
    }

    /** The conditions on the two tables, both known as {@code p}, under which their rows hold at that point and are in force. */
    public static String holds(boolean current, AsOf at) {
        String day = current
                ? "(COALESCE(p.state_from, p.valid_from) IS NULL OR COALESCE(p.state_from, p.valid_from) <= :day)"
                : "(p.state_from IS NULL OR p.state_from <= :day) AND (p.state_to IS NULL OR p.state_to > :day)";
        String known = at.recordedAt().isEmpty()
                ? (current ? "" : " AND p.recorded_to IS NULL")
                : current
                        ? " AND p.change_seq <= :seq"
                        : " AND p.recorded_from <= :seq AND (p.recorded_to IS NULL OR p.recorded_to > :seq)";
        return day + known;
    }

    /** The further condition that the place was in use. */
    public static String inForce() {
        return "(p.valid_to IS NULL OR p.valid_to > :day)";
    }

    /** Binds what {@link #holds} and {@link #inForce} speak of. */
    public Statement bind(Statement statement, AsOf at) {
        Statement bound = statement.param("day", at.day());
        return at.recordedAt()
                .map(instant -> bound.param("seq", lastUntil(instant)))
                .orElse(bound);
    }

    /** The number of the last transaction up to an instant; 0 before the first. */
    private long lastUntil(Instant instant) {
        return db.sql("SELECT COALESCE(MAX(seq), 0) FROM change WHERE at <= :at")
                .param("at", instant)
                .getLong();
    }

    /** The state of one place at a point of both times, in force or not; empty when there was no such place. */
    public Optional<PlaceState> find(long placeId, AsOf at) {
        return bind(db.sql(CURRENT + " WHERE p.id = :id AND " + holds(true, at)), at)
                .param("id", placeId)
                .find(PlaceStates::read)
                .or(() -> bind(db.sql(FORMER + " WHERE p.place_id = :id AND " + holds(false, at)), at)
                        .param("id", placeId)
                        .find(PlaceStates::read));
    }

    /** What is believed now of a place over all of valid time, the newest first. */
    public List<PlaceState> believed(long placeId) {
        List<PlaceState> states = new ArrayList<>(
                db.sql(CURRENT + " WHERE p.id = :id").param("id", placeId).list(PlaceStates::read));
        states.addAll(db.sql(FORMER + " WHERE p.place_id = :id AND p.recorded_to IS NULL")
                .param("id", placeId)
                .list(PlaceStates::read));
        states.sort(Comparator.comparing((PlaceState state) -> state.from().orElse(LocalDate.MIN))
                .reversed());
        return states;
    }

    /** Places in force whose box meets {@code box}, at most {@code limit}; the caller tests the exact geometry. */
    public List<PlaceState> inBox(Bbox box, AsOf at, int limit) {
        List<PlaceState> found = new ArrayList<>(inBox(CURRENT, "place", box, at, limit));
        found.addAll(inBox(FORMER, "place_state", box, at, limit));
        return found.size() <= limit ? found : found.subList(0, limit);
    }

    private List<PlaceState> inBox(String select, String table, Bbox box, AsOf at, int limit) {
        String sql = select + " WHERE " + db.boxTest(table, "p") + " AND " + holds(table.equals("place"), at) + " AND "
                + inForce() + " ORDER BY p.rank, p.id LIMIT :limit";
        return bind(db.sql(sql), at).box(box).param("limit", limit).list(PlaceStates::read);
    }

    /** States in force on the day that are not in the rows of places in use today. */
    List<PlaceState> notAsToday(LocalDate day) {
        AsOf at = AsOf.on(day);
        List<PlaceState> found =
                new ArrayList<>(bind(db.sql(CURRENT + " WHERE " + holds(true, at) + " AND p.valid_to > :day"), at)
                        .list(PlaceStates::read));
        found.addAll(bind(db.sql(FORMER + " WHERE " + holds(false, at) + " AND " + inForce()), at)
                .list(PlaceStates::read));
        return found;
    }

    /** Places about which the database once believed something else, or of which it knows a former state. */
    public Set<Long> withHistory(List<Long> placeIds) {
        return placeIds.isEmpty()
                ? Set.of()
                : new HashSet<>(db.sql("SELECT DISTINCT place_id FROM place_state WHERE place_id IN (:ids)")
                        .param("ids", placeIds)
                        .list(row -> row.getLong("place_id")));
    }

    /** Keeps what is known of a place until now, before the row says something else. */
    void keep(ChangeSet changes, long placeId) {
        copy(changes, placeId, """
                :id, id, version, COALESCE(state_from, valid_from), NULL, change_seq, :seq""", "change_seq < :seq", Map.of());
    }

    /** Keeps the state until now as the one that was so before {@code until}. */
    void end(ChangeSet changes, long placeId, LocalDate until) {
        copy(
                changes,
                placeId,
                ":id, id, version, COALESCE(state_from, valid_from), :until, :seq, NULL",
                "(COALESCE(state_from, valid_from) IS NULL OR COALESCE(state_from, valid_from) < :until)",
                Map.of("until", until));
    }

    private void copy(ChangeSet changes, long placeId, String head, String only, Map<String, Object> more) {
        Statement statement = db.sql("INSERT INTO place_state " + HEAD + " SELECT " + head + ", " + CONTENT
                        + " FROM place WHERE id = :place AND " + only)
                .param("id", changes.newId())
                .param("seq", changes.seq())
                .param("place", placeId);
        more.forEach(statement::param);
        statement.update();
    }

    /** Of a deleted place nothing is believed any more. */
    void forget(ChangeSet changes, long placeId) {
        db.sql("UPDATE place_state SET recorded_to = :seq WHERE place_id = :place AND recorded_to IS NULL")
                .param("seq", changes.seq())
                .param("place", placeId)
                .update();
    }

    /** Believes of a former state something else from now on. */
    void correct(ChangeSet changes, PlaceState state, Map<String, Optional<Object>> values) {
        long id = changes.newId();
        String columns = SCHEMA.fields().stream()
                .map(Field::column)
                .map(column -> values.containsKey(column) ? ":" + column : column)
                .collect(Collectors.joining(", "));
        Statement copy = db.sql("INSERT INTO place_state " + HEAD
                        + " SELECT :id, place_id, version, state_from, state_to, :seq, NULL, " + columns
                        + ", name_key, geom FROM place_state WHERE " + believedRow())
                .param("id", id)
                .param("seq", changes.seq());
        values.forEach(copy::param);
        locate(copy, state).update();
        locate(
                        db.sql("UPDATE place_state SET recorded_to = :seq WHERE id <> :id AND " + believedRow())
                                .param("seq", changes.seq())
                                .param("id", id),
                        state)
                .update();
    }

    private static String believedRow() {
        return "place_id = :place AND recorded_to IS NULL AND state_to = :to";
    }

    private static Statement locate(Statement statement, PlaceState state) {
        return statement.param("place", state.placeId()).param("to", state.to());
    }

    /** The columns of a place in a row of either table. */
    public static Map<String, Object> values(Row row) {
        return RecordColumns.readValues(SCHEMA, row);
    }

    private static PlaceState read(Row row) {
        boolean current = row.getLong("is_current") == 1;
        return new PlaceState(
                row.getLong("place_id"),
                row.getInt("version"),
                row.findDate("begins"),
                current ? Optional.empty() : row.findDate("state_to"),
                row.getLong("recorded_from"),
                current ? OptionalLong.empty() : row.findLong("recorded_to"),
                values(row),
                row.findGeometry("geom"),
                current);
    }
}
