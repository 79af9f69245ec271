package cn.diming.core.casework;

import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.record.PlaceCategory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of case_item. */
final class CaseItemStore {

    private final Db db;

    CaseItemStore(Db db) {
        this.db = db;
    }

    List<CaseItem> of(long caseId) {
        return of(List.of(caseId)).getOrDefault(caseId, List.of());
    }

    Map<Long, List<CaseItem>> of(Collection<Long> caseIds) {
        Map<Long, List<CaseItem>> items = new LinkedHashMap<>();
        if (!caseIds.isEmpty()) {
            db.sql("SELECT * FROM case_item WHERE case_id IN (:ids) ORDER BY case_id, number")
                    .param("ids", caseIds)
                    .list(row -> items.computeIfAbsent(row.getLong("case_id"), id -> new ArrayList<>())
                            .add(read(row)));
        }
        return items;
    }

    /** Those of the places that are on a list of protected names (地名管理条例 Art. 25). */
    List<Long> protectedAmong(Collection<Long> placeIds) {
        return placeIds.isEmpty()
                ? List.of()
                : db.sql("SELECT place_id FROM protected_name WHERE place_id IN (:ids) ORDER BY place_id")
                        .param("ids", placeIds)
                        .list(row -> row.getLong("place_id"));
    }

    void replace(long caseId, List<CaseItem> items) {
        db.sql("DELETE FROM case_item WHERE case_id = :id").param("id", caseId).update();
        items.forEach(item -> insert(caseId, item));
    }

    private void insert(long caseId, CaseItem item) {
        db.sql("""
                INSERT INTO case_item (case_id, number, action, place_id, name, romanised, category, class_code,
                  division_code, content, geom, outcome, outcome_reason, result_place_id)
                VALUES (:case, :number, :action, :place, :name, :romanised, :category, :class, :division, :content,
                  :geom, :outcome, :outcomeReason, :result)""")
                .param("case", caseId)
                .param("number", item.number())
                .param("action", item.action())
                .param("place", item.placeId())
                .param("name", item.name())
                .param("romanised", item.romanised())
                .param("category", item.category())
                .param("class", item.classCode())
                .param("division", item.divisionCode())
                .param("content", CaseJson.item(item))
                .param("geom", item.geometry())
                .param("outcome", item.decision().outcome())
                .param("outcomeReason", item.decision().reason())
                .param("result", item.decision().placeId())
                .update();
    }

    private static CaseItem read(Row row) {
        CaseJson.Rest rest = CaseJson.readItem(row.getText("content"));
        return new CaseItem(
                row.getInt("number"),
                CaseType.valueOf(row.getText("action")),
                row.findLong("place_id"),
                rest.mergedIds(),
                rest.variants(),
                row.findText("name"),
                row.findText("romanised"),
                row.findText("category").flatMap(PlaceCategory::find),
                row.findText("class_code"),
                row.findText("division_code"),
                row.findGeometry("geom"),
                rest.description(),
                new CaseItem.Decision(
                        CaseItem.Outcome.valueOf(row.getText("outcome")),
                        row.findText("outcome_reason"),
                        row.findLong("result_place_id")));
    }
}
