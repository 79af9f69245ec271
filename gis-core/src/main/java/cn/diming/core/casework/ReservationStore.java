package cn.diming.core.casework;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;

/**
 * Rows of name_reservation: a name belongs to the case that was submitted first until it is decided (NAM-23). Only the rules
 * read them, to find a name taken.
 */
final class ReservationStore {

    private final Db db;

    ReservationStore(Db db) {
        this.db = db;
    }

    void reserve(ChangeSet changes, NamingCase content) {
        release(content.id());
        content.content().items().stream().filter(CaseItem::givesName).forEach(item -> insert(changes, content, item));
    }

    void release(long caseId) {
        db.sql("DELETE FROM name_reservation WHERE case_id = :case")
                .param("case", caseId)
                .update();
    }

    private void insert(ChangeSet changes, NamingCase content, CaseItem item) {
        db.sql("""
                INSERT INTO name_reservation (case_id, number, name, category, division_code, reserved_at)
                VALUES (:case, :number, :name, :category, :division, :at)""")
                .param("case", content.id())
                .param("number", item.number())
                .param("name", item.name().orElseThrow())
                .param("category", item.category().orElseThrow())
                .param("division", item.divisionCode().orElse(content.divisionCode()))
                .param("at", changes.at())
                .update();
    }
}
