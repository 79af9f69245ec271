package cn.diming.core.geocode;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.db.Db;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What people looked for in vain: the words alone, by day, long numbers blotted out; who asked and from where is not kept
 * (个人信息保护法 Art. 6: 限于实现处理目的的最小范围), and after a year the words go too (Art. 19). Counted in memory and written now and then, so that a search never waits for the
 * database.
 */
public final class ZeroResults {

    private static final int LONGEST = 60;
    private static final int MOST_WAITING = 2000;
    private static final int KEPT_DAYS = 366;
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9０-９][0-9０-９ -]{4,}");
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");

    private final Db db;
    private final Clock clock;
    private final Map<String, Integer> waiting = new HashMap<>();

    public ZeroResults(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A text and how often it was looked for. */
    public record Row(String text, long count, LocalDate lastDay) {}

    /** Counts a text for which nothing was found. */
    public void add(String text) {
        String words = withoutPersons(text);
        synchronized (waiting) {
            if (!words.isBlank() && (waiting.size() < MOST_WAITING || waiting.containsKey(words))) {
                waiting.merge(words, 1, Integer::sum);
            }
        }
    }

    /** Writes what was counted. */
    public void flush() {
        Map<String, Integer> counted;
        synchronized (waiting) {
            counted = Map.copyOf(waiting);
            waiting.clear();
        }
        if (!counted.isEmpty()) {
            LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
            db.inTransaction(() -> {
                counted.forEach((text, count) -> write(day, text, count));
                db.sql("DELETE FROM zero_result WHERE day < :oldest")
                        .param("oldest", day.minusDays(KEPT_DAYS))
                        .update();
                return counted.size();
            });
        }
    }

    /**
     * The most frequent of the last days.
     *
     * @throws cn.diming.core.access.Denied for the public
     */
    public List<Row> list(Actor actor, int days, int limit) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        flush();
        LocalDate from =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).minusDays(days - 1L);
        return db.sql("""
                        SELECT text, SUM(count) AS times, MAX(day) AS last_day FROM zero_result WHERE day >= :day
                        GROUP BY text ORDER BY times DESC, text LIMIT :limit""")
                .param("day", from)
                .param("limit", limit)
                .list(row -> new Row(
                        row.getText("text"),
                        row.getLong("times"),
                        row.findDate("last_day").orElseThrow()));
    }

    private void write(LocalDate day, String text, int count) {
        db.sql("""
                        INSERT INTO zero_result (day, text, count) VALUES (:day, :text, :count)
                        ON CONFLICT (day, text) DO UPDATE SET count = zero_result.count + excluded.count""").param("day", day).param("text", text).param("count", count).update();
    }

    static String withoutPersons(String text) {
        String plain = MAIL.matcher(LONG_NUMBER.matcher(text).replaceAll("…")).replaceAll("…");
        String visible = plain.replaceAll("\\p{C}", "").strip();
        return visible.codePointCount(0, visible.length()) <= LONGEST
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST));
    }
}
