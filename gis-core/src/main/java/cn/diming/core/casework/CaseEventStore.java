package cn.diming.core.casework;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.util.List;

/** Rows of case_event; they are only ever added. */
final class CaseEventStore {

    private final Db db;

    CaseEventStore(Db db) {
        this.db = db;
    }

    List<CaseEvent> of(long caseId) {
        return db.sql("""
                SELECT e.*, a.display_name FROM case_event e LEFT JOIN account a ON a.id = e.account_id
                WHERE e.case_id = :case ORDER BY e.id""").param("case", caseId).list(CaseEventStore::read);
    }

    void append(ChangeSet changes, long caseId, CaseEvent event) {
        db.sql("""
                INSERT INTO case_event (id, case_id, at, account_id, action, from_state, to_state, done_on, organisation,
                  document_number, until_on, reason, note)
                VALUES (:id, :case, :at, :account, :action, :from, :to, :on, :organisation, :document, :until, :reason,
                  :note)""")
                .param("id", changes.newId())
                .param("case", caseId)
                .param("at", changes.at())
                .param("account", changes.actor().accountId())
                .param("action", event.action())
                .param("from", event.from())
                .param("to", event.to())
                .param("on", event.date())
                .param("organisation", event.organisation())
                .param("document", event.documentNumber())
                .param("until", event.until())
                .param("reason", event.reason())
                .param("note", event.note())
                .update();
    }

    private static CaseEvent read(Row row) {
        return new CaseEvent(
                row.getLong("id"),
                row.getInstant("at"),
                row.findText("display_name"),
                CaseAction.valueOf(row.getText("action")),
                CaseState.valueOf(row.getText("from_state")),
                CaseState.valueOf(row.getText("to_state")),
                row.findDate("done_on").orElseThrow(),
                row.findText("organisation"),
                row.findText("document_number"),
                row.findDate("until_on"),
                row.findText("reason"),
                row.findText("note"));
    }
}
