package cn.diming.core.board;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import cn.diming.core.sign.SignStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what happened. Each source gives one row for a thing that counts, with its division and when it happened: an
 * instant where the day of recording counts, a day where a decision takes effect.
 */
final class BoardStore {

    /** A source of one figure; {@code :from :to} are days or instants, {@code :known} is an instant. */
    private record Source(String rows, boolean instants) {

        Object at(LocalDate day) {
            return instants ? Period.begin(day) : day;
        }
    }

    private static final String NAMED = """
            SELECT p.division_code, MIN(e.effective_on) AS happened
            FROM place_event e JOIN place p ON p.id = e.place_id
            WHERE e.kind IN ('ESTABLISHED', 'RENAMED') AND e.effective_on >= :from AND e.effective_on < :to
              AND e.recorded_at < :known AND p.category IN (%s)
            GROUP BY p.id, p.division_code""";

    private static final String MAPS = """
            SELECT division_code, MIN(edition_on) AS happened FROM map_edition
            WHERE kind = '%s' AND edition_on >= :from AND edition_on < :to AND recorded_at < :known
            GROUP BY division_code""";

    private static final List<String> STANDING = Stream.of(SignStatus.values())
            .filter(SignStatus::isStanding)
            .map(SignStatus::name)
            .toList();

    /** Where the states of a subject are, and the events that changed them. */
    private record Life(String table, List<String> areas, String state, String events, String key, String from) {

        private static final List<String> AREA = List.of("division_code");

        static Life of(Stock.Subject subject) {
            return switch (subject) {
                case DOOR_PLATE -> new Life("door_plate", AREA, "status", "plate_event", "plate_id", "from_status");
                case SIGN -> new Life("name_sign", AREA, "status", "sign_event", "sign_id", "from_status");
                case NAMING_CASE -> new Life("naming_case", AREA, "state", "case_event", "case_id", "from_state");
                case INSPECTION_ROUND ->
                    new Life(
                            "inspection_round",
                            List.of("left_code", "right_code"),
                            "state",
                            "inspection_event",
                            "round_id",
                            "from_state");
                case SHOP -> throw new IllegalArgumentException("shops have no table of events");
            };
        }

        String within() {
            return areas.stream()
                    .map(area -> "(t." + area + " >= :prefix AND t." + area + " < :end)")
                    .collect(Collectors.joining(" OR ", "(", ")"));
        }
    }

    private final Db db;

    BoardStore(Db db) {
        this.db = db;
    }

    private static Source source(Figure figure) {
        return switch (figure) {
            case NAMES_SURVEYED -> new Source("""
                    SELECT division_code, created_at AS happened FROM place
                    WHERE created_at >= :from AND created_at < :to AND created_at < :known
                    UNION ALL
                    SELECT gone.division_code, born.at FROM place_state gone
                    JOIN change born ON born.seq = gone.recorded_from AND born.part = 0
                    JOIN change died ON died.seq = gone.recorded_to AND died.part = 0
                    WHERE NOT EXISTS (SELECT 1 FROM place WHERE place.id = gone.place_id)
                      AND NOT EXISTS (SELECT 1 FROM place_state earlier WHERE earlier.place_id = gone.place_id
                        AND earlier.recorded_from < gone.recorded_from)
                      AND died.at >= :known AND born.at >= :from AND born.at < :to AND born.at < :known""", true);
            case STREETS_NAMED -> new Source(NAMED.formatted("'STREET'"), false);
            case SETTLEMENTS_NAMED -> new Source(NAMED.formatted("'NATURAL_VILLAGE', 'ESTATE'"), false);
            case SIGNS_SET -> new Source("""
                    SELECT s.division_code, s.installed_on AS happened FROM name_sign s
                    WHERE s.installed_on >= :from AND s.installed_on < :to AND COALESCE((SELECT MIN(e.at) FROM sign_event e
                      WHERE e.sign_id = s.id AND e.to_status = 'INSTALLED'), s.created_at) < :known""", false);
            case TOWN_MAPS -> new Source(MAPS.formatted("TOWN"), false);
            case VILLAGE_MAPS -> new Source(MAPS.formatted("VILLAGE"), false);
            case NAMES_COLLECTED -> new Source("""
                    SELECT division_code, received_at AS happened FROM collection_report
                    WHERE kind <> 'ERROR' AND received_at >= :from AND received_at < :to AND received_at < :known""", true);
        };
    }

    /** Counts of one figure below a prefix, by the first {@code digits} of the division and by month. */
    List<Count> count(Figure figure, Period period, String prefix, int digits) {
        Source source = source(figure);
        StringBuilder month = new StringBuilder("CASE");
        for (int next = 2; next <= 12; next++) {
            month.append(" WHEN happened < :m").append(next).append(" THEN ").append(next - 1);
        }
        Statement statement = db.sql(
                        "SELECT area, month, COUNT(*) AS amount FROM (SELECT SUBSTR(division_code, 1, :digits) AS area, "
                                + month + " ELSE 12 END AS month FROM (" + source.rows
                                + ") happening WHERE division_code >= :prefix AND division_code < :end) counted GROUP BY area, month")
                .param("digits", digits)
                .param("prefix", prefix)
                .param("end", prefix + ":");
        statement.param("from", source.at(period.firstDay())).param("to", source.at(period.endDay()));
        statement.param("known", period.knownUntil());
        List<LocalDate> starts = period.monthStarts();
        for (int i = 0; i < starts.size(); i++) {
            statement.param("m" + (i + 2), source.at(starts.get(i)));
        }
        return statement.list(BoardStore::count);
    }

    private static Count count(Row row) {
        return new Count(row.findText("area").orElse(""), row.getInt("month"), row.getLong("amount"));
    }

    /** The last journal number of a day that is over, or of today. */
    long lastChange(Period period) {
        return db.sql("SELECT COALESCE(MAX(seq), 0) FROM change WHERE at < :known")
                .param("known", period.knownUntil())
                .getLong();
    }

    /**
     * Streets as they were believed to be when {@code seq} was the last change: how many there were, how many had a
     * standard name, and how many of those a standing sign.
     */
    List<Streets> streets(Period period, long seq, String prefix, int digits) {
        return db.sql("""
                WITH street_then AS (
                  SELECT id, division_code, status FROM place WHERE category = 'STREET' AND change_seq <= :seq
                  UNION ALL
                  SELECT place_id, division_code, status FROM place_state WHERE category = 'STREET'
                    AND recorded_from <= :seq AND recorded_to > :seq AND state_to IS NULL
                ), sign_then AS (
                  SELECT DISTINCT s.place_id FROM name_sign s WHERE s.created_at < :known AND COALESCE(
                    (SELECT e.from_status FROM sign_event e WHERE e.sign_id = s.id AND e.at >= :known ORDER BY e.id LIMIT 1),
                    s.status) IN (:standing)
                )
                SELECT SUBSTR(division_code, 1, :digits) AS area, COUNT(*) AS streets,
                  SUM(CASE WHEN status = 'STANDARD' THEN 1 ELSE 0 END) AS named,
                  SUM(CASE WHEN status = 'STANDARD' AND sign_then.place_id IS NOT NULL THEN 1 ELSE 0 END) AS signed
                FROM street_then LEFT JOIN sign_then ON sign_then.place_id = street_then.id
                WHERE status NOT IN ('RETIRED', 'FORMER') AND division_code >= :prefix AND division_code < :end
                GROUP BY area""")
                .param("seq", seq)
                .param("known", period.knownUntil())
                .param("standing", STANDING)
                .param("digits", digits)
                .param("prefix", prefix)
                .param("end", prefix + ":")
                .list(row -> new Streets(
                        row.findText("area").orElse(""),
                        row.getLong("streets"),
                        row.getLong("named"),
                        row.getLong("signed")));
    }

    /** Streets of an area. */
    record Streets(String division, long all, long named, long signed) {}

    /** How many stood in which state: what an event changed since is put back to what it was before. */
    List<Stock> stocks(Stock.Subject subject, Period period, String prefix) {
        Life life = Life.of(subject);
        return db.sql("SELECT state, COUNT(*) AS amount FROM (SELECT COALESCE((SELECT e." + life.from + " FROM "
                        + life.events
                        + " e WHERE e." + life.key + " = t.id AND e.at >= :known ORDER BY e.id LIMIT 1), t."
                        + life.state
                        + ") AS state FROM " + life.table
                        + " t WHERE t.created_at < :known AND " + life.within() + ") standing"
                        + " GROUP BY state ORDER BY state")
                .param("known", period.knownUntil())
                .param("prefix", prefix)
                .param("end", prefix + ":")
                .list(row -> new Stock(subject, row.getText("state"), row.getLong("amount")));
    }

    /** Time limits of naming cases that had passed unmet. */
    long overdue(Period period, String prefix) {
        return db.sql("""
                SELECT COUNT(*) FROM deadline WHERE due_on < :day AND started_on <= :day AND paused_on IS NULL
                  AND (stopped_on IS NULL OR stopped_on > :day) AND division_code >= :prefix AND division_code < :end""")
                .param("day", period.knownOn())
                .param("prefix", prefix)
                .param("end", prefix + ":")
                .getLong();
    }

    /** What the map platforms said to what was submitted to them in the year. */
    List<Platform> platforms(Period period, String prefix) {
        return db.sql("""
                SELECT s.platform, COUNT(*) AS submitted,
                  SUM(CASE WHEN s.status = 'ACCEPTED' AND s.answered_at < :known THEN 1 ELSE 0 END) AS accepted
                FROM platform_submission s LEFT JOIN place p ON p.id = s.record_id LEFT JOIN shop h ON h.id = s.record_id
                WHERE s.submitted_at >= :from AND s.submitted_at < :to
                  AND COALESCE(p.division_code, h.division_code) >= :prefix AND COALESCE(p.division_code, h.division_code) < :end
                GROUP BY s.platform ORDER BY s.platform""")
                .param("known", period.knownUntil())
                .param("from", Period.begin(period.firstDay()))
                .param("to", Period.begin(period.endDay()))
                .param("prefix", prefix)
                .param("end", prefix + ":")
                .list(row -> new Platform(
                        row.getText("platform"), new Share(row.getLong("accepted"), row.getLong("submitted"))));
    }

    List<Target> targets(int year, String prefix) {
        return db.sql("""
                SELECT division_code, figure, amount FROM board_target
                WHERE year = :year AND division_code >= :prefix AND division_code < :end""")
                .param("year", year)
                .param("prefix", prefix)
                .param("end", prefix + ":")
                .list(row -> new Target(
                        row.getText("division_code"), Figure.valueOf(row.getText("figure")), row.getLong("amount")));
    }

    /** What is to be reached in a division, by its 12-digit code. */
    record Target(String division, Figure figure, long amount) {}

    void setTargets(ChangeSet changes, String division, int year, Map<Figure, Long> amounts) {
        db.sql("DELETE FROM board_target WHERE division_code = :division AND year = :year")
                .param("division", division)
                .param("year", year)
                .update();
        amounts.forEach((figure, amount) -> db.sql("""
                        INSERT INTO board_target (division_code, year, figure, amount, updated_at, updated_by)
                        VALUES (:division, :year, :figure, :amount, :at, :by)""")
                .param("division", division)
                .param("year", year)
                .param("figure", figure)
                .param("amount", amount)
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update());
    }

    void insertEdition(ChangeSet changes, MapEdition edition) {
        db.sql("""
                INSERT INTO map_edition (id, kind, division_code, edition_on, sha256, recorded_at, account_id)
                VALUES (:id, :kind, :division, :on, :sha256, :at, :by)""")
                .param("id", changes.newId())
                .param("kind", edition.kind())
                .param("division", edition.divisionCode())
                .param("on", edition.on())
                .param("sha256", edition.sha256())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
    }
}
