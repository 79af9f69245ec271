package cn.diming.core.boundary;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.media.MediaItem;
import java.util.List;
import java.util.Optional;

/** The table of the files that agreements rest on. */
final class AgreementDocumentStore {

    private static final String ROWS = """
            SELECT d.*, a.display_name AS added_by, w.display_name AS struck_by FROM boundary_document d
            LEFT JOIN account a ON a.id = d.created_by LEFT JOIN account w ON w.id = d.withdrawn_by
            """;

    private final Db db;

    AgreementDocumentStore(Db db) {
        this.db = db;
    }

    /** Those of the latest version first, each version's in the order of kinds and as they came in. */
    List<AgreementDocument> of(long lineId) {
        return db.sql(ROWS + """
                WHERE d.line_id = :line ORDER BY d.line_number DESC,
                  CASE d.kind WHEN 'LEFT_COPY' THEN 1 WHEN 'RIGHT_COPY' THEN 2 WHEN 'MAP' THEN 3 ELSE 4 END, d.id""").param("line", lineId).list(AgreementDocumentStore::read);
    }

    Optional<AgreementDocument> find(long id) {
        return db.sql(ROWS + "WHERE d.id = :id").param("id", id).find(AgreementDocumentStore::read);
    }

    /** The digest of the copy that one side has put in. */
    Optional<String> copyOf(long lineId, int lineNumber, DocumentKind kind) {
        return db.sql("""
                SELECT sha256 FROM boundary_document
                WHERE line_id = :line AND line_number = :number AND kind = :kind AND withdrawn_at IS NULL ORDER BY id""")
                .param("line", lineId)
                .param("number", lineNumber)
                .param("kind", kind)
                .find(row -> row.getText("sha256"));
    }

    void insert(ChangeSet changes, long id, long lineId, AgreementDocuments.Draft draft, MediaItem file) {
        db.sql("""
                INSERT INTO boundary_document (id, line_id, line_number, kind, file_name, media_type, bytes, sha256, created_at,
                  created_by)
                VALUES (:id, :line, :number, :kind, :name, :type, :bytes, :sha256, :at, :by)""")
                .param("id", id)
                .param("line", lineId)
                .param("number", draft.lineNumber())
                .param("kind", draft.kind())
                .param("name", draft.fileName())
                .param("type", file.mediaType())
                .param("bytes", file.bytes())
                .param("sha256", file.sha256())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
    }

    void withdraw(ChangeSet changes, long id, String reason) {
        db.sql("""
                UPDATE boundary_document SET withdrawn_at = :at, withdrawn_by = :by, withdraw_reason = :reason WHERE id = :id""")
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private static AgreementDocument read(Row row) {
        return new AgreementDocument(
                row.getLong("id"),
                row.getLong("line_id"),
                row.getInt("line_number"),
                DocumentKind.valueOf(row.getText("kind")),
                row.getText("file_name"),
                row.getText("media_type"),
                row.getLong("bytes"),
                row.getText("sha256"),
                row.getInstant("created_at"),
                row.findText("added_by"),
                row.findInstant("withdrawn_at")
                        .map(at -> new AgreementDocument.Withdrawal(
                                at, row.findText("struck_by"), row.getText("withdraw_reason"))));
    }
}
