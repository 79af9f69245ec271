package cn.diming.core.board;

import cn.diming.core.db.Db;
import cn.diming.core.region.DivisionLocator;
import java.util.Map;
import java.util.TreeMap;

/** Roads and lanes of the ground map that have no name, by the village they lie in; counted anew when one changed. */
final class UnnamedRoadStore {

    private final Db db;
    private Counted counted = new Counted(-1, -1, Map.of());

    UnnamedRoadStore(Db db) {
        this.db = db;
    }

    /** By 12-digit code. As they are known now: the ground map keeps no history. */
    synchronized Map<String, Long> byVillage(long divisionGeneration) {
        long change = db.sql("SELECT COALESCE(MAX(change_seq), 0) + COUNT(*) FROM ground")
                .getLong();
        if (counted.change != change || counted.divisions != divisionGeneration) {
            counted = new Counted(change, divisionGeneration, count());
        }
        return counted.amounts;
    }

    private Map<String, Long> count() {
        DivisionLocator divisions = new DivisionLocator(db);
        Map<String, Long> amounts = new TreeMap<>();
        db.forEach(
                """
                SELECT geom FROM ground WHERE (name IS NULL OR name = '') AND geom IS NOT NULL
                  AND class IN ('primary', 'secondary', 'tertiary', 'street', 'lane')""",
                row -> divisions
                        .divisionOf(row.findGeometry("geom").orElseThrow())
                        .ifPresent(code -> amounts.merge(code, 1L, Long::sum)));
        return Map.copyOf(amounts);
    }

    private record Counted(long change, long divisions, Map<String, Long> amounts) {}
}
