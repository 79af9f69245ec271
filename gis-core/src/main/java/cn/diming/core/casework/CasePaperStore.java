package cn.diming.core.casework;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.util.List;
import java.util.Optional;

/** Rows of case_paper. The content is read only when somebody wants to see it. */
final class CasePaperStore {

    private static final String ROWS = """
            SELECT p.id, p.kind, p.file_name, p.media_type, p.size, p.sha256, p.created_at, a.display_name
              FROM case_paper p LEFT JOIN account a ON a.id = p.created_by
             WHERE p.case_id = :case""";

    private final Db db;

    CasePaperStore(Db db) {
        this.db = db;
    }

    List<CasePaper> of(long caseId) {
        return db.sql(ROWS + " ORDER BY p.id").param("case", caseId).list(CasePaperStore::read);
    }

    Optional<CasePaper> find(long caseId, long paperId) {
        return db.sql(ROWS + " AND p.id = :paper")
                .param("case", caseId)
                .param("paper", paperId)
                .find(CasePaperStore::read);
    }

    byte[] content(long paperId) {
        return db.sql("SELECT content FROM case_paper WHERE id = :id")
                .param("id", paperId)
                .find(row -> row.getBytes("content"))
                .orElseThrow();
    }

    long insert(ChangeSet changes, long caseId, PaperKind kind, ScannedPaper scan) {
        long id = changes.newId();
        db.sql("""
                INSERT INTO case_paper (id, case_id, kind, file_name, media_type, size, sha256, content, created_at,
                  created_by)
                VALUES (:id, :case, :kind, :name, :type, :size, :sha256, :content, :at, :by)""")
                .param("id", id)
                .param("case", caseId)
                .param("kind", kind)
                .param("name", scan.fileName())
                .param("type", scan.mediaType())
                .param("size", (long) scan.content().length)
                .param("sha256", scan.sha256())
                .param("content", scan.content())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
        return id;
    }

    void delete(long paperId) {
        db.sql("DELETE FROM case_paper WHERE id = :id").param("id", paperId).update();
    }

    private static CasePaper read(Row row) {
        return new CasePaper(
                row.getLong("id"),
                PaperKind.valueOf(row.getText("kind")),
                row.getText("file_name"),
                row.getText("media_type"),
                row.getLong("size"),
                row.getText("sha256"),
                row.getInstant("created_at"),
                row.findText("display_name"));
    }
}
