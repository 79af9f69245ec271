package cn.diming.core.patrol;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.util.List;
import java.util.Optional;

/** The tables of patrols. */
final class PatrolStore {

    private static final String ROWS =
            "SELECT p.*, a.display_name FROM boundary_patrol p LEFT JOIN account a ON a.id = p.created_by ";

    private final Db db;

    PatrolStore(Db db) {
        this.db = db;
    }

    /** The latest first. */
    List<Patrol> of(long lineId) {
        return db.sql(ROWS + "WHERE p.line_id = :line ORDER BY p.id DESC")
                .param("line", lineId)
                .list(PatrolStore::read);
    }

    Optional<Patrol> find(long id) {
        return db.sql(ROWS + "WHERE p.id = :id").param("id", id).find(PatrolStore::read);
    }

    List<TrackFile> tracks(long patrolId) {
        return db.sql("SELECT name, gpx FROM boundary_patrol_track WHERE patrol_id = :id ORDER BY number")
                .param("id", patrolId)
                .list(row -> new TrackFile(row.getText("name"), row.getBytes("gpx")));
    }

    long insert(
            ChangeSet changes, long lineId, int lineNumber, PatrolProof proof, String shapes, List<TrackFile> files) {
        long id = changes.newId();
        db.sql("""
                INSERT INTO boundary_patrol (id, line_id, line_number, export_text, report_text, shapes, created_at, created_by,
                  updated_at, updated_by)
                VALUES (:id, :line, :number, :export, :report, :shapes, :at, :by, :at, :by)""")
                .param("id", id)
                .param("line", lineId)
                .param("number", lineNumber)
                .param("export", proof.export())
                .param("report", proof.report())
                .param("shapes", shapes)
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
        for (int number = 1; number <= files.size(); number++) {
            TrackFile file = files.get(number - 1);
            db.sql(
                            "INSERT INTO boundary_patrol_track (patrol_id, number, name, gpx) VALUES (:id, :number, :name, :gpx)")
                    .param("id", id)
                    .param("number", number)
                    .param("name", file.name())
                    .param("gpx", file.content())
                    .update();
        }
        return id;
    }

    /** @return false when somebody else was faster */
    boolean update(ChangeSet changes, Patrol seen, PatrolProof proof) {
        return db.sql("""
                UPDATE boundary_patrol SET report_text = :report, version = version + 1, updated_at = :at, updated_by = :by
                WHERE id = :id AND version = :version""")
                        .param("report", proof.report())
                        .param("at", changes.at())
                        .param("by", changes.actor().accountId())
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    private static Patrol read(Row row) {
        return new Patrol(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("line_id"),
                row.getInt("line_number"),
                row.getInstant("created_at"),
                row.findText("display_name"),
                row.getText("export_text"),
                row.getText("report_text"),
                row.getText("shapes"));
    }
}
