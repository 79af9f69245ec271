package cn.diming.core.casework;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of case_comment. */
final class CaseCommentStore {

    private final Db db;

    CaseCommentStore(Db db) {
        this.db = db;
    }

    List<CaseComment> of(long caseId) {
        return db.sql("SELECT * FROM case_comment WHERE case_id = :case ORDER BY id")
                .param("case", caseId)
                .list(CaseCommentStore::read);
    }

    /** Those that are shown, by case, without contacts. */
    Map<Long, List<CaseComment>> shown(Collection<Long> caseIds) {
        Map<Long, List<CaseComment>> comments = new LinkedHashMap<>();
        if (!caseIds.isEmpty()) {
            db.sql("""
                    SELECT id, case_id, at, opinion, text, name, NULL AS contact, state, reply FROM case_comment
                    WHERE case_id IN (:ids) AND state = 'SHOWN' ORDER BY id""")
                    .param("ids", caseIds)
                    .list(row -> comments.computeIfAbsent(row.getLong("case_id"), id -> new ArrayList<>())
                            .add(read(row)));
        }
        return comments;
    }

    Optional<CaseComment> find(long caseId, long commentId) {
        return db.sql("SELECT * FROM case_comment WHERE case_id = :case AND id = :id")
                .param("case", caseId)
                .param("id", commentId)
                .find(CaseCommentStore::read);
    }

    long count(long caseId) {
        return db.sql("SELECT COUNT(*) FROM case_comment WHERE case_id = :case")
                .param("case", caseId)
                .getLong();
    }

    void insert(ChangeSet changes, long caseId, CaseComment.Draft comment) {
        db.sql("""
                INSERT INTO case_comment (id, case_id, at, opinion, text, name, contact, state)
                VALUES (:id, :case, :at, :opinion, :text, :name, :contact, 'PENDING')""")
                .param("id", changes.newId())
                .param("case", caseId)
                .param("at", changes.at())
                .param("opinion", comment.opinion())
                .param("text", comment.text())
                .param("name", comment.name())
                .param("contact", comment.contact())
                .update();
    }

    void moderate(ChangeSet changes, long commentId, CaseComment.State state, Optional<String> reply) {
        db.sql("""
                UPDATE case_comment SET state = :state, reply = :reply, moderated_at = :at, moderated_by = :by
                WHERE id = :id""")
                .param("state", state)
                .param("reply", reply)
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", commentId)
                .update();
    }

    private static CaseComment read(Row row) {
        return new CaseComment(
                row.getLong("id"),
                row.getInstant("at"),
                CaseComment.Opinion.valueOf(row.getText("opinion")),
                row.getText("text"),
                row.findText("name"),
                row.findText("contact"),
                CaseComment.State.valueOf(row.getText("state")),
                row.findText("reply"));
    }
}
