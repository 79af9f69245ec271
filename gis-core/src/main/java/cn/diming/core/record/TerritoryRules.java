package cn.diming.core.record;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.territory.TerritoryGuard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Asks the territory guard before divisions, lines and markers are written, whoever writes; for one transaction. */
final class TerritoryRules {

    private static final Set<RecordKind> BOUND =
            Set.of(RecordKind.DIVISION, RecordKind.BOUNDARY_LINE, RecordKind.BOUNDARY_MARKER);

    private final Db db;
    private final TerritoryGuard guard;
    private TerritoryGuard.@Nullable Lines lines;

    TerritoryRules(Db db) {
        this.db = db;
        this.guard = new TerritoryGuard(db);
    }

    /** Whether records of the kind bound territory. */
    static boolean concern(RecordKind kind) {
        return BOUND.contains(kind);
    }

    /** @throws Refused for what only a new agreement version may do */
    void requireChange(
            ChangeSet changes, StoredRecord seen, Map<String, Optional<Object>> values, Optional<Geometry> geometry) {
        switch (seen.kind()) {
            case BOUNDARY_LINE ->
                refuse(guard.lineFaults(seen.text("kind").orElse(""), values.keySet(), geometry.isPresent()));
            case BOUNDARY_MARKER -> refuse(markerFaults(values, geometry));
            case DIVISION -> requireOutline(changes, seen, values, geometry);
            default -> {
                // other records bound no territory
            }
        }
    }

    /** @throws Refused for a further row of a division whose outline would leave a legal line */
    void requireInsert(ChangeSet changes, RecordKind kind, long id, RecordDraft draft) {
        if (kind != RecordKind.DIVISION || draft.geometry().isEmpty()) {
            return;
        }
        String code = String.valueOf(draft.values().get("code"));
        if (lines().bind(code)) {
            Optional<Geometry> before = db.sql(
                            "SELECT geom FROM division WHERE code = :code AND geom IS NOT NULL ORDER BY valid_from_year DESC")
                    .param("code", code)
                    .find(row -> row.findGeometry("geom").orElseThrow());
            refuse(lines().faults(code, before, draft.geometry()));
            guard.warrant(changes, id, "新增图形，法定界线未动");
        }
    }

    /** @throws Refused for lines that hold by agreement, and for their sides */
    void requireDeletable(StoredRecord seen) {
        switch (seen.kind()) {
            case BOUNDARY_LINE ->
                refuse(guard.lineDeletionFaults(seen.id(), seen.text("kind").orElse("")));
            case DIVISION -> refuse(lines().removalFaults(seen.text("code").orElseThrow()));
            default -> {
                // other records bound no territory
            }
        }
    }

    private void requireOutline(
            ChangeSet changes, StoredRecord seen, Map<String, Optional<Object>> values, Optional<Geometry> geometry) {
        String code = seen.text("code").orElseThrow();
        String next = values.getOrDefault("code", Optional.of(code))
                .map(Object::toString)
                .orElse(code);
        if (geometry.isEmpty() && next.equals(code)) {
            return;
        }
        if (!next.equals(code)) {
            refuse(lines().removalFaults(code));
            refuse(lines().faults(next, seen.geometry(), geometry.or(seen::geometry)));
        }
        refuse(lines().faults(code, seen.geometry(), geometry.or(seen::geometry)));
        if (lines().bind(code) || lines().bind(next)) {
            guard.warrant(changes, seen.id(), "修改图形，法定界线未动");
        }
    }

    private static List<String> markerFaults(Map<String, Optional<Object>> values, Optional<Geometry> geometry) {
        return geometry.isPresent() || values.containsKey("marker_key")
                ? List.of("界桩不能直接移动或改号，须双方共同测定后变更登记（《行政区域界线管理条例》第六条）")
                : List.of();
    }

    /** Read when they are first asked for: most transactions touch no division. */
    private TerritoryGuard.Lines lines() {
        if (lines == null) {
            lines = guard.lines();
        }
        return lines;
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
