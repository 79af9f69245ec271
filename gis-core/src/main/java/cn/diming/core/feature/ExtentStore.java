package cn.diming.core.feature;

import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Statement;
import cn.diming.core.geo.Bbox;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Where and when collections are, reckoned anew when their table has changed; in large tables not more often than it pays. */
public final class ExtentStore {

    /** Boxes are rounded outwards to a thousandth of a degree, so that they still hold everything after a transformation. */
    private static final double STEP = 1_000;

    /** Reckoning may take one fiftieth of the time. */
    private static final int REST = 50;

    private static final int MOST_KNOWN = 1_000;

    private final Db db;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    private record Key(FeatureType type, Role role, String jurisdiction) {}

    private record Known(Extent extent, long changeSeq, long restsUntil) {}

    public ExtentStore(Db db) {
        this.db = db;
    }

    /** The extent of what this actor may see. */
    public Extent of(Actor actor, FeatureType type) {
        Key key = new Key(type, actor.role(), actor.jurisdiction());
        Known now = known.get(key);
        if (now != null && System.nanoTime() - now.restsUntil < 0) {
            return now.extent;
        }
        long changeSeq = db.sql("SELECT COALESCE(MAX(change_seq), 0) FROM "
                        + type.kind().table())
                .getLong();
        if (now != null && now.changeSeq == changeSeq) {
            return now.extent;
        }
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        long began = System.nanoTime();
        Extent extent = reckon(actor, type);
        long ended = System.nanoTime();
        long rest = ended - began > Duration.ofMillis(100).toNanos() ? (ended - began) * REST : 0;
        known.put(key, new Known(extent, changeSeq, ended + rest));
        return extent;
    }

    private Extent reckon(Actor actor, FeatureType type) {
        List<Extent> parts = new ArrayList<>();
        for (FeatureTable table : FeatureTable.of(type, true)) {
            parts.add(reckon(actor, table));
        }
        return new Extent(
                parts.stream()
                        .flatMap(part -> part.box().stream())
                        .reduce(Bbox::union)
                        .map(ExtentStore::rounded),
                parts.stream().flatMap(part -> part.from().stream()).min(Comparator.naturalOrder()),
                parts.stream().flatMap(part -> part.until().stream()).max(Comparator.naturalOrder()),
                parts.stream().anyMatch(Extent::hasUnlocated));
    }

    private Extent reckon(Actor actor, FeatureTable table) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> where = Stream.of(
                        table.visible(actor, parameters),
                        table.former() ? Optional.of("t.recorded_to IS NULL") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
        Statement statement = db.sql("SELECT " + db.extent("t") + ", COUNT(*) - COUNT(t.geom) AS unlocated, "
                + table.begin("t").map(begin -> "MIN(" + begin + ")").orElse("NULL") + " AS first_day, "
                + (table.type().kind() == RecordKind.DIVISION ? "MIN(NULLIF(t.valid_from_year, 0))" : "NULL")
                + " AS first_year, " + (table.former() ? "NULL" : "MAX(t.updated_at)") + " AS last_change FROM "
                + table.name() + " t" + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where)));
        parameters.forEach(statement::param);
        return statement
                .find(row -> new Extent(
                        row.findBbox(),
                        row.findDate("first_day")
                                .or(() -> row.findInt("first_year").stream()
                                        .mapToObj(year -> LocalDate.of(Math.clamp(year, 1, 9999), 1, 1))
                                        .findFirst()),
                        row.findInstant("last_change"),
                        row.getLong("unlocated") > 0))
                .orElseThrow();
    }

    private static Bbox rounded(Bbox box) {
        return new Bbox(
                Math.max(-180, Math.floor(box.minLon() * STEP - 1) / STEP),
                Math.max(-90, Math.floor(box.minLat() * STEP - 1) / STEP),
                Math.min(180, Math.ceil(box.maxLon() * STEP + 1) / STEP),
                Math.min(90, Math.ceil(box.maxLat() * STEP + 1) / STEP));
    }
}
