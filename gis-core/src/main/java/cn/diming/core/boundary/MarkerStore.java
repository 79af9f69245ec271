package cn.diming.core.boundary;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;

/** The tables of boundary markers and three-way points. */
final class MarkerStore {

    private final Db db;

    MarkerStore(Db db) {
        this.db = db;
    }

    Optional<BoundaryMarker> find(long id) {
        return db.sql("SELECT * FROM boundary_marker WHERE id = :id")
                .param("id", id)
                .find(MarkerStore::read);
    }

    Optional<BoundaryMarker> findByKey(String key) {
        return db.sql("SELECT * FROM boundary_marker WHERE marker_key = :key")
                .param("key", key)
                .find(MarkerStore::read);
    }

    /** Markers of a line in their order; those that an import brought without the line are known by their key. */
    List<BoundaryMarker> of(BoundaryLine line) {
        return db.sql("""
                SELECT * FROM boundary_marker
                WHERE line_id = :line OR (line_id IS NULL AND SUBSTR(marker_key, 1, LENGTH(:key)) = :key)
                  OR point_id IN (SELECT id FROM three_way_point
                    WHERE (code_a IN (:left, :right) AND code_b IN (:left, :right))
                      OR (code_b IN (:left, :right) AND code_c IN (:left, :right))
                      OR (code_a IN (:left, :right) AND code_c IN (:left, :right)))
                ORDER BY sequence, marker_key""")
                .param("line", line.id())
                .param("key", line.code() + "-")
                .param("left", line.left().digits())
                .param("right", line.right().digits())
                .list(MarkerStore::read);
    }

    long insert(ChangeSet changes, BoundaryMarker marker) {
        long id = changes.newId();
        bind(db.sql("""
                INSERT INTO boundary_marker (id, change_seq, marker_key, official_number, line_id, point_id, sequence, kind,
                  material, size_text, faces, managing_code, position_text, height_metres, method, rmse_metres, set_on,
                  witnesses, status, geom, created_at, created_by, updated_at, updated_by)
                VALUES (:id, :seq, :key, :official, :line, :point, :sequence, :kind, :material, :size, :faces, :managing, :place,
                  :height, :method, :rmse, :setOn, :witnesses, :status, :geom, :at, :by, :at, :by)"""), changes, marker).param("id", id).update();
        changes.saved(RecordKind.BOUNDARY_MARKER, id, box(marker));
        return id;
    }

    /** @return false when somebody else was faster */
    boolean update(ChangeSet changes, BoundaryMarker seen, BoundaryMarker wanted) {
        int changed = bind(db.sql("""
                UPDATE boundary_marker SET marker_key = :key, official_number = :official, line_id = :line, point_id = :point,
                  sequence = :sequence, kind = :kind, material = :material, size_text = :size, faces = :faces,
                  managing_code = :managing, position_text = :place, height_metres = :height, method = :method,
                  rmse_metres = :rmse, set_on = :setOn, witnesses = :witnesses, status = :status, geom = :geom,
                  version = version + 1, change_seq = :seq, updated_at = :at, updated_by = :by
                WHERE id = :id AND version = :version"""), changes, wanted)
                .param("id", seen.id())
                .param("version", seen.version())
                .update();
        changes.saved(
                RecordKind.BOUNDARY_MARKER,
                seen.id(),
                box(seen).isPresent() && box(wanted).isPresent()
                        ? Optional.of(box(seen).get().union(box(wanted).get()))
                        : box(wanted).or(() -> box(seen)));
        return changed == 1;
    }

    private static Statement bind(Statement statement, ChangeSet changes, BoundaryMarker marker) {
        BoundaryMarker.Detail detail = marker.detail();
        return statement
                .param("seq", changes.seq())
                .param("key", marker.key())
                .param("official", marker.officialNumber())
                .param("line", marker.lineId())
                .param("point", marker.pointId())
                .param("sequence", marker.sequence())
                .param("kind", marker.kind())
                .param("material", detail.material())
                .param("size", detail.size())
                .param("faces", BoundaryJson.texts(detail.faces()))
                .param("managing", detail.managingCode())
                .param("place", detail.placeText())
                .param("height", detail.heightMetres())
                .param("method", detail.method())
                .param("rmse", detail.rmseMetres())
                .param("setOn", detail.setOn())
                .param("witnesses", BoundaryJson.witnesses(marker.witnesses()))
                .param("status", marker.status())
                .param("geom", marker.position().map(LonLat::toPoint))
                .param("at", changes.at())
                .param("by", changes.actor().accountId());
    }

    List<ThreeWayPoint> points(String prefix) {
        return db.sql("""
                SELECT * FROM three_way_point WHERE SUBSTR(code_a, 1, LENGTH(:prefix)) = :prefix
                  OR SUBSTR(code_b, 1, LENGTH(:prefix)) = :prefix OR SUBSTR(code_c, 1, LENGTH(:prefix)) = :prefix
                ORDER BY point_key""").param("prefix", prefix).list(MarkerStore::readPoint);
    }

    /** The three-way points of which two divisions are the sides of the line. */
    List<ThreeWayPoint> pointsOf(BoundaryLine line) {
        return points(line.left().prefix()).stream()
                .filter(point ->
                        point.codes().contains(line.left()) && point.codes().contains(line.right()))
                .toList();
    }

    Optional<ThreeWayPoint> findPoint(long id) {
        return db.sql("SELECT * FROM three_way_point WHERE id = :id")
                .param("id", id)
                .find(MarkerStore::readPoint);
    }

    long insert(ChangeSet changes, ThreeWayPoint point) {
        long id = changes.newId();
        db.sql("""
                INSERT INTO three_way_point (id, point_key, official_number, code_a, code_b, code_c, description, lon, lat,
                  created_at, created_by, updated_at, updated_by)
                VALUES (:id, :key, :official, :a, :b, :c, :description, :lon, :lat, :at, :by, :at, :by)""")
                .param("id", id)
                .param("key", point.key())
                .param("official", point.officialNumber())
                .param("a", point.codes().get(0).digits())
                .param("b", point.codes().get(1).digits())
                .param("c", point.codes().get(2).digits())
                .param("description", point.description())
                .param("lon", point.position().lon())
                .param("lat", point.position().lat())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
        return id;
    }

    private static Optional<Bbox> box(BoundaryMarker marker) {
        return marker.position().map(place -> Bbox.around(place, 0));
    }

    private static ThreeWayPoint readPoint(Row row) {
        return new ThreeWayPoint(
                row.getLong("id"),
                row.getInt("version"),
                List.of(
                        new DivisionCode(row.getText("code_a")),
                        new DivisionCode(row.getText("code_b")),
                        new DivisionCode(row.getText("code_c"))),
                row.findText("official_number"),
                row.findText("description"),
                new LonLat(
                        row.findDouble("lon").orElseThrow(),
                        row.findDouble("lat").orElseThrow()));
    }

    private static BoundaryMarker read(Row row) {
        OptionalLong point = row.findLong("point_id");
        return new BoundaryMarker(
                row.getLong("id"),
                row.getInt("version"),
                row.getText("marker_key"),
                row.getText("official_number"),
                row.findLong("line_id"),
                point,
                row.findInt("sequence").orElse(0),
                MarkerKind.find(row.getText("kind")).orElse(MarkerKind.SINGLE),
                MarkerStatus.find(row.getText("status")).orElse(MarkerStatus.INTACT),
                row.findGeometry("geom").map(Geometry::getCoordinate).map(LonLat::of),
                new BoundaryMarker.Detail(
                        row.findText("managing_code"),
                        row.findText("position_text"),
                        row.findText("material"),
                        row.findText("size_text"),
                        BoundaryJson.texts(row.findText("faces")),
                        row.findDouble("height_metres"),
                        row.findText("method"),
                        row.findDouble("rmse_metres"),
                        row.findDate("set_on")),
                BoundaryJson.witnesses(row.findText("witnesses")));
    }
}
