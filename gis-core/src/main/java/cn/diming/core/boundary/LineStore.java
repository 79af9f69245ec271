package cn.diming.core.boundary;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Geometries;
import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** The tables of boundary lines and their agreements. */
final class LineStore {

    private static final String UNNAMED = "（未注明协议书）";
    private static final String ROWS = """
            SELECT l.*, v.number, v.agreement AS version_agreement, v.agreed_on AS version_agreed_on, v.effective_on,
              v.approved_by, v.stated_length_metres AS version_length, v.course_description AS version_course, v.map_scale,
              v.sections, v.enclaves, v.left_copy_sha256, v.right_copy_sha256, v.sha256, v.created_at AS recorded_at
            FROM boundary_line l
            LEFT JOIN boundary_line_version v ON v.line_id = l.id AND v.number = l.agreement_version
            """;

    private final Db db;

    LineStore(Db db) {
        this.db = db;
    }

    Optional<BoundaryLine> find(long id) {
        return db.sql(ROWS + " WHERE l.id = :id").param("id", id).find(LineStore::read);
    }

    Optional<BoundaryLine> findByCode(String code) {
        return db.sql(ROWS + " WHERE l.line_code = :code ORDER BY l.agreement_version DESC")
                .param("code", code)
                .find(LineStore::read);
    }

    /** Lines of which a side lies in the division or the division in a side; all for an empty prefix. */
    List<BoundaryLine> list(String prefix) {
        return db.sql(ROWS + """
                WHERE SUBSTR(l.left_code, 1, LENGTH(:prefix)) = :prefix OR SUBSTR(l.right_code, 1, LENGTH(:prefix)) = :prefix
                ORDER BY l.level, l.line_code""").param("prefix", prefix).list(LineStore::read);
    }

    /** All agreements about a line, the oldest first; of a line that was imported, what its row says. */
    List<LineVersion> versionsOf(BoundaryLine line) {
        List<LineVersion> versions = db.sql("SELECT * FROM boundary_line_version WHERE line_id = :id ORDER BY number")
                .param("id", line.id())
                .list(LineStore::readVersion);
        return versions.isEmpty() ? List.of(line.current()) : versions;
    }

    Optional<LineVersion> findVersion(long lineId, int number) {
        return db.sql("SELECT * FROM boundary_line_version WHERE line_id = :id AND number = :number")
                .param("id", lineId)
                .param("number", number)
                .find(LineStore::readVersion);
    }

    long insert(ChangeSet changes, LineCode code, String name, LineKind kind, LineVersion first) {
        long id = changes.newId();
        Agreement agreement = first.agreement();
        db.sql("""
                INSERT INTO boundary_line (id, change_seq, line_code, name, left_code, right_code, level, kind, agreement,
                  agreement_version, agreed_on, stated_length_metres, course_description, status, geom,
                  created_at, created_by, updated_at, updated_by)
                VALUES (:id, :seq, :code, :name, :left, :right, :level, :kind, :agreement, :number, :agreedOn, :length, :course,
                  'VALID', :geom, :at, :by, :at, :by)""")
                .param("id", id)
                .param("seq", changes.seq())
                .param("code", code.toString())
                .param("name", name)
                .param("left", agreement.left().digits())
                .param("right", agreement.right().digits())
                .param("level", agreement.left().level().number())
                .param("kind", kind)
                .param("agreement", agreement.title())
                .param("number", first.number())
                .param("agreedOn", agreement.agreedOn())
                .param("length", agreement.statedLengthMetres())
                .param("course", agreement.course())
                .param("geom", first.geometry())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
        insertVersion(changes, id, first);
        changes.saved(RecordKind.BOUNDARY_LINE, id, box(first.geometry()));
        return id;
    }

    void insertVersion(ChangeSet changes, long lineId, LineVersion version) {
        Agreement agreement = version.agreement();
        db.sql("""
                INSERT INTO boundary_line_version (line_id, number, agreement, agreed_on, effective_on, approved_by, left_code,
                  right_code, stated_length_metres, course_description, map_scale, sections, enclaves, left_copy_sha256,
                  right_copy_sha256, sha256, geom, created_at, created_by)
                VALUES (:line, :number, :agreement, :agreedOn, :effectiveOn, :approvedBy, :left, :right, :length, :course, :scale,
                  :sections, :enclaves, :leftCopy, :rightCopy, :sha256, :geom, :at, :by)""")
                .param("line", lineId)
                .param("number", version.number())
                .param("agreement", agreement.title())
                .param("agreedOn", agreement.agreedOn())
                .param("effectiveOn", agreement.effectiveOn())
                .param("approvedBy", agreement.approvedBy())
                .param("left", agreement.left().digits())
                .param("right", agreement.right().digits())
                .param("length", agreement.statedLengthMetres())
                .param("course", agreement.course())
                .param("scale", agreement.mapScale())
                .param("sections", BoundaryJson.sections(agreement.sections()))
                .param("enclaves", BoundaryJson.enclaves(agreement.enclaves()))
                .param("leftCopy", agreement.leftCopySha256())
                .param("rightCopy", agreement.rightCopySha256())
                .param("sha256", version.sha256())
                .param("geom", version.geometry())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
    }

    /** @return false when somebody else was faster */
    boolean adopt(ChangeSet changes, BoundaryLine seen, LineVersion next) {
        Agreement agreement = next.agreement();
        int changed = db.sql("""
                UPDATE boundary_line SET left_code = :left, right_code = :right, kind = 'LEGAL', agreement = :agreement,
                  agreement_version = :number, agreed_on = :agreedOn, stated_length_metres = :length,
                  course_description = :course, geom = :geom,
                  version = version + 1, change_seq = :seq, updated_at = :at, updated_by = :by
                WHERE id = :id AND version = :version""")
                .param("left", agreement.left().digits())
                .param("right", agreement.right().digits())
                .param("agreement", agreement.title())
                .param("number", next.number())
                .param("agreedOn", agreement.agreedOn())
                .param("length", agreement.statedLengthMetres())
                .param("course", agreement.course())
                .param("geom", next.geometry())
                .param("seq", changes.seq())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", seen.id())
                .param("version", seen.version())
                .update();
        changes.saved(
                RecordKind.BOUNDARY_LINE,
                seen.id(),
                box(seen.current().geometry().union(next.geometry())));
        return changed == 1;
    }

    void setInspected(ChangeSet changes, BoundaryLine line, LocalDate on) {
        db.sql("""
                UPDATE boundary_line SET last_inspected_on = :on, version = version + 1, change_seq = :seq, updated_at = :at,
                  updated_by = :by WHERE id = :id""")
                .param("on", on)
                .param("seq", changes.seq())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", line.id())
                .update();
        changes.saved(RecordKind.BOUNDARY_LINE, line.id(), box(line.current().geometry()));
    }

    private static Optional<Bbox> box(Geometry geometry) {
        return geometry.isEmpty() ? Optional.empty() : Optional.of(Bbox.of(geometry));
    }

    private static BoundaryLine read(Row row) {
        String code = row.getText("line_code");
        return new BoundaryLine(
                row.getLong("id"),
                row.getInt("version"),
                code,
                row.getText("name"),
                LineKind.find(row.getText("kind")).orElse(LineKind.LEGAL),
                row.getText("status"),
                row.findDate("last_inspected_on"),
                row.findInt("number").isPresent() ? joined(row) : imported(row, code));
    }

    private static LineVersion joined(Row row) {
        return new LineVersion(
                row.getLong("id"),
                row.getInt("number"),
                agreement(row, "version_agreement", "version_agreed_on", "version_length", "version_course"),
                geometry(row),
                row.getText("sha256"),
                row.getInstant("recorded_at"));
    }

    private static LineVersion readVersion(Row row) {
        return new LineVersion(
                row.getLong("line_id"),
                row.getInt("number"),
                agreement(row, "agreement", "agreed_on", "stated_length_metres", "course_description"),
                geometry(row),
                row.getText("sha256"),
                row.getInstant("created_at"));
    }

    private static Agreement agreement(Row row, String title, String agreedOn, String length, String course) {
        return new Agreement(
                row.findText(title).filter(text -> !text.isBlank()).orElse(UNNAMED),
                row.findDate(agreedOn),
                row.findDate("effective_on"),
                row.findText("approved_by"),
                new DivisionCode(row.getText("left_code")),
                new DivisionCode(row.getText("right_code")),
                positive(row, length),
                row.findText(course),
                row.findInt("map_scale").isPresent()
                        ? Optional.of(row.findInt("map_scale").getAsInt())
                        : Optional.empty(),
                BoundaryJson.sections(row.findText("sections")),
                BoundaryJson.enclaves(row.findText("enclaves")),
                row.findText("left_copy_sha256"),
                row.findText("right_copy_sha256"));
    }

    private static Optional<Double> positive(Row row, String column) {
        var number = row.findDouble(column);
        return number.isPresent() && number.getAsDouble() > 0 ? Optional.of(number.getAsDouble()) : Optional.empty();
    }

    /** A line that came by import has no version row until an agreement follows; its row says the first. */
    private static LineVersion imported(Row row, String code) {
        Agreement agreement = agreement(row, "agreement", "agreed_on", "stated_length_metres", "course_description");
        int number = row.getInt("agreement_version");
        Geometry geometry = geometry(row);
        return new LineVersion(
                row.getLong("id"),
                number,
                agreement,
                geometry,
                LineDigest.of(code, number, agreement, geometry),
                row.getInstant("created_at"));
    }

    private static Geometry geometry(Row row) {
        return row.findGeometry("geom").orElseGet(Geometries.FACTORY::createLineString);
    }
}
