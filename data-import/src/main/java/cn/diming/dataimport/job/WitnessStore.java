package cn.diming.dataimport.job;

import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.record.RecordDraft;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** What the register already knows of the place of an imported record, EPSG:4490. */
final class WitnessStore {

    private static final String PLACES =
            "SELECT geom FROM place WHERE name = :key AND status <> 'RETIRED' AND geom IS NOT NULL ORDER BY id LIMIT 20";
    private static final String STREETS =
            "SELECT geom FROM place WHERE name = :key AND category = 'STREET' AND status <> 'RETIRED' AND geom IS NOT NULL ORDER BY id LIMIT 20";
    private static final String OUTLINES =
            "SELECT geom FROM division WHERE code = :key AND valid_to_year IS NULL AND geom IS NOT NULL";

    private final Db db;

    WitnessStore(Db db) {
        this.db = db;
    }

    /** Places of the same name, the street of a plate, the edge of the same division; empty where nothing is known. */
    List<Geometry> of(RecordKind kind, RecordDraft draft) {
        return switch (kind) {
            case PLACE, SHOP, FACILITY, SIGN -> known(PLACES, draft, "name");
            case DOOR_PLATE -> known(STREETS, draft, "street_name");
            case DIVISION ->
                known(OUTLINES, draft, "code").stream()
                        .map(Geometry::getBoundary)
                        .toList();
            default -> List.of();
        };
    }

    private List<Geometry> known(String sql, RecordDraft draft, String column) {
        return Optional.ofNullable(draft.values().get(column))
                .map(key -> db.sql(sql).param("key", key.toString()).list(WitnessStore::geometry))
                .orElse(List.of());
    }

    private static Geometry geometry(Row row) {
        return row.findGeometry("geom").orElseThrow();
    }
}
